package workshop

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"testing"

	"sala.example/internal/rating"
)

// -update writes the states that the journals lead to. The journals themselves
// are what workshops out there have on their discs: once the program is
// released they are never written again. A new kind of event, or a new field,
// gets the next number beside them. Before the release, delete the newest to
// have it made anew.
var update = flag.Bool("update", false, "write the states of the golden journals, and the newest journal where there is none")

// goldenJournals are the forms that events have had, the present one last.
var goldenJournals = []string{"testdata/journal-v1", "testdata/journal-v2", "testdata/journal-v3"}

// newestJournal is in today's form.
var newestJournal = goldenJournals[len(goldenJournals)-1]

func TestTheNewestJournalHasEveryKind(t *testing.T) {
	if _, err := os.Stat(newestJournal + ".jsonl"); *update && os.IsNotExist(err) {
		writeJournal(t, wholeDay(t).journal)
	}
	lines := readJournal(t, newestJournal)
	for kind := range eventKinds {
		if !hasKind(lines, kind) {
			t.Errorf("%s has no event %s", newestJournal, kind)
		}
	}
}

// Old journals are read for ever, and lead to the same state.
func TestGoldenJournals(t *testing.T) {
	for _, name := range goldenJournals {
		t.Run(name, func(t *testing.T) { checkGolden(t, name) })
	}
}

