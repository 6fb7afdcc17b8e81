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
