package workshop

import (
	"testing"
	"time"
)

func TestAddRecommendation(t *testing.T) {
	r := newRoom(t)
	r.do(rapporteur, &AddRecommendation{
		Segments: []Text{{"th": "  ลดค่าธรรมเนียม  ", "en": "  "}},
		Evidence: []Evidence{{ID: "e1", Statement: Text{"en": "Fees keep children away."}}},
	})
	added := r.s.Recommendation("r3")
	if added.Number != 3 || len(added.Segments) != 1 || len(added.Evidence) != 1 {
		t.Fatalf("%+v", added)
	}
	g := added.Segments[0]
	if w := g.Wordings["th"]; w.Text != "ลดค่าธรรมเนียม" || w.Rev != 1 || w.Follows != 1 || len(g.Revisions("th")) != 1 {
		t.Errorf("%+v", w)
	}
	if _, there := g.Wordings["en"]; there {
		t.Error("a blank wording counts as one")
	}
	if status, lang := g.Status([]Lang{"th", "en"}); status != Missing || lang != "en" {
		t.Errorf("status %s %s", status, lang)
	}
}

func TestAddRecommendationRefusals(t *testing.T) {
	r := newRoom(t)
	for _, segments := range [][]Text{nil, {}, {nil}, {{"th": " "}}, {{"th": "ก"}, {"en": "\t"}}} {
		if args := r.refused(rapporteur, &AddRecommendation{Segments: segments}, "recommendation.empty"); args["number"] != "3" {
			t.Errorf("args %v", args)
		}
	}
	r.refused(rapporteur, &AddRecommendation{Segments: []Text{{"th": longPassage}}}, "text.too-long")
	r.refused(rapporteur, &AddRecommendation{Segments: []Text{{"th": "a\x00"}}}, "text.not-text")
}

func TestEditMakesTheOtherLanguageOutdated(t *testing.T) {
	r := newRoom(t)
	required := r.s.Settings.Required
	_, g := r.s.Segment("g1")
	check := func(step, status string, lang Lang, th, en int) {
		t.Helper()
		if s, l := g.Status(required); s != status || l != lang {
			t.Errorf("%s: status %s %s, want %s %s", step, s, l, status, lang)
		}
		if g.Wordings["th"].Rev != th || g.Wordings["en"].Rev != en {
			t.Errorf("%s: revisions %d and %d, want %d and %d", step, g.Wordings["th"].Rev, g.Wordings["en"].Rev, th, en)
		}
	}
	check("new", Same, "", 1, 1)
	r.edit("g1", "th", "รับเด็กทุกคนทันที")
	check("Thai edited", Newer, "th", 2, 1)
	if g.Outdated("th") || !g.Outdated("en") || g.Outdated("my") {
		t.Error("only the English is outdated")
	}
	r.edit("g1", "th", "รับเด็กทุกคนโดยไม่ชักช้า")
	check("Thai edited again", Newer, "th", 3, 1)
	r.edit("g1", "en", "Admit every child without delay.")
	check("English caught up", Same, "", 3, 2)
	r.edit("g1", "en", "Admit every single child without delay.")
	check("English edited", Newer, "en", 3, 3)
	r.do(rapporteur, &ConfirmWording{Segment: "g1", Lang: "th", Rev: 3})
	check("Thai confirmed", Same, "", 3, 3)
	r.nothing(rapporteur, &ConfirmWording{Segment: "g1", Lang: "th", Rev: 3})
}

func TestMinorEditLeavesTheOtherLanguageCurrent(t *testing.T) {
	r := newRoom(t)
	r.do(rapporteur, &EditWording{Segment: "g1", Lang: "en", Rev: 1, Text: "Admit every child!", Minor: true})
	if _, g := r.s.Segment("g1"); g.Outdated("th") || g.Wordings["en"].Rev != 2 || len(g.Revisions("en")) != 2 {
		t.Errorf("%+v", g)
	}
}

// A typo put right in an outdated wording does not make it say what the other
// language says now (promise 3: the languages cannot drift apart unseen).
func TestMinorEditDoesNotCatchUp(t *testing.T) {
	r := newRoom(t)
	r.edit("g1", "en", "Admit every child, at no cost.")
	r.do(rapporteur, &EditWording{Segment: "g1", Lang: "th", Rev: 1, Text: "รับเด็กทุก ๆ คน", Minor: true})
	if _, g := r.s.Segment("g1"); !g.Outdated("th") {
		t.Error("a correction of the outdated Thai made it pass as a translation of the new English")
	}
}

