package rehearse

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"sala.example/internal/room/view"
)

// castAll sends every ballot of a round. What people rate is fixed beforehand,
// so that the order does not matter.
func (d *Day) castAll(ctx context.Context, round *view.OpenRound, number int) error {
	return d.together(func(p *person) func() error {
		ballots := d.ballots(p, round, number)
		return func() error { return castBallots(ctx, p, ballots) }
	})
}

// together has everybody do something, eight people at a time. prepare is called
// for one after the other, so that what hangs on chance is always the same.
func (d *Day) together(prepare func(*person) func() error) error {
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
		jobs <- prepare(p)
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

// ballots are what a person gives in a round.
func (d *Day) ballots(p *person, round *view.OpenRound, number int) []map[string]any {
	var all []map[string]any
	for i, r := range d.recommendation {
		if slices.Contains(round.Recommendations, r.id) {
			all = append(all, d.ballot(i, p, round, number))
		}
	}
	return all
}

// ballot is what a person gives on one recommendation: one in fifteen abstains,
// and one in fifteen says why.
func (d *Day) ballot(i int, p *person, round *view.OpenRound, number int) map[string]any {
	r := d.recommendation[i]
	ratings, dontKnow := map[string]int{}, []string{}
	if d.rng.IntN(15) > 0 {
		ratings["feasible"] = d.opinion(d.rng, i, p, r.draft.SeedRatings.Feasible, number, r.revised)
		ratings["acceptable"] = d.opinion(d.rng, i, p, r.draft.SeedRatings.Acceptable, number, r.revised)
		for _, criterion := range round.Criteria[len(ratings):] {
			ratings[criterion] = d.opinion(d.aside, i, p, 0, number, r.revised)
		}
		dontKnow = d.forget(round.Criteria, ratings)
	}
	reason := ""
	if d.aside.IntN(15) == 0 {
		reason = reasons[p.lang][d.aside.IntN(len(reasons[p.lang]))]
	}
	return map[string]any{"round": round.ID, "recommendation": r.id, "ratings": ratings, "dontKnow": dontKnow, "reason": reason}
}

// forget takes out of a ballot what a person does not know, and lists it.
func (d *Day) forget(criteria []string, ratings map[string]int) []string {
	dontKnow := []string{}
	for _, criterion := range criteria {
		if d.aside.IntN(unsure[criterion]) == 0 {
			delete(ratings, criterion)
			dontKnow = append(dontKnow, criterion)
		}
	}
	return dontKnow
}

// unsure says of which number of people one does not know the answer.
var unsure = map[string]int{
	"feasible": 20, "acceptable": 40,
	"priority": 20, "effects": 8, "resources": 5, "equity": 8,
}

// opinion draws a rating around the draft's own median: officers are close to
// it, others kinder; revised texts and second rounds find more agreement.
func (d *Day) opinion(rng *rand.Rand, i int, p *person, median, number, revised int) int {
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
	return int(min(9, max(1, math.Round(mean+spread*rng.NormFloat64()))))
}
