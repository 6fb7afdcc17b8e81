package rehearse

import (
	"context"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"time"

	"sala.example/internal/room/view"
)

// wayForward gives every agreed recommendation an action, and closes.
func (d *Day) wayForward(ctx context.Context) error {
	texts, err := d.chair.texts(ctx)
	if err != nil {
		return err
	}
	var groups view.Groups
	if err := d.chair.topic(ctx, "groups", &groups); err != nil {
		return err
	}
	for _, r := range d.recommendation {
		state := texts[r.id].State
		if state != "agreed" && state != "agreed-with-dissent" || hasAction(groups, r.id) {
			continue
		}
		if err := d.chair.do(ctx, "action.put", d.action(r, "en")); err != nil {
			return err
		}
	}
	return nil
}

func hasAction(groups view.Groups, recommendation string) bool {
	return slices.ContainsFunc(groups.Actions, func(a view.Action) bool { return a.Recommendation == recommendation && a.Complete })
}

// Taken is what people take home.
type Taken struct {
	Files   map[string][]byte
	Seconds float64 // from closing until the last of the four papers was in hand
}

// Close closes the workshop and fetches everything that people take home.
func (d *Day) Close(ctx context.Context) (*Taken, error) {
	d.step("closing")
	if err := d.chair.do(ctx, "workshop.close", map[string]string{}); err != nil {
		return nil, err
	}
	closed := time.Now()
	t := &Taken{Files: map[string][]byte{}}
	for _, name := range []string{"report.th.docx", "report.en.docx", "report.th.pdf", "report.en.pdf", "report.th.html", "report.en.html"} {
		data, err := d.people[0].get(ctx, fmt.Sprintf("/w/%s/report/%s?as=participant", d.workshop, name))
		if err != nil {
			return nil, fmt.Errorf("fetch %s: %w", name, err)
		}
		t.Files[name] = data
		t.Seconds = time.Since(closed).Seconds()
		d.step("report")
	}
	record, err := d.people[0].get(ctx, fmt.Sprintf("/w/%s/record.sala?as=participant", d.workshop))
	if err != nil {
		return nil, fmt.Errorf("fetch record: %w", err)
	}
	t.Files["record.sala"] = record
	return t, d.checkStreams()
}

// checkStreams makes sure that the closing reached every open connection.
func (d *Day) checkStreams() error {
	deadline := time.Now().Add(5 * time.Second)
	for _, p := range d.present() {
		for !p.stream.closed.Load() {
			if time.Now().After(deadline) {
				return fmt.Errorf("%s never heard that the workshop closed", p.name)
			}
			time.Sleep(5 * time.Millisecond)
		}
	}
	return nil
}

var followLink = regexp.MustCompile(`/f/[A-Za-z0-9_-]+`)

// FollowUp opens the first follow-up link, as the owner of an action would
// some days later, and reports that it has begun.
func (d *Day) FollowUp(ctx context.Context) error {
	page, err := d.chair.get(ctx, fmt.Sprintf("/w/%s/links?as=chair", d.workshop))
	if err != nil {
		return err
	}
	link := followLink.Find(page)
	if link == nil {
		return nil // nothing was agreed
	}
	owner, err := newClient(d.o.Base, "owner", d.people[0].http.Transport)
	if err != nil {
		return err
	}
	d.o.Clock.Advance(14 * 24 * time.Hour)
	return owner.postForm(ctx, string(link), url.Values{"status": {"started"}, "note": {"The first meeting took place."}})
}

// Leave closes the live connections.
func (d *Day) Leave() {
	for _, p := range d.present() {
		p.stream.cancel()
	}
}

// Follow makes the simulated people rate whenever a round opens, over about
// fifteen seconds, and answer the statements of a new collecting of opinions,
// until ctx ends. It is for a demonstration.
func (d *Day) Follow(ctx context.Context) error {
	seen := map[string]bool{}
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(time.Second):
		}
		err := d.rateNew(ctx, seen)
		if err == nil {
			err = d.answerNew(ctx, seen)
		}
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (d *Day) rateNew(ctx context.Context, seen map[string]bool) error {
	var rounds view.Rounds
	if err := d.chair.topic(ctx, "rounds", &rounds); err != nil || rounds.Open == nil || seen[rounds.Open.ID] {
		return err
	}
	seen[rounds.Open.ID] = true
	return d.slowly(ctx, 15*time.Second, func(p *person) error {
		return castBallots(ctx, p, d.ballots(p, rounds.Open, rounds.Open.Number))
	})
}
