package note

import "testing"

func TestPlainInTitle(t *testing.T) {
	for _, c := range []struct{ in, title, people string }{
		{"Findings (Maria Example)", "Findings", "Maria Example|"},
		{"Findings (Example Two, researcher, ABC)", "Findings", "Example Two|researcher, ABC"},
		{"Opening remarks – Example One, Director, Some Institute", "Opening remarks", "Example One|Director, Some Institute"},
		{"Opening by Maria Example", "Opening", "Maria Example|"},
		{"Table ronde animée par Sophie Exemple", "Table ronde", "Sophie Exemple|"},
		{"Tanya jawab dipandu oleh Siti Contoh", "Tanya jawab", "Siti Contoh|"},
		{"Julie Exemple (CNRS), L'hospitalité", "L'hospitalité", "Julie Exemple|CNRS"},
		{"The plan: Pedro Example, city planner", "The plan", "Pedro Example|city planner"},
		{"Welcome: Mayor Ana Example", "Welcome", "Ana Example|Mayor"},
		{"Villages (Lucy Example and Tom Sample, Some Institute)", "Villages", "Lucy Example|Some Institute;Tom Sample|Some Institute"},
		{"Talks - Ana Example (Some Institute), Ben Example (XY) & Association ABC", "Talks", "Ana Example|Some Institute;Ben Example|XY"},

		{"Findings in the province (Samut Sakhon)", "Findings in the province (Samut Sakhon)", ""},
		{"City experience (Mae Sot, Thailand)", "City experience (Mae Sot, Thailand)", ""},
		{"Lunch (Main Hall)", "Lunch (Main Hall)", ""},
		{"Opening by World Vision", "Opening by World Vision", ""},
		{"Closing – Working Groups", "Closing – Working Groups", ""},
		{"Session 1: Urban Planning", "Session 1: Urban Planning", ""},
		{"A. Housing", "A. Housing", ""},
		{"Case studies from Northern Luzon", "Case studies from Northern Luzon", ""},
		{"Visit with Village Leaders", "Visit with Village Leaders", ""},
	} {
		title, _, people := plainInTitle(c.in)
		if got := peopleText(people); title != c.title || got != c.people {
			t.Errorf("%q: %q %q", c.in, title, got)
		}
	}
}

func TestImpossibleDate(t *testing.T) {
	for in, want := range map[string]string{
		"31 June 2026": "31 June 2026", "30 กุมภาพันธ์ 2569": "30 กุมภาพันธ์ 2569", "29 February 2027": "29 February 2027",
		"30 June 2026": "", "29 February 2028": "", "31": "",
	} {
		if got := impossibleDate(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

func TestDropMailHead(t *testing.T) {
	lines := []string{"From: Office 1 <a@example.org>", "Sent: Monday", "To: all", "Subject: RE: FW: Agenda of the day", "Hello"}
	dropMailHead(lines)
	if lines[0] != "" || lines[1] != "" || lines[3] != "Agenda of the day" || lines[4] != "Hello" {
		t.Errorf("%q", lines)
	}
	labels := []string{"Date: 3 March 2026", "Venue: Hall", "Language: Thai"}
	dropMailHead(labels)
	if labels[0] == "" {
		t.Error("the labels of a note are no mail")
	}
}
