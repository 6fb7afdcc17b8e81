package report

import (
	"slices"
	"strconv"
	"strings"

	"sala.example/internal/document"
	"sala.example/internal/locale"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// facts are the named lines beneath a text; a line without words is left out.
type facts struct{ rows [][]document.Cell }

func (f *facts) add(name string, runs []document.Run) {
	if len(runs) > 0 {
		f.rows = append(f.rows, []document.Cell{text(name), {Runs: runs}})
	}
}

func (f *facts) table() document.Table {
	return document.Table{RowHeads: true, Widths: []float64{20, 80}, Rows: f.rows}
}

// addRatings adds a line per criterion, with the medians of the room and of
// the accepting party and a word on disagreement.
func (b *builder) addRatings(f *facts, r *workshop.Recommendation) {
	round, result := b.result(r)
	if result == nil {
		f.add(b.say("fact-ratings"), plain(b.say("not-rated")))
		return
	}
	for _, c := range result.Tally.Criteria {
		f.add(b.criterion(c.Criterion), plain(b.medians(c, round.Gate.Convention)))
	}
}

func (b *builder) criterion(name string) string { return locale.Say(b.lang, "gate.criterion-"+name) }

func (b *builder) medians(c rating.CriterionTally, convention rating.Convention) string {
	room := c.Room()
	if room.N() == 0 {
		return b.say("too-few")
	}
	party := b.say("too-few")
	if cell, shown := c.Cell(b.s.Settings.AcceptingParty); shown {
		party = number(rating.Summarise(cell.Counts, convention).Median)
	}
	return strings.Join([]string{
		b.say("median-room", "median", number(rating.Summarise(room, convention).Median)),
		b.s.AcceptingName(b.lang) + " " + party,
		b.disagreement(c, convention),
	}, " · ")
}

// disagreement names the groups that disagree within themselves.
func (b *builder) disagreement(c rating.CriterionTally, convention rating.Convention) string {
	var groups []string
	for _, cell := range inOrder(b.s, c.Cells) {
		if rating.Summarise(cell.Counts, convention).Disagrees() {
			groups = append(groups, b.groupName(cell.Name()))
		}
	}
	switch {
	case len(groups) > 0:
		return b.say("disagreement-in", "groups", b.list(groups))
	case rating.Summarise(c.Room(), convention).Disagrees():
		return b.say("disagreement-room")
	}
	return b.say("no-disagreement")
}

// list names several things in a row.
func (b *builder) list(names []string) string { return strings.Join(names, b.say("list-join")) }

// objections are the reasons and remedies of the objections that ended so.
func (b *builder) objections(r *workshop.Recommendation, statuses ...string) []document.Run {
	var all [][]document.Run
	for _, o := range b.s.Objections {
		if o.Recommendation == r.ID && slices.Contains(statuses, o.Status) && b.read(o.Reason)+b.read(o.Remedy) != "" {
			all = append(all, b.objection(o))
		}
	}
	return lines(all...)
}

func (b *builder) objection(o workshop.Objection) []document.Run {
	reason := []document.Run{b.written(o.Reason)}
	if b.read(o.Remedy) == "" {
		return reason
	}
	return lines(reason, []document.Run{{Text: b.say("remedy") + " ", Soft: true}, b.written(o.Remedy)})
}

func (b *builder) stanceHead() string {
	return b.say("fact-stances", "party", b.s.AcceptingName(b.lang))
}

// stances counts what the accepting party said for their office, with the
// texts of reservations and refusals, and the dates of questions to superiors.
func (b *builder) stances(r *workshop.Recommendation) []document.Run {
	var counts []string
	var texts [][]document.Run
	for _, kind := range []string{workshop.StanceAgree, workshop.StanceReserve, workshop.StanceAsk, workshop.StanceCannot} {
		n := 0
		for _, st := range b.s.StancesOn(r.ID) {
			if st.Stance == kind {
				n++
				texts = append(texts, b.stance(st))
			}
		}
		if n > 0 {
			counts = append(counts, b.say("stance-"+kind)+" "+strconv.Itoa(n))
		}
	}
	if len(counts) == 0 {
		return nil
	}
	return lines(append([][]document.Run{plain(strings.Join(counts, " · "))}, texts...)...)
}

func (b *builder) stance(st workshop.Stance) []document.Run {
	head := b.say("stance-" + st.Stance)
	if st.Until != "" {
		head = b.say("stance-until", "stance", head, "date", b.day(st.Until))
	}
	said := b.read(st.Text)
	switch {
	case said != "":
		return []document.Run{{Text: head + ": ", Soft: true}, b.written(st.Text)}
	case st.Until != "":
		return []document.Run{{Text: head, Soft: true}}
	}
	return nil
}

// evidence names what a text rests on, and says what is missing (promise 11).
// The statements stand in the section of the evidence.
func (b *builder) evidence(r *workshop.Recommendation) []document.Run {
	if len(r.Evidence) == 0 {
		return []document.Run{{Text: b.say("no-evidence"), Soft: true}}
	}
	var runs []document.Run
	tellsGender := false
	for i, e := range r.Evidence {
		if i > 0 {
			runs = append(runs, document.Run{Text: b.say("list-join")})
		}
		runs = append(runs, document.Run{Text: e.ID, Link: "#evidence"})
		tellsGender = tellsGender || e.Gender != ""
	}
	if !tellsGender {
		runs = append(runs, document.Run{Text: " · " + b.say("no-gender"), Soft: true})
	}
	return runs
}
