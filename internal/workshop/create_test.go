package workshop

import (
	"strings"
	"testing"
	"time"

	"sala.example/internal/rating"
)

func TestCreateLaysTheWorkshopOut(t *testing.T) {
	r := newRoom(t)
	s := r.s
	if s.ID != "w1" || !s.Opened.Equal(morning) || s.Screen.Mode != ScreenNow {
		t.Errorf("id %q, opened %v, screen %q", s.ID, s.Opened, s.Screen.Mode)
	}
	if len(s.Programme) != 5 || len(s.Recommendations) != 2 || len(s.Groups) != 2 {
		t.Fatalf("%d items, %d recommendations, %d groups", len(s.Programme), len(s.Recommendations), len(s.Groups))
	}
	if s.Session("s4") == nil || s.Recommendation("r2").Number != 2 || s.Group("b2") == nil {
		t.Error("items, recommendations and groups are not numbered in order")
	}
	if s.Settings.Gate.Median != 7 || s.Settings.Gate.Quorum != 0 {
		t.Errorf("gate %+v, want the default with a quorum that is counted later", s.Settings.Gate)
	}
}

func TestCreateKeepsAGateThatWasChosen(t *testing.T) {
	r := emptyRoom(t)
	c := sampleCreate()
	c.Settings.Gate.Quorum, c.Settings.Gate.Median, c.Settings.Gate.RoomLow = 5, 8, 0.2
	r.do(organiser, c)
	if r.s.Settings.Gate.Quorum != 5 {
		t.Errorf("gate %+v", r.s.Settings.Gate)
	}
}

func TestCreateOnlyOnce(t *testing.T) {
	r := newRoom(t)
	r.refused(organiser, sampleCreate(), "workshop.exists")
}

func TestCreateRefuses(t *testing.T) {
	with := func(change func(*Create)) *Create {
		c := sampleCreate()
		change(c)
		return c
	}
	r := emptyRoom(t)
	r.refused(organiser, with(func(c *Create) { c.Programme = nil }), "workshop.no-programme")
	r.refused(organiser, with(func(c *Create) { c.Programme[1].Date = "" }), "session.no-date")
	r.refused(organiser, with(func(c *Create) { c.Settings.RoleGroups[1].ID = c.Settings.RoleGroups[0].ID }), "workshop.role-group")
	r.refused(organiser, with(func(c *Create) { c.Settings.RoleGroups[1].ID = rating.Others }), "workshop.role-group")
	r.refused(organiser, with(func(c *Create) { c.Settings.RoleGroups[1].ID = "room" }), "workshop.role-group")
	r.refused(organiser, with(func(c *Create) { c.Settings.Partners = make([]Text, 201) }), "workshop.bodies")
	r.refused(organiser, with(func(c *Create) { c.Settings.RoleGroups[1].Name = nil }), "workshop.role-group")
	r.refused(organiser, with(func(c *Create) { c.Settings.Required = []Lang{"th", "th"} }), "language.unknown")
	r.refused(organiser, with(func(c *Create) { c.Settings.Gate.Median = 20 }), "round.gate")
	r.refused(organiser, with(func(c *Create) { c.Recommendations[0].Segments[0] = Text{"my": "…"} }), "language.unknown")
	r.refused(organiser, with(func(c *Create) { c.Settings.Title = nil }), "workshop.no-title")
	r.refused(organiser, with(func(c *Create) { c.Settings.Title = Text{"en": "  "} }), "workshop.no-title")
	r.refused(organiser, with(func(c *Create) { c.Settings.RoleGroups = c.Settings.RoleGroups[:1] }), "workshop.no-role-groups")
	r.refused(organiser, with(func(c *Create) { c.Settings.AcceptingParty = "nobody" }), "workshop.no-accepting-party")
	r.refused(organiser, with(func(c *Create) { c.Settings.Required = nil }), "workshop.no-languages")
	r.refused(organiser, with(func(c *Create) { c.Settings.Timezone = "Asia/Nowhere" }), "workshop.timezone")
	r.refused(organiser, with(func(c *Create) { c.Programme[1].Title = nil }), "session.no-title")
	r.refused(organiser, with(func(c *Create) { c.Programme[1].Start = "9:00" }), "session.not-a-time")
	r.refused(organiser, with(func(c *Create) { c.Programme[1].End = "24:00" }), "session.not-a-time")
	r.refused(organiser, with(func(c *Create) { c.Programme[1].End = "08:00" }), "session.end-before-start")
	r.refused(organiser, with(func(c *Create) { c.Programme[1].Date = "23/9/2014" }), "date.not-a-date")
	r.refused(organiser, with(func(c *Create) { c.Recommendations[1].Segments = nil }), "recommendation.empty")
	r.refused(organiser, with(func(c *Create) { c.Groups[0].Domains = nil }), "group.no-domains")
	if r.s.Seq != 0 {
		t.Errorf("%d events after nothing but refusals", r.s.Seq)
	}
}

