package report

import (
	"fmt"
	"strconv"
	"strings"

	"sala.example/internal/document"
	"sala.example/internal/locale"
	"sala.example/internal/opinion"
	"sala.example/internal/workshop"
)

// opinions tells of each opinion map that was collected: what it is not, how far
// to trust it, the picture, and what unites, divides and bridges.
func (b *builder) opinions() []document.Block {
	var blocks []document.Block
	for i := range b.s.Opinions {
		if o := b.s.Opinions[i].Outcome; o != nil && len(b.told(o)) > 0 {
			blocks = append(blocks, b.opinion(&b.s.Opinions[i], o)...)
		}
	}
	return b.section("opinions", blocks)
}

func (b *builder) opinion(collected *workshop.Opinion, o *opinion.Outcome) []document.Block {
	figures := b.aboutOpinion("counts", "n", strconv.Itoa(len(o.Statements)), "m", strconv.Itoa(o.People), "v", strconv.Itoa(o.Votes))
	blocks := []document.Block{
		paragraph(document.Lead, b.aboutOpinion("not")),
		paragraph(document.Small, b.span(b.clock(collected.Opened), b.clock(collected.Closed))+" · "+figures),
		paragraph(document.Body, strings.Join(b.trust(o), " ")),
	}
	if len(o.Groups) > 1 {
		blocks = append(blocks, document.Figure{Drawing: OpinionPicture(o, b.lang, nil, false), Caption: b.aboutOpinion("map"), Table: b.standsTable(o)})
	}
	for _, part := range []struct {
		key  string
		list []opinion.OutcomeStatement
	}{{"unites", o.Unites()}, {"divides", o.Divides()}, {"bridges", o.Bridges()}} {
		if table := b.opinionTable(o, part.list); len(table.Rows) > 0 {
			blocks = append(blocks, b.part(b.aboutOpinion(part.key), table)...)
		}
	}
	return blocks
}

// aboutOpinion is a sentence of the area that screen and report share.
func (b *builder) aboutOpinion(key string, args ...string) string {
	return locale.Say(b.lang, "opinion."+key, args...)
}

// trust says how far to trust the groups, and who is in none.
func (b *builder) trust(o *opinion.Outcome) []string {
	said := []string{b.aboutOpinion("no-groups")}
	if len(o.Groups) > 1 {
		said = []string{b.aboutOpinion("apart." + o.Apart()), b.aboutOpinion("steady." + o.Steadiness())}
		if o.Stability != nil {
			said = append(said, b.aboutOpinion("measures", "silhouette", fmt.Sprintf("%.2f", o.Silhouette), "stability", fmt.Sprintf("%.2f", o.Stability.Mean), "n", strconv.Itoa(o.Stability.Resamples)))
		}
	}
	if o.Ungrouped > 0 && len(o.Groups) > 0 {
		said = append(said, b.aboutOpinion("ungrouped", "n", strconv.Itoa(o.Ungrouped)))
	}
	return said
}

// told are the numbers of the statements that have words left.
func (b *builder) told(o *opinion.Outcome) map[workshop.ID]int {
	numbers := o.Numbers()
	for id := range numbers {
		if len(b.statement(id)) == 0 {
			delete(numbers, id)
		}
	}
	return numbers
}

// statement is a statement in the report's language, or else in another that it
// is in; nothing when its author's words are gone.
func (b *builder) statement(id workshop.ID) []document.Run {
	st := b.s.Statement(id)
	if st == nil {
		return nil
	}
	text := workshop.Text{}
	for lang, words := range st.Text {
		text[lang] = words
	}
	for i, said := range st.Said {
		words := b.read(said.Text)
		if words == "" && i == 0 && !st.Seeded() {
			return nil
		}
		text[said.Lang] = words
	}
	words := text.In(b.lang)
	if words == "" {
		return nil
	}
	return []document.Run{{Text: words, Lang: b.script(words)}}
}

// standsTable is the picture in words: each group, and what it stands for.
func (b *builder) standsTable(o *opinion.Outcome) *document.Table {
	t := &document.Table{Header: []string{b.say("col-group"), "n", b.aboutOpinion("stands")}, Widths: []float64{18, 8, 74}, RowHeads: true, Align: []document.Align{document.Start, document.End, document.Start}}
	numbers := b.told(o)
	for g, group := range o.Groups {
		var stands [][]document.Run
		for _, stand := range group.Stands {
			if n, told := numbers[stand.Statement]; told {
				stands = append(stands, append(plain(fmt.Sprintf("%d · %s: ", n, b.aboutOpinion("for."+stand.For))), b.statement(stand.Statement)...))
			}
		}
		if len(stands) == 0 {
			stands = append(stands, plain("–"))
		}
		t.Rows = append(t.Rows, []document.Cell{text(b.aboutOpinion("group", "name", opinion.GroupName(g))), text(strconv.Itoa(group.Size)), {Runs: lines(stands...)}})
	}
	return t
}

// opinionTable is a row per statement: its number in the picture, its words,
// and how each group voted: agree, disagree, pass.
func (b *builder) opinionTable(o *opinion.Outcome, list []opinion.OutcomeStatement) document.Table {
	t := document.Table{Header: []string{b.say("col-number"), b.aboutOpinion("statement"), b.aboutOpinion("how-voted")}, Widths: []float64{6, 54, 40}, RowHeads: true, Align: []document.Align{document.End, document.Start, document.Start}}
	numbers := b.told(o)
	for _, s := range list {
		n, told := numbers[s.ID]
		if !told {
			continue
		}
		var votes [][]document.Run
		for _, c := range s.Cells {
			key, name := "votes", ""
			if c.Group < 0 {
				key = "votes-none"
			} else {
				name = opinion.GroupName(c.Group)
			}
			votes = append(votes, plain(b.aboutOpinion(key, "name", name, "agree", strconv.Itoa(c.Agree), "disagree", strconv.Itoa(c.Disagree), "pass", strconv.Itoa(c.Votes-c.Agree-c.Disagree))))
		}
		t.Rows = append(t.Rows, []document.Cell{text(strconv.Itoa(n)), {Runs: b.statement(s.ID)}, {Runs: lines(votes...)}})
	}
	return t
}
