package rehearse

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sala.example/internal/room/view"
)

// amend: participants propose, the chair accepts two of three and rejects the
// third, the rapporteur brings the other language in line. In a demonstration
// the last ones are left for the visitor.
func (d *Day) amend(ctx context.Context) error {
	for i := 1; i < len(d.recommendation); i += 2 {
		if err := d.propose(ctx, i, (i/2)%len(clauses)); err != nil {
			return err
		}
	}
	texts, err := d.chair.texts(ctx)
	if err != nil {
		return err
	}
	n := 0
	for i := range d.recommendation {
		for _, a := range texts[d.recommendation[i].id].Amendments {
			if a.Status != "proposed" {
				continue
			}
			n++
			if d.leaveOpen && n > 4 {
				continue
			}
			if err := d.settle(ctx, i, a, n%3 != 0); err != nil {
				return err
			}
		}
	}
	return nil
}

// propose adds a clause to a recommendation, in the language of whoever does.
func (d *Day) propose(ctx context.Context, i, clause int) error {
	r := &d.recommendation[i]
	p := d.some(1)[0]
	segment, err := d.segment(ctx, r.id)
	if err != nil {
		return err
	}
	lang := p.lang
	wording, ok := segment.Wordings[lang]
	if !ok {
		for lang, wording = range segment.Wordings {
			break
		}
	}
	d.o.Clock.Advance(time.Minute)
	return p.do(ctx, "amendment.propose", map[string]any{
		"segment": segment.ID, "lang": lang, "rev": wording.Rev,
		"text": extend(wording.Text, clauses[clause].text[lang], lang), "reason": clauses[clause].reason[lang],
	})
}

func extend(text, clause, lang string) string {
	if lang == "en" && !strings.HasSuffix(text, ".") {
		text += "."
	}
	return text + clause
}

// segment is a recommendation's first paragraph as it stands.
func (d *Day) segment(ctx context.Context, id string) (view.Segment, error) {
	texts, err := d.chair.texts(ctx)
	if err != nil {
		return view.Segment{}, err
	}
	r, ok := texts[id]
	if !ok || len(r.Segments) == 0 {
		return view.Segment{}, fmt.Errorf("recommendation %s has no text", id)
	}
	return r.Segments[0], nil
}

// settle accepts or rejects an amendment, and after an acceptance brings the
// other languages in line.
func (d *Day) settle(ctx context.Context, i int, a view.Amendment, accept bool) error {
	if !accept {
		return d.chair.do(ctx, "amendment.reject", map[string]string{"amendment": a.ID, "answer": rejection[a.Lang]})
	}
	if err := d.chair.do(ctx, "amendment.accept", map[string]string{"amendment": a.ID}); err != nil {
		return err
	}
	d.recommendation[i].revised++
	return d.translate(ctx, i, clauseOf(a))
}

// clauseOf finds which clause an amendment added.
func clauseOf(a view.Amendment) int {
	for n, c := range clauses {
		if strings.HasSuffix(a.Text, c.text[a.Lang]) {
			return n
		}
	}
	return 0
}

// translate is the rapporteur's work: the wordings that are outdated or
// missing get the clause too.
func (d *Day) translate(ctx context.Context, i, clause int) error {
	segment, err := d.segment(ctx, d.recommendation[i].id)
	if err != nil {
		return err
	}
	for _, lang := range []string{"en", "th"} {
		wording, ok := segment.Wordings[lang]
		if !ok || !wording.Outdated {
			continue
		}
		d.o.Clock.Advance(30 * time.Second)
		edit := map[string]any{"segment": segment.ID, "lang": lang, "rev": wording.Rev, "text": extend(wording.Text, clauses[clause].text[lang], lang)}
		if err := d.rapporteur.do(ctx, "wording.edit", edit); err != nil {
			return err
		}
	}
	return nil
}

// completeLanguages gives every recommendation that has only one language a
// wording in the other, marked as to be translated: nobody here can translate.
func (d *Day) completeLanguages(ctx context.Context) error {
	texts, err := d.chair.texts(ctx)
	if err != nil {
		return err
	}
	for _, r := range d.recommendation {
		for _, segment := range texts[r.id].Segments {
			if segment.Status != "missing" {
				continue
			}
			for _, wording := range segment.Wordings {
				edit := map[string]any{"segment": segment.ID, "lang": segment.Lang, "rev": 0, "text": fmt.Sprintf("[%s] %s", segment.Lang, wording.Text)}
				if err := d.rapporteur.do(ctx, "wording.edit", edit); err != nil {
					return err
				}
				break
			}
		}
	}
	return nil
}
