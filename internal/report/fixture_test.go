package report

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// day runs a workshop by real commands, as the room does: words are sealed,
// events are written and read back, ballots stay outside.
type day struct {
	t       *testing.T
	s       *workshop.State
	now     time.Time
	next    int
	words   map[string]string
	ballots []workshop.Ballot
}

func newDay(t *testing.T) *day {
	return &day{t: t, s: workshop.New(), now: at("08:30"), words: map[string]string{}}
}

// at is a time of the fixture's day, in the zone of the workshop.
func at(clock string) time.Time {
	t, err := time.Parse("2006-01-02 15:04 -0700", "2014-09-23 "+clock+" +0700")
	if err != nil {
		panic(err)
	}
	return t
}

func (d *day) newID(prefix string) workshop.ID {
	d.next++
	return fmt.Sprintf("%s_%03d", prefix, d.next)
}

// do gives a command in a role and applies what follows.
func (d *day) do(role, actor string, c workshop.Command) {
	d.t.Helper()
	for _, w := range workshop.WordsIn(c) {
		if !w.IsZero() {
			ref := d.newID("t")
			d.words[ref] = w.Plain()
			w.Seal(ref, "hash of "+ref)
		}
	}
	events, err := workshop.Decide(d.s, c, workshop.Env{
		Actor: workshop.Actor{ID: actor, Role: role}, Now: d.now, NewID: d.newID,
		Mask:    func(thing string) string { return "mask " + actor + " " + thing },
		Read:    func(w workshop.Words) (string, bool) { text, ok := d.words[w.Ref]; return text, ok },
		Ballots: func(workshop.ID) ([]workshop.Ballot, error) { return d.ballots, nil },
	})
	if err != nil {
		d.t.Fatalf("%s: %v", c.Name(), err)
	}
	for _, e := range events {
		d.apply(e, role)
	}
}

func (d *day) apply(e workshop.Event, role string) {
	d.t.Helper()
	data, err := workshop.Encode(e)
	if err != nil {
		d.t.Fatal(err)
	}
	read, err := workshop.DecodeEvent(e.Kind(), data)
	if err != nil {
		d.t.Fatal(err)
	}
	if err := workshop.Apply(d.s, read, workshop.Meta{Seq: d.s.Seq + 1, At: d.now, Role: role}); err != nil {
		d.t.Fatal(err)
	}
}

func (d *day) chair(c workshop.Command)            { d.t.Helper(); d.do("chair", "", c) }
func (d *day) by(actor string, c workshop.Command) { d.t.Helper(); d.do("participant", actor, c) }
func (d *day) rec(n int) *workshop.Recommendation  { return &d.s.Recommendations[n-1] }
func (d *day) seg(n int) workshop.Segment          { return d.rec(n).Segments[0] }
func (d *day) read(w workshop.Words) string        { return d.words[w.Ref] }
func (d *day) lastAmendment() workshop.ID          { return d.s.Amendments[len(d.s.Amendments)-1].ID }
func (d *day) erase(w workshop.Words)              { delete(d.words, w.Ref) }
func say(text string) workshop.Words               { return workshop.Say(text) }
func both(en, th string) workshop.Text             { return workshop.Text{"en": en, "th": th} }
func (d *day) decide(n int, outcome, sentence string) {
	d.t.Helper()
	d.chair(decision(d.rec(n).ID, outcome, sentence))
}

func decision(id workshop.ID, outcome, sentence string) *workshop.RecordDecision {
	return &workshop.RecordDecision{Recommendation: id, Outcome: outcome, Sentence: say(sentence)}
}

// The role groups: the employers are two, so that their ratings must be merged.
var groupSizes = []struct {
	id   string
	name workshop.Text
	size int
}{
	{"officers", both("Provincial officers", "เจ้าหน้าที่จังหวัด"), 9},
	{"schools", both("Schools", "สถานศึกษา"), 8},
	{"ngos", both("NGOs", "องค์กรพัฒนาเอกชน"), 6},
	{"families", both("Migrant families", "ครอบครัวข้ามชาติ"), 5},
	{"employers", both("Employers", "นายจ้าง"), 2},
}