func checkGolden(t *testing.T, name string) {
	lines, goldenState := readJournal(t, name), name+".state.json"
	state, err := json.MarshalIndent(replay(t, New(), lines), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	state = append(state, '\n')
	if *update {
		if err := os.WriteFile(goldenState, state, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(goldenState)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(state, want) {
		t.Errorf("the journal leads to another state than in %s; if that is meant, run go test -update and read the difference. First difference:\n%s", goldenState, firstDifference(state, want))
	}
}

// What an old event says is kept when it is written again.
func TestGoldenJournalIsCanonical(t *testing.T) {
	for _, line := range readJournal(t, newestJournal) {
		e, err := DecodeEvent(line.Kind, line.Data)
		if err != nil {
			t.Fatalf("event %d: %v", line.Seq, err)
		}
		data, err := Encode(e)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(data, line.Data) {
			t.Errorf("event %d, %s, is written anew as\n%s\ninstead of\n%s", line.Seq, line.Kind, data, line.Data)
		}
	}
}

func readJournal(t *testing.T, name string) []entry {
	t.Helper()
	f, err := os.Open(name + ".jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var lines []entry
	for scan := bufio.NewScanner(f); scan.Scan(); {
		var line entry
		if err := json.Unmarshal(scan.Bytes(), &line); err != nil {
			t.Fatalf("line %d: %v", len(lines)+1, err)
		}
		lines = append(lines, line)
	}
	return lines
}

func writeJournal(t *testing.T, lines []entry) {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for _, line := range lines {
		if err := enc.Encode(line); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(newestJournal+".jsonl", out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func hasKind(lines []entry, kind string) bool {
	for _, line := range lines {
		if line.Kind == kind {
			return true
		}
	}
	return false
}

func firstDifference(got, want []byte) string {
	a, b := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range min(len(a), len(b)) {
		if !bytes.Equal(a[i], b[i]) {
			return " got " + string(a[i]) + "\nwant " + string(b[i])
		}
	}
	return "one is longer than the other"
}

// wholeDay is a workshop in which every kind of event happens, with every
// optional field filled in at least once.
func wholeDay(t tb) *room {
	r := emptyRoom(t)
	c := sampleCreate()
	c.Settings.Place, c.Settings.Objective, c.Settings.ExpectedOutput = Text{"en": "Samut Sakhon"}, Text{"en": "Agree."}, Text{"en": "An agreed text."}
	c.Settings.SubObjectives, c.Settings.Draft, c.Settings.MadeUp = []Text{{"en": "Share."}}, true, true
	c.Settings.Gate = rating.Default()
	c.Programme[1].Room, c.Programme[1].Speakers = "Hall", []ID{"x1"}
	c.Programme[1].SubItems = []SubItem{{Title: Text{"en": "A city"}, Speakers: []ID{"x2"}}}
	c.Recommendations[0].Evidence = []Evidence{{ID: "e1", Statement: Text{"en": "Few attend."}, Source: "Survey", URL: "https://example.org/1", Gender: "girls"}}
	r.do(organiser, c)
	officers, parents := r.seat("officers", 3), r.seat("parents", 3)
	r.morningOfTheDay(officers, parents)
	r.afternoonOfTheDay(officers, parents)
	return r
}

func (r *room) morningOfTheDay(officers, parents []Actor) {
	r.do(desk, &Join{Participant: "p7", RoleGroup: "schools", Lang: "my", Desk: true})
	r.do(parents[0], &Introduce{Line: Say("Two children at school")})
	r.do(chair, &StartSession{Session: "s1"})
	r.later(oneMinute).do(chair, &FinishSession{Session: "s1"})
	r.do(chair, &StartSession{Session: "s2"})
	r.do(chair, &Replan{Moves: []Move{{"s3", "10:10", "10:30"}}})
	r.do(parents[0], &AskQuestion{Text: Say("Who pays?"), Lang: "th"})
	r.do(parents[1], &SupportQuestion{Question: "q1"})
	r.do(parents[1], &AskQuestion{Text: Say("Since when?")})
	r.do(chair, &CarryQuestion{Question: "q2"})
	for _, text := range []string{"Good morning.", "We begin with the fees.", "My name is Participant 7."} {
		r.do(interpreter, &SayCaption{Lang: "en", Text: Say(text)})
	}
	r.do(interpreter, &RemoveCaption{Caption: "l3"})
	r.do(interpreter, &CorrectCaption{Caption: "l2", Text: Say("We begin with the school fees.")})
	r.do(rapporteur, &AnswerQuestion{Question: "q1", Answer: Say("The province.")})
	r.do(rapporteur, &AddRecommendation{Segments: []Text{{"th": "ลดค่าธรรมเนียม"}}})
	r.do(rapporteur, &EditWording{Segment: "g1", Lang: "th", Rev: 1, Text: "รับเด็กทุกคนทันที", Reason: Say("Clearer.")})
	r.do(rapporteur, &ConfirmWording{Segment: "g1", Lang: "en", Rev: 1})
	for _, text := range []string{"Within ten days.", "Within a week.", "Soon."} {
		r.do(parents[2], propose("g2", "en", 1, text))
	}
	r.do(parents[2], &WithdrawAmendment{Amendment: "a3"})
	r.do(chair, &RejectAmendment{Amendment: "a2", Answer: Say("Ten is better.")})
	r.do(chair, &AcceptAmendment{Amendment: "a1", Answer: Say("Taken in.")})
	r.do(rapporteur, &EditWording{Segment: "g2", Lang: "th", Rev: 1, Text: "ภายในสิบวัน"})
	r.do(chair, &AddGroup{Label: Text{"en": "Group C"}, Template: "plan", Domains: []Domain{{ID: "d1", Name: Text{"en": "Now"}}}})
	r.do(officers[0], &JoinGroup{Group: "b1"})
	r.do(officers[0], &AddCard{Group: "b1", Domain: "d1", Text: Say("No papers")})
	r.do(officers[0], &AddCard{Group: "b1", Domain: "d1", Text: Say("Fees")})
	r.do(officers[0], &MoveCard{Card: "c1", Domain: "d2"})
	r.do(officers[0], &RemoveCard{Card: "c2"})
}

func (r *room) afternoonOfTheDay(officers, parents []Actor) {
	for i, o := range officers {
		r.do(o, &GiveStance{Recommendation: "r1", Stance: []string{StanceAgree, StanceAsk, StanceReserve}[i], Text: Say("For our office."), Until: "2014-10-07"})
	}
	r.do(parents[0], &RaiseObjection{Recommendation: "r1", Reason: Say("Too slow."), Remedy: Say("Seven days.")})
	r.do(chair, &SettleObjection{Objection: "o1", As: ObjectionDissent})
	round := r.do(chair, &OpenRound{Recommendations: []ID{"r1"}, Criteria: []string{rating.Equity}, Minutes: 10})[0].(*RoundOpened).ID
	for i, a := range slices.Concat(officers, parents) {
		c := &CastBallot{Round: round, Recommendation: "r1", Ratings: map[string]int{rating.Feasible: 8, rating.Acceptable: 8}}
		if i == 0 {
			c.DontKnow, c.Reason = []string{rating.Equity}, "It needs money."
		}
		r.nothing(a, c)
	}
	r.do(chair, &CloseRound{Round: round})
	r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: Agreed, Sentence: Say("Agreed.")})
	r.do(chair, &ReopenDecision{Recommendation: "r1", Reason: Say("A word is missing.")})
	r.do(chair, &RecordDecision{Recommendation: "r1", Outcome: AgreedWithDissent, Sentence: Say("One parent holds it is too slow.")})
	r.do(rapporteur, &PutAction{Group: "b1", Recommendation: "r1", Row: ActionRow{
		Action: Say("Write the rule"), Lead: Say("Education office"), Partners: Say("Schools"), FirstStep: Say("Call the schools"),
		FirstStepBy: "2014-10-10", Due: "2015-03-31", Budget: Say("None"), Indicator: Say("Children admitted"),
	}})
	r.do(rapporteur, &PutAction{Row: ActionRow{Action: Say("Another")}})
	r.do(rapporteur, &RemoveAction{Action: "n2"})
	r.opinionsOfTheDay(parents[0])
	r.do(chair, &Show{Mode: ScreenResult, Ref: "r1"})
	r.later(oneMinute).do(chair, &CloseWorkshop{})
	r.do(organiser, &ReportAction{Action: "n1", Status: ActionStarted, Note: Say("Under way.")})
	r.do(organiser, &RedactPassage{Ref: r.s.Question("q2").Text.Ref})
	r.do(parents[1], &EraseParticipant{Participant: parents[1].ID})
}

// opinionsOfTheDay collects opinions on three statements; a fourth is turned away.
func (r *room) opinionsOfTheDay(author Actor) {
	people := r.seat("schools", 12)
	people = append(people, r.seat("parents", 6)...)
	for _, text := range []string{"Schools open at seven.", "Teachers need help.", "Fees are too high."} {
		r.do(organiser, &SeedStatement{Text: Text{"en": text}})
	}
	id := r.do(chair, &OpenOpinion{})[0].(*OpinionOpened).ID
	r.do(author, &ProposeStatement{Text: Say("รถรับส่งควรฟรี"), Lang: "th"})
	r.do(author, &ProposeStatement{Text: Say("The mayor sleeps."), Lang: "en"})
	r.do(rapporteur, &TranslateStatement{Statement: "st4", Lang: "en", Text: Say("The bus should be free.")})
	r.do(rapporteur, &TranslateStatement{Statement: "st1", Lang: "th", Text: Say("โรงเรียนเปิดเจ็ดโมง")})
	r.do(chair, &ModerateStatement{Statement: "st4", As: StatementAccepted})
	r.do(chair, &ModerateStatement{Statement: "st5", As: StatementTurnedAway, Reason: Say("It is about a person.")})
	for i, a := range people {
		camp := 1 - 2*(i%2)
		for j, vote := range []int{camp, 1, -camp, camp * (i % 3 % 2)} {
			r.nothing(a, voteOn(id, fmt.Sprint("st", j+1), vote))
		}
	}
	r.do(chair, &CloseOpinion{Opinion: id})
}

// A field that this program does not know is refused wherever in an event it
// stands: a state built without it would be wrong without a sign.
func TestAnUnknownFieldIsRefusedAtEveryDepth(t *testing.T) {
	for _, line := range readJournal(t, newestJournal) {
		var tree any
		if err := json.Unmarshal(line.Data, &tree); err != nil {
			t.Fatal(err)
		}
		eachObject(tree, "", func(path string, object map[string]any) {
			object["unknown"] = []any{[]any{}} // fits no map of texts or numbers either
			defer delete(object, "unknown")
			data, err := json.Marshal(tree)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := DecodeEvent(line.Kind, data); err == nil {
				t.Errorf("%s: an unknown field in %q was skipped", line.Kind, path)
			}
		})
	}
}

// eachObject visits every JSON object of a tree, with the way to it.
func eachObject(tree any, path string, visit func(path string, object map[string]any)) {
	switch node := tree.(type) {
	case map[string]any:
		visit(path, node)
		for key, child := range node {
			eachObject(child, path+"."+key, visit)
		}
	case []any:
		for _, child := range node {
			eachObject(child, path+"[]", visit)
		}
	}
}