func TestEditAWordingThatWasMissing(t *testing.T) {
	r := newRoom(t)
	r.do(rapporteur, &AddRecommendation{Segments: []Text{{"th": "ลดค่าธรรมเนียม"}}})
	r.refused(rapporteur, &EditWording{Segment: "g4", Lang: "en", Rev: 1, Text: "Reduce fees."}, "text.moved-on")
	r.do(rapporteur, &EditWording{Segment: "g4", Lang: "en", Rev: 0, Text: " Reduce fees. "})
	_, g := r.s.Segment("g4")
	if status, _ := g.Status(r.s.Settings.Required); status != Same || g.Wordings["en"].Text != "Reduce fees." || g.Wordings["en"].Rev != 1 {
		t.Errorf("%+v", g)
	}
}

func TestEditRefusals(t *testing.T) {
	r := newRoom(t)
	edit := func(segment ID, lang Lang, rev int, text string) *EditWording {
		return &EditWording{Segment: segment, Lang: lang, Rev: rev, Text: text}
	}
	r.refused(rapporteur, edit("g9", "en", 1, "x"), "segment.unknown")
	r.refused(rapporteur, edit("g1", "en", 1, "  "), "text.empty")
	r.refused(rapporteur, edit("g1", "en", 1, longPassage), "text.too-long")
	r.refused(rapporteur, edit("g1", "my", 0, "x"), "language.unknown")
	r.refused(rapporteur, edit("g1", "en", 1, " Admit every child. "), "text.unchanged")
	r.refused(rapporteur, &EditWording{Segment: "g1", Lang: "en", Rev: 1, Text: "x", Reason: Say(longPassage)}, "text.too-long")
	if args := r.refused(rapporteur, edit("g1", "en", 0, "x"), "text.moved-on"); args["rev"] != "1" {
		t.Errorf("args %v", args)
	}
	r.refused(rapporteur, edit("g1", "en", 2, "x"), "text.moved-on")

	r.refused(rapporteur, &ConfirmWording{Segment: "g9", Lang: "en", Rev: 1}, "segment.unknown")
	r.refused(rapporteur, &ConfirmWording{Segment: "g1", Lang: "en", Rev: 2}, "text.moved-on")
	r.refused(rapporteur, &ConfirmWording{Segment: "g1", Lang: "my", Rev: 0}, "text.moved-on")
}

func TestEditWaitsForRoundAndDecision(t *testing.T) {
	r := newRoom(t)
	officers := r.seat("officers", 3)
	edit := &EditWording{Segment: "g1", Lang: "en", Rev: 1, Text: "Admit all."}
	round := r.open("r1")
	r.refused(rapporteur, edit, "text.being-rated")
	r.edit("g3", "en", "Provide interpreters.") // r2 is not being rated
	for _, o := range officers {
		r.vote(o, round, "r1", 8, 8)
	}
	r.do(chair, &CloseRound{Round: round})
	r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: Agreed})
	if args := r.refused(rapporteur, edit, "text.decided"); args["number"] != "1" {
		t.Errorf("args %v", args)
	}
	r.do(chair, &ReopenDecision{Recommendation: "r1", Reason: Say("A word is missing.")})
	r.do(rapporteur, edit)
}

func TestHistoryKeepsEveryWording(t *testing.T) {
	r := newRoom(t)
	r.later(time.Minute).edit("g2", "en", "Within ten days.")
	r.later(time.Minute).edit("g2", "en", "Within eight days.")
	_, g := r.s.Segment("g2")
	var texts []string
	for i, w := range g.Revisions("en") {
		texts = append(texts, w.Text)
		if want := morning.Add(time.Duration(i) * time.Minute); w.Rev != i+1 || !w.At.Equal(want) {
			t.Errorf("revision %d at %v, want %d at %v", w.Rev, w.At, i+1, want)
		}
	}
	equal(t, "history", texts, []string{"Within seven days.", "Within ten days.", "Within eight days."})
}
