package rehearse

import (
	"context"
	"time"

	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

// agree plays the agreement: a first round on everything, objections
// and stances, decisions; what is to be revised is amended and rated once more.
func (d *Day) agree(ctx context.Context) error {
	if err := d.collect(ctx); err != nil { // at the latest
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

// rate opens a round, lets everybody who is entitled rate at the same time, and
// closes it. The first round asks about equity besides.
func (d *Day) rate(ctx context.Context, number int, only []string) error {
	d.step("rating")
	d.o.Clock.Advance(time.Minute)
	open := workshop.OpenRound{Recommendations: only, Minutes: 5}
	if number == 1 {
		open.Criteria = []string{"equity"}
	}
	if err := d.chair.do(ctx, "round.open", open); err != nil {
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
		if !c.Held && c.Stands != "room" {
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
