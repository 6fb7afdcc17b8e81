package note

import "testing"

func TestWithoutPaperWords(t *testing.T) {
	for in, want := range map[string]string{
		"Programme of the Regional Forum on Rivers":             "Regional Forum on Rivers",
		"Draft Concept Note for the Second Dialogue on Towns":   "Second Dialogue on Towns",
		"About the Example Towns Signing Ceremony":              "Example Towns Signing Ceremony",
		"Invitation to the Public Seminar: “Rivers and people”": "Public Seminar: “Rivers and people”",
		"5th Example Days for Towns – Agenda":                   "5th Example Days for Towns",
		"Example Centre High Level Meeting Agenda":              "Example Centre High Level Meeting",
		"Workshop Agenda":                                             "Workshop Agenda",
		"Seminar on the Example Programme":                            "Seminar on the Example Programme",
		"Programme for Results":                                       "Programme for Results",
		"Programa del Seminario de Ciudades":                          "Seminario de Ciudades",
		"International Forum on Rivers and the Draft Towns Treaty":    "International Forum on Rivers and the Draft Towns Treaty",
		"Regional workshop on rivers: from programme to plan of work": "Regional workshop on rivers: from programme to plan of work",
	} {
		if got := withoutPaperWords(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestIsKindOfEvent(t *testing.T) {
	for in, want := range map[string]bool{
		"SUB-REGIONAL SEMINAR": true, "Second National Consultation": true, "Technical Workshop": true, "Regional Forum": true,
		"Regional Forum on Rivers": false, "National Plan": false, "Workshop": false, "Towns Workshop": false,
	} {
		if got := isKindOfEvent(in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func TestPageTitle(t *testing.T) {
	for in, want := range map[string]string{
		"Programme | Forum of the Towns 2026 | Example Site": "Forum of the Towns 2026",
		"Forum of the Towns – Example Site":                  "Forum of the Towns",
		"Example Site":                                       "",
		"Agenda":                                             "",
		"How rivers and towns live together":                 "How rivers and towns live together",
		"หน้าแรก - การประชุมวิชาการตัวอย่าง ครั้งที่ 2": "การประชุมวิชาการตัวอย่าง ครั้งที่ 2",
	} {
		if got := pageTitle(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestHeadLines(t *testing.T) {
	const item = "\n\n09:00-10:00 Opening\n10:00-11:00 Discussion"
	for name, c := range map[string]struct{ head, title, venue string }{
		"short names and a word for an event": {"EXP/FOO Conference\n# Rivers and Towns: Answers for\n# a Dry Century\n3 March 2026", "Rivers and Towns: Answers for a Dry Century", ""},
		"kind of event above its name":        {"SUB-REGIONAL SEMINAR\n\nFrom Words to Water:\nRivers of the Example Region\n\nManila, Philippines\n3 March 2026", "From Words to Water: Rivers of the Example Region", "Manila, Philippines"},
		"capitals over two lines":             {"TECHNICAL CONSULTATION ON RIVER CARE\nSTANDARDS AND THEIR COSTS\n3 March 2026", "TECHNICAL CONSULTATION ON RIVER CARE STANDARDS AND THEIR COSTS", ""},
		"heading and motto":                   {"# RIVER PLANET\n\"Water for a River Planet\"\n3 March 2026", "RIVER PLANET", ""},
		"line that tells of the event":        {"Three days of inspiring talks, workshops and walks designed to bring people of the towns together\n3 March 2026", "", ""},
		"label of a list":                     {"Example Rivers Advisory Committee\n3 March 2026\nMeeting Goals:\n1) To look at the rivers.", "Example Rivers Advisory Committee", ""},
		"sentence that names the title":       {"Watch the forum \"Who owns the rivers of the region?\"\nWho owns the rivers of the region?\n3 March 2026", "Who owns the rivers of the region?", ""},
		"town above the date":                 {"Workshop on data of the rivers\n\nRome, Italy\n\n3 March 2026", "Workshop on data of the rivers", "Rome, Italy"},
		"house above its address":             {"Meeting of the Example Network\nExample Conference Centre (Hall 15)\n2, rue Exemple\n75000 Paris\n3 March 2026", "Meeting of the Example Network", "Example Conference Centre (Hall 15)"},
		"place behind the hours":              {"Seminar on the rivers\nFriday, 6 March 2026, 13:00-16:30, Auditorium, Example University", "Seminar on the rivers", "Auditorium, Example University"},
		"organiser is no place":               {"Seminar on the rivers\nOrganised by Example University\n3 March 2026", "Seminar on the rivers", ""},
		"facts in one row":                    {"Forum on Ageing in Towns\nDate: 3 March 2026 | Time: 09:00 - 12:00 | Venue: Online (Zoom)", "Forum on Ageing in Towns", "Online (Zoom)"},
		"label of persons is no place":        {"งานสัมมนาตัวอย่าง\nวันที่ 3 มีนาคม 2569\nวิทยากรร่วมเสวนา", "งานสัมมนาตัวอย่าง", ""},
	} {
		n, err := Parse(c.head + item)
		if err != nil {
			t.Fatal(name, err)
		}
		if n.Title != c.title || n.Venue != c.venue {
			t.Errorf("%s:\n title %q, want %q\n venue %q, want %q", name, n.Title, c.title, n.Venue, c.venue)
		}
	}
}

func TestOrganisersAndPartners(t *testing.T) {
	n, err := Parse("Seminar on the rivers\nOrganised by the Example Agency and Example University in partnership with the Example Foundation, with the support of Example Fund Association\n3 March 2026\n\n09:00-10:00 Opening")
	if err != nil || len(n.Organisers) != 2 || n.Organisers[0] != "Example Agency" || len(n.Partners) == 0 || n.Partners[0] != "Example Foundation" {
		t.Errorf("organisers %q, partners %q, %v", n.Organisers, n.Partners, err)
	}
}

func TestDescribes(t *testing.T) {
	for in, want := range map[string]bool{
		"Three days of talks, walks and games that bring together people of many towns":               true,
		"Bringing many people of the towns and of the rivers to one place, the workshop":              true,
		"Registered guests can collect their passes at the desk in the house all day":                 true,
		"Role of the towns in making a place for all who live by the river Regional workshop (DRAFT)": false,
		"Regional workshop on the role of towns in making a place for all who live here":              false,
		"Towns and rivers": false,
	} {
		if got := describes(in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func TestIsTitleLine(t *testing.T) {
	n := &Note{Title: "Forum of the Towns at the House"}
	for in, want := range map[string]bool{
		"Forum of the Towns at the House":                true,
		"at the House":                                   true,
		"Forum of the Towns at the House – Agenda":       true,
		"Forum of the Towns at the House, Example Hotel": false,
		"Example Hotel":                                  false,
	} {
		if got := isTitleLine(n, in); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}
