package rehearse

import (
	"context"
	"errors"
	"math"
	"slices"
	"sync"
	"time"

	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

// agree plays the agreement: a first round on everything, objections and
// stances, decisions; what is to be revised is amended and rated once more.
func (d *Day) agree(ctx context.Context) error {
	if err := d.arrive(ctx, true); err != nil { // at the latest
		return err
	}
	if err := d.completeLanguages(ctx); err != nil {
		return err
	}
	if err := d.object(ctx); err != nil {
		return err
	}
	if err := d.rate(ctx, 1, nil); err != nil {
		return err
	}
	if err := d.stances(ctx); err != nil {
		return err
	}
	if err := d.decide(ctx, false); err != nil {
		return err
	}
	again, err := d.revise(ctx)
	if err != nil || len(again) == 0 {
		return err
	}
	if err := d.rate(ctx, 2, again); err != nil {
		return err
	}
	return d.decide(ctx, true)
}

// object: somebody objects to every fifth recommendation; the chair integrates
// one and carries the next as dissent.
func (d *Day) object(ctx context.Context) error {
	carried := false
	for i := 0; i < len(d.recommendation); i += 5 {
		p := d.some(1)[0]
		raise := map[string]string{"recommendation": d.recommendation[i].id, "reason": objection.reason[p.lang], "remedy": objection.remedy[p.lang]}
		if err := p.do(ctx, "objection.raise", raise); err != nil {
			return err
		}
		texts, err := d.chair.texts(ctx)
		if err != nil {
			return err
		}
		as := workshop.ObjectionIntegrated
		if carried = !carried; carried {
			as = workshop.ObjectionDissent
		}
		for _, o := range texts[d.recommendation[i].id].Objections {
			if err := d.chair.do(ctx, "objection.settle", map[string]string{"objection": o.ID, "as": as}); err != nil {
				return err
			}
		}
	}
	return nil
}

// rate opens a round, lets everybody who is entitled rate at the same time,
// some of them twice, and closes it.
func (d *Day) rate(ctx context.Context, number int, only []string) error {
	d.step("rating")
	d.o.Clock.Advance(time.Minute)
	if err := d.chair.do(ctx, "round.open", map[string]any{"recommendations": only}); err != nil {
		return err
	}
	var rounds view.Rounds
	if err := d.chair.topic(ctx, "rounds", &rounds); err != nil {
		return err
	}
	if err := d.castAll(ctx, rounds.Open, number); err != nil {
		return err
	}
	d.o.Clock.Advance(4 * time.Minute)
	return d.chair.do(ctx, "round.close", map[string]string{"round": rounds.Open.ID})
}

// castAll sends every ballot of a round, eight people at a time. What they
// rate is fixed beforehand, so that the order does not matter.
func (d *Day) castAll(ctx context.Context, round *view.OpenRound, number int) error {
	jobs := make(chan func() error)
	var wait sync.WaitGroup
	var mu sync.Mutex
	var errs []error
	for range 8 {
		wait.Go(func() {
			for job := range jobs {
				if err := job(); err != nil {
					mu.Lock()
					errs = append(errs, err)
					mu.Unlock()
				}
			}
		})
	}
	for _, p := range d.present() {
		ballots := d.ballots(p, round, number)
		jobs <- func() error { return castBallots(ctx, p, ballots) }
	}
	close(jobs)
	wait.Wait()
	return errors.Join(errs...)
}

func castBallots(ctx context.Context, p *person, ballots []map[string]any) error {
	for _, b := range ballots {
		if err := p.do(ctx, "ballot.cast", b); err != nil {
			return err
		}
	}
	return nil
}

// ballots are what a person rates in a round; one in fifteen abstains.
func (d *Day) ballots(p *person, round *view.OpenRound, number int) []map[string]any {
	var all []map[string]any
	for i, r := range d.recommendation {
		if !slices.Contains(round.Recommendations, r.id) {
			continue
		}
		ratings := map[string]int{}
		if d.rng.IntN(15) > 0 {
			ratings["feasible"] = d.opinion(i, p, r.draft.SeedRatings.Feasible, number, r.revised)
			ratings["acceptable"] = d.opinion(i, p, r.draft.SeedRatings.Acceptable, number, r.revised)
		}
		all = append(all, map[string]any{"round": round.ID, "recommendation": r.id, "ratings": ratings})
	}
	return all
}

// opinion draws a rating around the draft's own median: officers are close to
// it, others kinder; revised texts and second rounds find more agreement.
func (d *Day) opinion(i int, p *person, median, number, revised int) int {
	if median == 0 {
		median = 5 + (i*7)%4
	}
	mean := float64(median) + 0.4*float64(revised)
	spread := 1.1
	if p.group != "officer" {
		mean += 0.5
	}
	if number > 1 {
		mean, spread = mean+1, 0.8
	}
	return int(min(9, max(1, math.Round(mean+spread*d.rng.NormFloat64()))))
}

// stances: officers speak for their offices on the first recommendations.
func (d *Day) stances(ctx context.Context) error {
	kinds := []string{workshop.StanceAgree, workshop.StanceAgree, workshop.StanceReserve, workshop.StanceAsk}
	n := 0
	for _, p := range d.present() {
		if p.group != "officer" || n >= 4 {
			continue
		}
		for _, r := range d.recommendation[:min(3, len(d.recommendation))] {
			stance := map[string]string{"recommendation": r.id, "stance": kinds[n]}
			switch kinds[n] {
			case workshop.StanceReserve:
				stance["text"] = reservation[p.lang]
			case workshop.StanceAsk:
				stance["until"] = d.o.Clock.Now().AddDate(0, 0, 14).Format(time.DateOnly)
			}
			if err := p.do(ctx, "stance.give", stance); err != nil {
				return err
			}
		}
		n++
	}
	return nil
}

// decide records what the gate suggests. What nearly nobody wants is rejected;
// in the last round, what misses only the room's conditions is agreed with the
// dissent on record, and the rest goes back.
func (d *Day) decide(ctx context.Context, last bool) error {
	var rounds view.Rounds
	if err := d.chair.topic(ctx, "rounds", &rounds); err != nil {
		return err
	}
	for _, result := range rounds.Results {
		r := d.byID(result.Recommendation)
		if r == nil || r.decided {
			continue
		}
		outcome := chosen(result, last)
		d.o.Clock.Advance(45 * time.Second)
		decision := map[string]string{"recommendation": r.id, "outcome": outcome}
		if outcome == workshop.AgreedWithDissent {
			decision["sentence"] = dissent["th"] + " / " + dissent["en"]
		}
		err := d.chair.do(ctx, "decision.record", decision)
		if isRefused(err, "decision.already") {
			continue // it went back for revision before, and does again
		}
		if err != nil {
			return err
		}
		r.decided = outcome != workshop.Revise
	}
	return nil
}

func (d *Day) byID(id string) *recommendation {
	for i := range d.recommendation {
		if d.recommendation[i].id == id {
			return &d.recommendation[i]
		}
	}
	return nil
}

func chosen(result view.Result, last bool) string {
	if result.Suggested == workshop.Revise {
		if acceptable(result) <= 4 {
			return workshop.RejectedOutcome
		}
		if last && onlyRoomFails(result) {
			return workshop.AgreedWithDissent
		}
	}
	return result.Suggested
}

// acceptable is the room's median on acceptability.
func acceptable(result view.Result) float64 {
	for _, c := range result.Criteria {
		if c.Criterion == "acceptable" && len(c.Rows) > 0 {
			return c.Rows[0].Median
		}
	}
	return 0
}

func onlyRoomFails(result view.Result) bool {
	for _, c := range result.Conditions {
		if !c.Held && c.Stands == "accepting" {
			return false
		}
	}
	return true
}

// revise amends what is to be revised, both languages, and lists it.
func (d *Day) revise(ctx context.Context) ([]string, error) {
	var again []string
	for i := range d.recommendation {
		r := &d.recommendation[i]
		if r.decided {
			continue
		}
		if err := d.propose(ctx, i, (i+2)%len(clauses)); err != nil {
			return nil, err
		}
		texts, err := d.chair.texts(ctx)
		if err != nil {
			return nil, err
		}
		for _, a := range texts[r.id].Amendments {
			if a.Status == "proposed" {
				if err := d.settle(ctx, i, a, true); err != nil {
					return nil, err
				}
			}
		}
		again = append(again, r.id)
	}
	return again, nil
}