func TestNothingBeforeCreation(t *testing.T) {
	r := emptyRoom(t)
	for _, name := range CommandNames() {
		if name != "workshop.create" {
			r.refused(organiser, commandNames[name](), "workshop.unknown")
		}
	}
}

func TestCloseWorkshop(t *testing.T) {
	r := newRoom(t)
	p := r.seat("schools", 1)[0]
	r.do(p, &AskQuestion{Text: Say("Who pays?")})
	r.do(p, &AskQuestion{Text: Say("Since when?")})
	r.do(chair, &AnswerQuestion{Question: "q2"})
	r.do(chair, &StartSession{Session: "s1"})
	r.later(time.Hour).do(chair, &CloseWorkshop{})

	if !r.s.Closed.Equal(morning.Add(time.Hour)) || !r.s.Session("s1").Finished.Equal(r.s.Closed) {
		t.Errorf("closed %v, running item finished %v", r.s.Closed, r.s.Session("s1").Finished)
	}
	if r.s.Question("q1").Status != IsCarried || r.s.Question("q2").Status != IsAnswered {
		t.Error("closing carries open questions over and leaves answered ones alone")
	}
}

func TestCloseWorkshopWaitsForTheRound(t *testing.T) {
	r := newRoom(t)
	r.seat("officers", 3)
	round := r.open("r1")
	if args := r.refused(chair, &CloseWorkshop{}, "workshop.round-open"); args["round"] != "1" {
		t.Errorf("args %v", args)
	}
	r.do(chair, &CloseRound{Round: round})
	r.do(chair, &CloseWorkshop{})
}

// Promise 2: an owner, a first step within 30 days, and a date.
func TestCloseWorkshopNeedsActionsForWhatIsAgreed(t *testing.T) {
	whole := func() ActionRow {
		return ActionRow{Action: Say("Write the rule"), Lead: Say("Education office"), FirstStep: Say("Call the schools"), FirstStepBy: "2014-10-23", Due: "2015-03-31"}
	}
	for name, breakIt := range map[string]func(*ActionRow){
		"no owner":               func(row *ActionRow) { row.Lead = Words{} },
		"no first step":          func(row *ActionRow) { row.FirstStep = Words{} },
		"no date of first step":  func(row *ActionRow) { row.FirstStepBy = "" },
		"first step on 31st day": func(row *ActionRow) { row.FirstStepBy = "2014-10-24" },
		"no date":                func(row *ActionRow) { row.Due = "" },
	} {
		t.Run(name, func(t *testing.T) {
			r := newRoom(t)
			r.agreed("r1")
			r.later(10 * time.Hour) // 18:30 in Bangkok
			if args := r.refused(chair, &CloseWorkshop{}, "workshop.no-action"); args["recommendations"] != "1" {
				t.Errorf("args %v", args)
			}
			row := whole()
			breakIt(&row)
			r.do(rapporteur, &PutAction{Recommendation: "r1", Row: row})
			r.refused(chair, &CloseWorkshop{}, "workshop.no-action")
			r.do(rapporteur, &PutAction{Recommendation: "r2", Row: whole()})
			r.refused(chair, &CloseWorkshop{}, "workshop.no-action")
			r.do(rapporteur, &PutAction{Recommendation: "r1", Row: whole()})
			r.do(chair, &CloseWorkshop{})
		})
	}
}

