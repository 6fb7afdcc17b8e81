package note

import (
	"strings"
	"testing"
)

// TestNamedLines reads notes that name people by lines, brackets or cells of their own.
func TestNamedLines(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"square brackets": {
			"09:00 Opening\n[Uno]\n09:30 Reviews\n· East\n[Dos/Tres]\n· West\n[participants/Cuatro]\n10:30 Close\n[Cinco]",
			"Opening=Uno|;Reviews=Dos|;Tres|;Cuatro|;Close=Cinco|",
		},
		"name above post": {
			"09:00-10:00 Conference on towns\n\nMaria Example\nVicepresidenta de Programas. Banco Ejemplo (BE)\n\nPedro Example\nAlcalde del municipio Ejemplo\n\n10:00-11:00 Close",
			"Conference on towns=Maria Example|Vicepresidenta de Programas. Banco Ejemplo (BE);Pedro Example|Alcalde del municipio Ejemplo;Close=",
		},
		"name before talk": {
			"09:00-09:30 Maria Example: What the rivers say to us\n09:30-10:30 Maria Example: What the towns say to them\nTomas Sample: Rivers that run dry in summer\n10:30-11:00 Break",
			"What the rivers say to us=Maria Example|;What the towns say to them=Maria Example|;Tomas Sample|;Break=",
		},
		"chair of a part": {
			"9h00 : Accueil\nPremière partie - Les villes\nSous la présidence d’Agnès Exemple, professeure à l’Université Exemple\n9h30 : Les rues\n10h00 : Les places",
			"Accueil=;Les rues=Agnès Exemple|professeure à l’Université Exemple;Les places=",
		},
		"agenda item": {
			"Time | Agenda Item | Agenda Notes\n09:00-10:00 | Item 1 | Progress of the work, Maria Example (Some Office) |\n10:00-11:00 | Item 2 | Open questions |",
			"Progress of the work=Maria Example|Some Office;Open questions=",
		},
		"post below the title's line": {
			"09:00-09:30 Opening remarks Ms Participant One\nPermanent Secretary, Ministry of Examples\n09:30-10:00 Talk Mr. Participant Two, Programme Coordinator\nSome Action Council, Some Country",
			"Opening remarks=Ms Participant One|Permanent Secretary, Ministry of Examples;Talk=Mr. Participant Two|Programme Coordinator",
		},
		"post and body on two lines": {
			"09:00-10:00 Debate\nSpeakers:\n• Mr. Participant One, Programme Coordinator\nSome Action Council, Some Country\n• Ms. Participant Two, Assistant Programme Specialist\n10:00-11:00 Close",
			"Debate=Mr. Participant One|Programme Coordinator, Some Action Council, Some Country;Ms. Participant Two|Assistant Programme Specialist;Close=",
		},
		"affiliation over a page": {
			"09:00-09:30 Opening\nMs. Participant One, Deputy Director,\n\n7\n\nMinistry of Examples\n09:30-10:00 Talk by Dr. Participant Two, Deputy Director of the\n\n8\n\nMinistry of Examples\n10:00-10:30 Panel 1\nHow towns welcome children\nSpeakers: Ms. Participant Three (Ministry of\n\n9\n\nExamples), Mr. Participant Four (Some Body)",
			"Opening=Ms. Participant One|Deputy Director, Ministry of Examples;Talk=Dr. Participant Two|Deputy Director of the Ministry of Examples;Panel 1: How towns welcome children=Ms. Participant Three|Ministry of Examples;Mr. Participant Four|Some Body",
		},
		"bare name for a title": {
			"09:00-09:30 Registration\n09:30-10:00 Maria Example\n10:00-10:30 Closing",
			"Registration=;Maria Example=Maria Example|;Closing=",
		},
		"to be confirmed": {
			"Time\tTitle\tPresenter\tChair\n09:00-09:30\tHealth of the towns\tDr Participant One\tTBC\n09:30-10:00\tBreak",
			"Health of the towns=Dr Participant One|;Break=",
		},
		"women in uniform": {
			"09.00-10.00 น. บรรยาย เรื่อง แม่น้ำ\nพ.ท.หญิง ตัวอย่าง นามสมมติ\nร.ต.ท.หญิง สมมติ นามตัวอย่าง\n10.00-11.00 น. ปิดการประชุม",
			"บรรยาย เรื่อง แม่น้ำ=พ.ท.หญิง ตัวอย่าง นามสมมติ|;ร.ต.ท.หญิง สมมติ นามตัวอย่าง|;ปิดการประชุม=",
		},
		"start above, range below": {
			"9:00am\nReport on the towns\n9:00 - 9:05\nDr. Participant One\n9:05am\nWhat the towns need\n9:05 - 9:20\nDr. Participant Two\n9:20am\nWhat the rivers need\n9:20 - 9:35\nDr. Participant Three",
			"Report on the towns=Dr. Participant One|;What the towns need=Dr. Participant Two|;What the rivers need=Dr. Participant Three|",
		},
		"given names": {"| Time | Activity | Who |\n| 9:00-10:00 | Welcome | Maria/Pedro |\n| 10:00-11:00 | Debate | All |", "Welcome=Maria|;Pedro|;Debate="},
	} {
		if got := itemsText(t, c.text); got != c.want {
			t.Errorf("%s:\n got  %s\n want %s", name, got, c.want)
		}
	}
}

func TestPeopleInTitles(t *testing.T) {
	for _, c := range []struct{ in, title, people string }{
		{"Review of the day (Chair/Maria Example)", "Review of the day", "Maria Example|"},
		{"Forests of the coast (Maria Example, Some", "Forests of the coast", "Maria Example|Some"},
		{"Julie Exemple, Ville de Exemple «Ce que disent les parents»", "«Ce que disent les parents»", "Julie Exemple|Ville de Exemple"},
		{"Evaluation of the exchange by the Lead Partner", "Evaluation of the exchange by the Lead Partner", ""},
		{"Presentasi oleh Praktisi Agribisnis", "Presentasi oleh Praktisi Agribisnis", ""},
	} {
		title, _, people := plainInTitle(c.in)
		if got := peopleText(people); title != c.title || got != c.people {
			t.Errorf("%q: %q %q", c.in, title, got)
		}
	}
	for _, c := range []struct{ in, people string }{
		{"TS. Trần Anh Dụ - Phó Cục trưởng", "TS. Trần Anh Dụ|Phó Cục trưởng"},
		{"PGS.TS. Nguyễn Thị Trường Dụ", "PGS.TS. Nguyễn Thị Trường Dụ|"},
		{"Đại tá, TS. Lương Ví Dụ", "TS. Lương Ví Dụ|"},
		{"Tiến sĩ Phan Ví Dụ, Chủ nhiệm Ủy ban", "Tiến sĩ Phan Ví Dụ|Chủ nhiệm Ủy ban"},
	} {
		people, _, _ := readPeople(c.in)
		if got := peopleText(people); got != c.people {
			t.Errorf("%q: %q", c.in, got)
		}
	}
}

// itemsText is a programme in one line: each item's title and its people.
func itemsText(t *testing.T, programme string) string {
	t.Helper()
	n, err := Parse("Meeting of the towns\n3 March 2026\n\n" + programme)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, it := range n.Items() {
		people := append(append([]Person{}, it.Moderators...), it.Speakers...)
		for _, sub := range it.Subitems {
			people = append(people, sub.Speakers...)
		}
		got = append(got, it.Title+"="+peopleText(people))
	}
	return strings.Join(got, ";")
}
