package report

import (
	"fmt"
	"slices"
	"strconv"

	"sala.example/internal/document"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// undecided stands beside the outcomes of workshop.Outcomes.
const undecided = "undecided"

func outcome(r *workshop.Recommendation) string {
	if d := r.Decision(); d != nil {
		return d.Outcome
	}
	return undecided
}

// recommendations lists those with one of the outcomes, by number.
func (b *builder) recommendations(outcomes ...string) []*workshop.Recommendation {
	var list []*workshop.Recommendation
	for i := range b.s.Recommendations {
		r := &b.s.Recommendations[i]
		if slices.Contains(outcomes, outcome(r)) {
			list = append(list, r)
		}
	}
	return list
}

func (b *builder) state(r *workshop.Recommendation) *document.State {
	marks := map[string]document.Mark{
		workshop.Agreed: document.Agreed, workshop.AgreedWithDissent: document.Reserved,
		workshop.Revise: document.Revise, workshop.RejectedOutcome: document.Rejected,
	}
	return &document.State{Mark: marks[outcome(r)], Word: b.say("outcome-" + outcome(r))}
}

func anchor(r *workshop.Recommendation) string { return fmt.Sprint("rec-", r.Number) }

// name is a recommendation's number and first words, as a heading.
func (b *builder) name(r *workshop.Recommendation) string {
	title := short(b.firstWords(r))
	if title == "" {
		return b.say("recommendation", "n", strconv.Itoa(r.Number))
	}
	return fmt.Sprintf("%d. %s", r.Number, title)
}

func (b *builder) firstWords(r *workshop.Recommendation) string {
	for i := range r.Segments {
		for _, lang := range b.languages() {
			if words := decidedText(r, &r.Segments[i], lang); words != "" {
				return words
			}
		}
	}
	return ""
}

// decidedText is the revision that the decision in force binds, never the
// present wording if that has moved on; without a decision it is the present.
func decidedText(r *workshop.Recommendation, g *workshop.Segment, lang workshop.Lang) string {
	d := r.Decision()
	if d == nil {
		return g.Wordings[lang].Text
	}
	for _, bound := range d.Bound {
		if bound.Segment == g.ID && bound.Lang == lang {
			return revision(g, lang, bound.Rev)
		}
	}
	return ""
}

func revision(g *workshop.Segment, lang workshop.Lang, rev int) string {
	w, _ := g.Revision(lang, rev)
	return w.Text
}

// wording is a recommendation under its heading, each segment in all languages.
func (b *builder) wording(r *workshop.Recommendation) []document.Block {
	blocks := []document.Block{
		document.Rule{},
		document.Heading{Level: 2, ID: anchor(r), Text: b.say("recommendation", "n", strconv.Itoa(r.Number)), State: b.state(r)},
	}
	for i := range r.Segments {
		blocks = append(blocks, b.sideBySide(func(lang workshop.Lang) []document.Run {
			return b.wordingRuns(lang, decidedText(r, &r.Segments[i], lang))
		})...)
	}
	return blocks
}

func (b *builder) wordingRuns(lang workshop.Lang, words string) []document.Run {
	if words == "" {
		return []document.Run{{Text: b.say("no-wording", "lang", b.language(lang)), Lang: b.lang, Soft: true}}
	}
	return plain(words)
}

// sideBySide pairs the first two languages, the report's own at the left; a
// further one stands beneath.
func (b *builder) sideBySide(in func(lang workshop.Lang) []document.Run) []document.Block {
	langs := b.languages()
	var blocks []document.Block
	if len(langs) >= 2 {
		blocks = append(blocks, document.Pair{
			Left:  document.Cell{Lang: langs[0], Runs: in(langs[0])},
			Right: document.Cell{Lang: langs[1], Runs: softly(in(langs[1]))},
		})
		langs = langs[2:]
	}
	for _, lang := range langs {
		blocks = append(blocks, document.Paragraph{Lang: lang, Runs: in(lang)})
	}
	return blocks
}

// softly greys all but what changed.
func softly(runs []document.Run) []document.Run {
	for i := range runs {
		runs[i].Soft = !runs[i].Ins && !runs[i].Del
	}
	return runs
}

// result is the rating that the decision rests on, else the newest there is.
func (b *builder) result(r *workshop.Recommendation) (*workshop.Round, *workshop.Result) {
	if d := r.Decision(); d != nil && d.Round != "" {
		if round := b.s.Round(d.Round); round != nil {
			for i := range round.Results {
				if round.Results[i].Recommendation == r.ID {
					return round, &round.Results[i]
				}
			}
		}
	}
	return b.s.LastResult(r.ID)
}

func (b *builder) language(lang workshop.Lang) string { return languageName(b.lang, lang) }

// groupName is the name of a role group, or of smaller groups together.
func (b *builder) groupName(id workshop.ID) string {
	if id == rating.Others {
		return others(b.lang)
	}
	return b.s.GroupName(id, b.lang)
}
