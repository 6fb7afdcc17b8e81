package note

import "testing"

// TestLoosePeople reads persons who stand after a gap, under labels with a dash, or behind what they do.
func TestLoosePeople(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"persons after a gap": {
			"9.00-9.30  Welcome\n\nMaria Example (Director General, Example Office)\n\nPedro Example (Example Agency)\n\n9.30-10.00  Break",
			"Welcome=Maria Example|Director General, Example Office;Pedro Example|Example Agency;Break=",
		},
		"session without a time": {
			"9.00-10.00 Session 1. Rivers\nChair: Maria Example (Example Office)\n\nParallel Session 1: Towns\n\nChair: P. Example (Example Agency)\n\n  • Tomas Sample (Example University) -- What towns say\n\n10.00-10.30 Break",
			"Session 1. Rivers=Maria Example|Example Office;P. Example|Example Agency;Tomas Sample|Example University;Break=",
		},
		"list after a sentence": {
			"9:00-12:00 Rivers and their threats\n\nBetween the talks there will be time for questions:\n\n1) Maria Example, M.D., Senior Scientist, Example Institute\n\n2) Pedro Example, Director, Example Centre\n\n12:00-13:00 Lunch",
			"Rivers and their threats=Maria Example|Senior Scientist, Example Institute;Pedro Example|Director, Example Centre;Lunch=",
		},
		"list of participants": {
			"Session 1: Rivers\n9:00-10:00 Talk\n10:00-11:00 Close\n\nList of Participants\n\nDr. Example One\nDirector\nExample Institute",
			"Talk=;Close=",
		},
		"labels with dashes": {
			"9:00-10:00 Panel on rivers\nModerator - Ms. Example One, Example Institute\nPanellists -\n- Mr. Example Two, Example Congress\n- Dr. Example Three (Example University)\n10:00-11:00 Close",
			"Panel on rivers=Ms. Example One|Example Institute;Mr. Example Two|Example Congress;Dr. Example Three|Example University;Close=",
		},
		"persons in brackets below": {
			"9:30 - 9:35  Remarks\n             (Executive Director Maria Example)\n9:35 - 9:55  Goals",
			"Remarks=Maria Example|Executive Director;Goals=",
		},
		"name between act and post": {
			"10.00 Welcome and Opening Jean Exemple, Director-General, Example Office\n10.05 Keynote Speech Claire Exemple, Commissioner for Example\n10.15 Break",
			"Welcome and Opening=Jean Exemple|Director-General, Example Office;Keynote Speech=Claire Exemple|Commissioner for Example;Break=",
		},
		"title of a talk behind its speaker": {
			"9:20-10:00 Keynote: Maria Example, Professor, Example University: \"Rivers before roads\"\n10:00-11:00 Close",
			"Keynote: \"Rivers before roads\"=Maria Example|Professor, Example University;Close=",
		},
		"post and body below": {
			"9:00-9:30 Opening\nMs. Example One\nRegional Director\nExample Agency for Rivers\n9:30-10:00 Close",
			"Opening=Ms. Example One|Regional Director, Example Agency for Rivers;Close=",
		},
		"topic below the number of a session": {
			"9:00-10:00 Session I\n\nRivers, Towns and Other Waters\n\n10:00-11:00 Close",
			"Session I: Rivers, Towns and Other Waters=;Close=",
		},
		"cell of roles": {
			"| Time | Agenda | Speakers |\n| 9:00-10:00 | Panel | Speakers:<br>Ms. Example One, Director, Example Division<br>Moderator:<br>Mr. Example Two, Specialist |\n| 10:00-11:00 | Money | Moderated by Ms. Example Three; with Mr. Example Four (Bank of Example) |\n| 11:00-12:00 | Data | Anna Sample and Peter Sample, Statistics Office |",
			"Panel=Mr. Example Two|Specialist;Ms. Example One|Director, Example Division;Money=Ms. Example Three|;Mr. Example Four|Bank of Example;Data=Anna Sample|Statistics Office;Peter Sample|Statistics Office",
		},
		"teacher's post and names behind one": {
			"9:00-10:00 Talk\nPedro Sample, Assistant Professor, Example University\nDr. Eva Sample, Ana Example, Luis Example\n10:00-11:00 Close",
			"Talk=Pedro Sample|Assistant Professor, Example University;Dr. Eva Sample|;Ana Example|;Luis Example|;Close=",
		},
		"panel and moderator in a title": {
			"9:00-10:00 Money – with Sarah Sample, John Sample and Maria Sample; moderated by Peter Sample\n10:00-11:00 Homes – facilitated by David Sample and Example Network\n11:00-12:00 Families\n Sarah Sample (Example University), John Sample (Example Office); chair: Maria Sample",
			"Money=Peter Sample|;Sarah Sample|;John Sample|;Maria Sample|;Homes=David Sample|;Families=Maria Sample|;Sarah Sample|Example University;John Sample|Example Office",
		},
	} {
		if got := itemsText(t, c.text); got != c.want {
			t.Errorf("%s:\n got  %s\n want %s", name, got, c.want)
		}
	}
}

func TestNotNames(t *testing.T) {
	for _, s := range []string{"Empowering Leadership", "Humanitarian Technologies", "Senior Economist", "EXP-Example Section", "Youth Ambition", "Palma Boardroom", "Building Friendships"} {
		if looksNamed(s) {
			t.Errorf("%q reads like a name", s)
		}
	}
	for _, s := range []string{"Maria Manning", "Peter Harding", "Anna Economist", "R. Example", "Jean-Paul Exemple", "Zofia Wzór-Przykład"} {
		if !looksNamed(s) {
			t.Errorf("%q does not read like a name", s)
		}
	}
}

func TestSharedBody(t *testing.T) {
	for in, want := range map[string]string{
		"Anna Sample and Peter Sample, Statistics Office": "Anna Sample|Statistics Office;Peter Sample|Statistics Office",
		"Anna Sample, Peter Sample, EX/PLE":               "Anna Sample|EX/PLE;Peter Sample|EX/PLE",
		"Anna Sample (Example Institute)":                 "",
		"Anna Sample, Senior Economist, Example Agency":   "",
		"Anna Sample, Country Director, Example Agency":   "",
	} {
		if got := peopleText(sharedBody(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestRemarksAfterAffiliations(t *testing.T) {
	for in, want := range map[string]string{
		"Director, Example Office (5 mins)":         "Director, Example Office",
		"Minister of Example (video message)":       "Minister of Example",
		"Example Institute of Public Finance (EIF)": "Example Institute of Public Finance (EIF)",
		"และคณะ":                                    "",
	} {
		if got := cleanAffiliation(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