func TestAfterClosingOnlyTheWayForward(t *testing.T) {
	r := newRoom(t)
	p := r.seat("schools", 1)[0]
	r.do(p, &AskQuestion{Text: Say("Who pays?")})
	r.do(rapporteur, &PutAction{Row: ActionRow{Action: Say("Write the rule")}})
	r.do(interpreter, &SayCaption{Lang: "en", Text: Say("Good evening.")})
	r.do(chair, &CloseWorkshop{})

	open := []Command{
		&ReportAction{Action: "n1", Status: ActionStarted}, &AnswerQuestion{Question: "q1", Answer: Say("The province.")},
		&RedactPassage{Ref: "ref1"}, &RemoveCaption{Caption: r.s.Captions[0].ID}, &EraseParticipant{Participant: p.ID}, &Show{Mode: ScreenQuestions},
	}
	allowed := map[string]bool{}
	for _, c := range open {
		allowed[c.Name()] = true
		r.do(organiser, c)
	}
	for _, name := range CommandNames() {
		if !allowed[name] {
			r.refused(organiser, commandNames[name](), "workshop.closed")
		}
	}
}

func TestTextIn(t *testing.T) {
	for _, c := range []struct {
		text Text
		lang Lang
		want string
	}{
		{Text{"th": "ก", "en": "a"}, "th", "ก"},
		{Text{"th": "ก", "en": "a"}, "my", "a"},
		{Text{"th": "ก", "en": ""}, "my", "ก"},
		{Text{"th": "ก", "my": "က"}, "en", "က"},
		{nil, "en", ""},
	} {
		if got := c.text.In(c.lang); got != c.want {
			t.Errorf("%v in %s: %q, want %q", c.text, c.lang, got, c.want)
		}
	}
}

func TestRefusalSaysItsCode(t *testing.T) {
	if got := refuse("text.empty").Error(); got != "refused: text.empty" {
		t.Error(got)
	}
	if got := refuse("text.too-long", "limit", "5").Error(); !strings.Contains(got, "limit:5") {
		t.Error(got)
	}
}

// What an organiser tells of a workshop has bounds: a line for the title and
// the place, a passage for what it is to reach.
func TestCreateBoundsItsFacts(t *testing.T) {
	r := emptyRoom(t)
	for _, write := range []func(*Settings){
		func(s *Settings) { s.Title["th"] = longLine },
		func(s *Settings) { s.Place = Text{"en": longLine} },
		func(s *Settings) { s.Objective = Text{"th": longPassage} },
		func(s *Settings) { s.SubObjectives = []Text{{"en": "Short"}, {"en": longPassage}} },
		func(s *Settings) { s.ExpectedOutput = Text{"en": longPassage} },
	} {
		c := sampleCreate()
		write(&c.Settings)
		r.refused(organiser, c, "text.too-long")
	}
	c := sampleCreate()
	c.Settings.Place = Text{"en": strings.Repeat("x", maxLine), "th": ""}
	c.Settings.Objective = Text{"en": strings.Repeat("x", maxPassage)}
	r.do(organiser, c)
}

// Names are kept without what nobody sees; of one that consists of that alone
// nothing is left.
func TestCreateCleansNames(t *testing.T) {
	r := emptyRoom(t)
	unseen := sampleCreate()
	unseen.Settings.Organisers = []Text{{"en": "\u202E\u200B", "th": "\u2060"}}
	r.refused(organiser, unseen, "text.empty")
	c := sampleCreate()
	c.Settings.Organisers = []Text{{"en": "Office\u202E of education"}}
	c.Settings.Partners = []Text{{"en": "Partner\u200B 1"}}
	c.Settings.RoleGroups[0].Name = Text{"en": "Officers\u2066"}
	r.do(organiser, c)
	set := r.s.Settings
	if set.Organisers[0]["en"] != "Office of education" || set.Partners[0]["en"] != "Partner 1" || set.RoleGroups[0].Name["en"] != "Officers" {
		t.Errorf("%q, %q, %q", set.Organisers, set.Partners, set.RoleGroups[0].Name)
	}
	if c.Settings.RoleGroups[0].Name["en"] != "Officers\u2066" {
		t.Error("the command was changed")
	}
}
