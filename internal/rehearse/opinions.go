package rehearse

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sala.example/internal/demo"
	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

// collect asks for opinions, once in the day and before the room decides: the
// chair brings in statements, participants add some, everybody answers. A room
// that is too small for an opinion map has none.
func (d *Day) collect(ctx context.Context) error {
	if d.collected {
		return nil
	}
	d.collected = true
	if err := d.arrive(ctx, true); err != nil {
		return err
	}
	d.step("opinions")
	opinion, err := d.collecting(ctx)
	if err != nil || opinion.Missing > 0 {
		return err
	}
	for _, part := range []func(context.Context) error{d.seed, d.proposeStatements, d.moderate, d.answerStatements} {
		if err := part(ctx); err != nil {
			return fmt.Errorf("opinions: %w", err)
		}
	}
	return d.chair.do(ctx, "screen.show", map[string]string{"mode": "opinion"})
}

// collecting is the newest collecting of opinions.
func (d *Day) collecting(ctx context.Context) (view.Opinion, error) {
	var o view.Opinion
	err := d.chair.topic(ctx, "opinion", &o)
	return o, err
}

// seed brings in the organiser's statements and begins.
func (d *Day) seed(ctx context.Context) error {
	for _, s := range d.o.Statements {
		if err := d.chair.do(ctx, "statement.seed", map[string]any{"text": s.Text()}); err != nil {
			return err
		}
	}
	return d.chair.do(ctx, "opinion.open", map[string]string{})
}

func (d *Day) proposeStatements(ctx context.Context) error {
	people := d.present()
	for _, proposal := range proposals {
		p := people[d.views.IntN(len(people))]
		d.o.Clock.Advance(20 * time.Second)
		if err := p.do(ctx, "statement.propose", map[string]string{"text": proposal.text[p.lang], "lang": p.lang}); err != nil {
			return err
		}
	}
	return nil
}

// moderate takes in what is one matter and about no person, and turns the rest
// away with a reason; the rapporteur puts what was taken in into the other
// language.
func (d *Day) moderate(ctx context.Context) error {
	var list view.Statements
	if err := d.chair.topic(ctx, "statements", &list); err != nil {
		return err
	}
	for _, s := range list.Waiting {
		d.o.Clock.Advance(10 * time.Second)
		proposal := proposalOf(s)
		as := map[string]string{"statement": s.ID, "as": workshop.StatementAccepted}
		if proposal.reason != nil {
			as["as"], as["reason"] = workshop.StatementTurnedAway, proposal.reason[s.Lang]
		}
		if err := d.chair.do(ctx, "statement.moderate", as); err != nil {
			return err
		}
		if proposal.reason != nil {
			continue
		}
		other := map[string]string{"th": "en", "en": "th"}[s.Lang]
		if err := d.rapporteur.do(ctx, "statement.translate", map[string]string{"statement": s.ID, "lang": other, "text": proposal.text[other]}); err != nil {
			return err
		}
	}
	return nil
}

func proposalOf(s view.Statement) proposal {
	for _, p := range proposals {
		if p.text[s.Lang] == s.Text[s.Lang] {
			return p
		}
	}
	return proposal{}
}

// answerStatements has everybody answer, most of them everything, and closes.
func (d *Day) answerStatements(ctx context.Context) error {
	opinion, err := d.collecting(ctx)
	if err != nil {
		return err
	}
	list, err := d.votable(ctx)
	if err != nil {
		return err
	}
	err = d.together(func(p *person) func() error {
		upTo := len(list)
		if d.views.IntN(8) == 0 {
			upTo = d.views.IntN(len(list) + 1)
		}
		votes := d.votes(p, opinion.ID, list[:upTo])
		return func() error { return castVotes(ctx, p, votes) }
	})
	if err != nil {
		return err
	}
	d.o.Clock.Advance(5 * time.Minute)
	return d.chair.do(ctx, "opinion.close", map[string]string{"opinion": opinion.ID})
}

// votable lists the statements that were taken in.
func (d *Day) votable(ctx context.Context) ([]view.Statement, error) {
	var list view.Statements
	if err := d.chair.topic(ctx, "statements", &list); err != nil {
		return nil, err
	}
	var taken []view.Statement
	for _, s := range list.Moderated {
		if s.Status == workshop.StatementAccepted && len(s.Text) > 0 {
			taken = append(taken, s)
		}
	}
	return taken, nil
}

// votes are a person's: one in ten passes, the others answer as their camp does.
func (d *Day) votes(p *person, opinion string, list []view.Statement) []map[string]any {
	var all []map[string]any
	for _, s := range list {
		vote := -1
		switch {
		case d.views.IntN(10) == 0:
			vote = 0
		case d.views.IntN(10) < d.agreeing(s)[p.camp]:
			vote = 1
		}
		all = append(all, map[string]any{"opinion": opinion, "statement": s.ID, "vote": vote})
	}
	return all
}

// agreeing says how many of ten in each camp agree: half, with a statement that
// a visitor brought in.
func (d *Day) agreeing(s view.Statement) [demo.Camps]int {
	if !s.Seeded && proposalOf(s).text != nil {
		return proposalOf(s).agree
	}
	for _, known := range d.o.Statements {
		if text := known.Text(); text["en"] == s.Text["en"] && text["th"] == s.Text["th"] {
			return known.AgreeOf10
		}
	}
	return [demo.Camps]int{5, 5, 5}
}

func castVotes(ctx context.Context, p *person, votes []map[string]any) error {
	for _, v := range votes {
		if err := p.do(ctx, "statement.vote", v); err != nil {
			return err
		}
	}
	return nil
}

// camps are where most of a role group stand.
var camps = map[string]int{"migrant": 0, "ngo": 0, "research": 0, "officer": 1, "employer": 1, "school": 2, "local": 2, "community": 2}

// camp is where a person stands: seven of ten with most of their role group.
func (d *Day) camp(group string) int {
	if d.views.IntN(10) < 7 {
		return camps[group]
	}
	return d.views.IntN(demo.Camps)
}

// answerNew has everybody answer, over about ten seconds, what has been taken
// in since they were asked last: for a demonstration.
func (d *Day) answerNew(ctx context.Context, seen map[string]bool) error {
	opinion, err := d.collecting(ctx)
	if err != nil || !opinion.Open {
		return err
	}
	list, err := d.votable(ctx)
	if err != nil {
		return err
	}
	var fresh []view.Statement
	for _, s := range list {
		if key := opinion.ID + " " + s.ID; !seen[key] {
			seen[key] = true
			fresh = append(fresh, s)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	return d.slowly(ctx, 10*time.Second, func(p *person) error {
		return castVotes(ctx, p, d.votes(p, opinion.ID, fresh))
	})
}

// slowly has one person after the other do something. What the chair ended
// before everybody was through ends it.
func (d *Day) slowly(ctx context.Context, within time.Duration, do func(*person) error) error {
	here := d.present()
	for _, p := range here {
		err := do(p)
		var ended *refused
		if errors.As(err, &ended) {
			return nil
		}
		if err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(within / time.Duration(len(here))):
		}
	}
	return nil
}
