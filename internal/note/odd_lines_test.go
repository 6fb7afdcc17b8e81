package note

import (
	"slices"
	"strings"
	"testing"
)

// TestOddLines reads items whose lines lost their shape, or say more than one thing.
func TestOddLines(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"slot glued to the row above":     {"9:00 – 9:30 / Registration\n9:30 – 10:00 / Opening\nResults of the censuses10:00 – 11:00 /\nCountry talks\n11:00 – 12:00 / Close", "09:00-09:30 Registration;09:30-10:00 Opening;10:00-11:00 Country talks;11:00-12:00 Close"},
		"afternoon that runs backwards":   {"09.00 PM - 12.40 PM Opening\n13.00 - 14.00 Lunch", "09:00-12:40 Opening;13:00-14:00 Lunch"},
		"slot again beside its room":      {"09:00 - 10:30\nConference on towns\n09:00 - 10:30 hrs. / Hall 1\n10:45 - 12:15\nDebate\n10:45 - 12:15 hrs. / Hall 2", "09:00-10:30 Conference on towns;10:45-12:15 Debate"},
		"hours of a session with items":   {"PHIÊN THỨ NHẤT (Từ 6h30 đến 11h30)\n6h30-7h15 Đón tiếp\n7h15-11h30 Thảo luận\nPHIÊN THỨ HAI (Từ 14h00 đến 17h00)\n14h00-17h00 Bế mạc", "06:30-07:15 Đón tiếp;07:15-11:30 Thảo luận;14:00-17:00 Bế mạc"},
		"hours of a session without any":  {"9h00-10h00 Ouverture\nPanel 1 : 10h-11h45\n11h45-13h00 Déjeuner", "09:00-10:00 Ouverture;10:00-11:45 Panel 1;11:45-13:00 Déjeuner"},
		"half of the day before its time": {"Ngày 05/12/2026:\n– Buổi sáng, 7 giờ 45 phút: Phiên giải trình\n– Buổi chiều, 14 giờ 00 phút: Bế mạc kỳ họp", "07:45- Phiên giải trình;14:00- Bế mạc kỳ họp"},
		"people in sentences":             {"7:30-8:00 Giới thiệu: Cha Jos. Trần Ví Dụ. Lịch sử của ngày hội: Cha Jos. Dụ. Tuyên bố khai mạc\n8:00-9:00 Cơm trưa", "07:30-08:00 Giới thiệu: Cha Jos. Trần Ví Dụ. Lịch sử của ngày hội: Cha Jos. Dụ. Tuyên bố khai mạc;08:00-09:00 Cơm trưa"},
	} {
		n, err := Parse("Meeting of the towns\n5 December 2026\n\n" + c.text)
		if err != nil {
			t.Fatal(name, err)
		}
		var got []string
		for _, it := range n.Items() {
			end := ""
			if it.End != NoClock {
				end = it.End.String()
			}
			got = append(got, it.Start.String()+"-"+end+" "+it.Title)
		}
		if all := strings.Join(got, ";"); all != c.want {
			t.Errorf("%s:\n got  %s\n want %s", name, all, c.want)
		}
	}
}

func TestDegreesWithSpaces(t *testing.T) {
	people, _, _ := readPeople("Dr. Siti Contoh, S.Pt, M. Sos., M. Commun")
	if got := peopleText(people); got != "Dr. Siti Contoh|" {
		t.Errorf("%q", got)
	}
}

func TestIsContactLine(t *testing.T) {
	for in, want := range map[string]bool{
		"Tel. 000": true, "Telephone: 000": true, "Phone 000": true, "โทร 000": true,
		"Forests of Anglophone Africa": false, "Hotel in the town": false, "Francophone schools": false,
	} {
		if got := isContactLine(in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

// A unit in a cell of its own belongs to the time before it, and the verb after
// a heading to neither.
func TestUnitsAndVerbsBetween(t *testing.T) {
	n, err := Parse("ผลที่คาดว่าจะได้รับ คือ ร่างข้อเสนอที่เห็นชอบร่วมกัน\n\n## กำหนดการ\n\n| ๐๙.๓๐ – ๑๐.๐๐ | น. | ลงทะเบียน |\n| ๑๐.๐๐ – ๑๑.๐๐ | น. | ประชุมกลุ่มย่อย |\n")
	if err != nil {
		t.Fatal(err)
	}
	if n.ExpectedOutput != "ร่างข้อเสนอที่เห็นชอบร่วมกัน" {
		t.Errorf("the output is %q", n.ExpectedOutput)
	}
	var titles []string
	for _, d := range n.Days {
		for _, it := range d.Items {
			titles = append(titles, it.Title)
		}
	}
	if want := []string{"ลงทะเบียน", "ประชุมกลุ่มย่อย"}; !slices.Equal(titles, want) {
		t.Errorf("items %q, want %q", titles, want)
	}
}