func (d *day) create() {
	var recommendations []workshop.AddRecommendation
	data, err := os.ReadFile("testdata/recommendations.json")
	if err != nil {
		d.t.Fatal(err)
	}
	if err := json.Unmarshal(data, &recommendations); err != nil {
		d.t.Fatal(err)
	}
	set := workshop.Settings{
		Title:          both("Policy recommendations for migrant integration, Samut Sakhon Province", "ข้อเสนอเชิงนโยบายเพื่อการบูรณาการผู้ย้ายถิ่น จังหวัดสมุทรสาคร"),
		Place:          both("Mahidol University, Salaya", "มหาวิทยาลัยมหิดล ศาลายา"),
		ExpectedOutput: both("revised and agreed policy recommendations that provincial officers find feasible and acceptable", "ข้อเสนอเชิงนโยบายที่ปรับแก้และเห็นชอบร่วมกัน ซึ่งเจ้าหน้าที่จังหวัดเห็นว่าเป็นไปได้และยอมรับได้"),
		Timezone:       "Asia/Bangkok", Floor: "th", Interpretation: []string{"en"}, Required: []string{"th", "en"},
		AcceptingParty: "officers", MadeUp: true,
	}
	for _, g := range groupSizes {
		set.RoleGroups = append(set.RoleGroups, workshop.RoleGroup{ID: g.id, Name: g.name})
	}
	item := func(start, end, en, th, kind string, decides bool, speakers ...string) workshop.Session {
		return workshop.Session{Date: "2014-09-23", Start: start, End: end, Title: both(en, th), Kind: kind, Decides: decides, Speakers: speakers}
	}
	d.chair(&workshop.Create{
		ID: "w_fixture", Settings: set, Recommendations: recommendations,
		Programme: []workshop.Session{
			item("08:30", "09:00", "Registration", "ลงทะเบียน", "registration", false),
			item("09:00", "09:10", "Opening", "พิธีเปิด", "opening", false, "speaker-1"),
			item("09:10", "10:35", "Presentation of research findings", "นำเสนอผลการวิจัย", "talk", false, "speaker-2", "speaker-3"),
			item("10:35", "10:45", "Coffee break", "พักรับประทานอาหารว่าง", "break", false),
			item("10:45", "12:00", "Group work", "ประชุมกลุ่มย่อย", "group", false),
			item("12:00", "13:00", "Lunch", "พักรับประทานอาหารกลางวัน", "break", false),
			item("13:00", "16:30", "Agreement on the recommendations", "พิจารณาและลงมติข้อเสนอแนะ", "decision", true),
			item("16:30", "", "Closing", "ปิดการประชุม", "closing", false),
		},
		Groups: []workshop.AddGroup{
			{Label: both("Group 1: school", "กลุ่ม 1 โรงเรียน"), Template: "ager_strang", Domains: []workshop.Domain{
				{ID: "education", Name: both("Education", "การศึกษา")}, {ID: "language", Name: both("Language", "ภาษา")}, {ID: "safety", Name: both("Safety", "ความปลอดภัย")},
			}},
			{Label: both("Group 2: work", "กลุ่ม 2 การทำงาน"), Template: "ager_strang", Domains: []workshop.Domain{{ID: "work", Name: both("Work", "การทำงาน")}}},
		},
	})
}

func (d *day) join() {
	for _, g := range groupSizes {
		for i := range g.size {
			lang := "th"
			if g.id == "families" && i > 1 {
				lang = "en"
			}
			if g.id == "families" && i == 0 {
				lang = "my"
			}
			d.do("desk", "", &workshop.Join{Participant: person(g.id, i), RoleGroup: g.id, Lang: lang, Desk: true})
		}
	}
}

func person(group string, i int) string { return fmt.Sprintf("p_%s_%d", group, i) }

// run starts and finishes one item of the programme.
func (d *day) run(item int, from, to string) {
	d.now = at(from)
	d.chair(&workshop.StartSession{Session: d.s.Programme[item].ID})
	d.now = at(to)
	d.chair(&workshop.FinishSession{Session: d.s.Programme[item].ID})
}

// profile is how a role group rates: officers, schools, NGOs, families,
// employers; each rating is given in turn to the people of the group.
type profile [5][]int

func everybody(low, high int) profile {
	between := []int{high, low, high, high}
	return profile{between, between, between, between, between}
}

// rate gives every entitled person's ballot on one recommendation.
func (d *day) rate(n int, feasible, acceptable profile) {
	for i, g := range groupSizes {
		for k := range g.size {
			b := workshop.Ballot{Recommendation: d.rec(n).ID, RoleGroup: g.id, Ratings: map[string]int{}}
			if f := feasible[i]; len(f) > 0 {
				b.Ratings[rating.Feasible] = f[k%len(f)]
			}
			if a := acceptable[i]; len(a) > 0 {
				b.Ratings[rating.Acceptable] = a[k%len(a)]
			}
			d.ballots = append(d.ballots, b)
		}
	}
}

func (d *day) round(from, to string, numbers []int, ballots func()) {
	d.t.Helper()
	open := &workshop.OpenRound{}
	for _, n := range numbers {
		open.Recommendations = append(open.Recommendations, d.rec(n).ID)
	}
	d.now, d.ballots = at(from), nil
	d.chair(open)
	ballots()
	d.now = at(to)
	d.chair(&workshop.CloseRound{Round: d.s.OpenRound().ID})
}
