// Package rehearse plays a workshop's day with simulated participants, through
// the same HTTP interface that browsers use. The people in it are numbers
// ("Participant 12"); what they say and rate is made up from a seed.
package rehearse

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"sala.example/internal/demo"
)

// Options says what to play.
type Options struct {
	Base            string // where the site is
	Setup           string // the organiser's setup link
	Note            []byte // concept note, as it would be dropped
	Translation     []byte // the same note in the other language, if there is one
	Recommendations []demo.Recommendation
	Evidence        []demo.Evidence
	Statements      []demo.Statement // what the organiser has people agree or disagree with
	People          int
	Seed            uint64
	Clock           *Clock
	Progress        func(Progress) // called as the day goes on
}

// Progress is how far the day has come.
type Progress struct {
	Stage       string
	Done, Total int
}

// Day is a workshop being played.
type Day struct {
	o     Options
	rng   *rand.Rand
	aside *rand.Rand // for what stands beside a rating, so that it moves no rating
	views *rand.Rand // for the opinion map, which moves no rating either

	workshop, code string
	items          []item
	recommendation []recommendation
	groups         []string

	organiser, chair, rapporteur, desk *client
	people                             []*person
	links                              map[string]string

	done, total int
	late        time.Duration  // how far the day has slipped
	asked       map[string]int // questions asked so far, by language
	collected   bool           // opinions have been asked for
	leaveOpen   bool           // some amendments wait for a visitor
}

// item is a programme item as the workshop knows it.
type item struct {
	id      string
	kind    string
	decides bool
	start   time.Time
	end     time.Time
}

// recommendation is a text with what people think of it.
type recommendation struct {
	id      string
	draft   demo.Recommendation
	decided bool
	revised int
}

// New reads the note and creates the workshop, as an organiser would.
func New(ctx context.Context, o Options) (*Day, error) {
	d := &Day{
		o: o, rng: chance(o.Seed, 0x5a1a), aside: chance(o.Seed, 0xa51d), views: chance(o.Seed, 0x0b1e),
		asked: map[string]int{},
	}
	if o.Progress == nil {
		d.o.Progress = func(Progress) {}
	}
	if err := d.setUp(ctx); err != nil {
		return nil, fmt.Errorf("set up: %w", err)
	}
	return d, nil
}

func chance(seed, stream uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, stream)) }

// Workshop is the id of the workshop that is being played.
func (d *Day) Workshop() string { return d.workshop }

// Code is what people type to join it.
func (d *Day) Code() string { return d.code }

// Links are the staff links by role.
func (d *Day) Links() map[string]string { return d.links }

// Run lets the workshop's clock go on by itself.
func (d *Day) Run() { d.o.Clock.Run() }

// step reports progress.
func (d *Day) step(stage string) {
	d.done++
	d.o.Progress(Progress{Stage: stage, Done: min(d.done, d.total), Total: d.total})
}

// UntilAgreement plays the day up to the first item in which the room decides,
// and starts that item. Some amendments and questions are left open.
func (d *Day) UntilAgreement(ctx context.Context) error {
	at := d.agreementItem()
	d.total, d.leaveOpen = at+3, true
	for i := range at {
		if err := d.playItem(ctx, i); err != nil {
			return err
		}
	}
	if err := d.startItem(ctx, at); err != nil {
		return err
	}
	if err := d.collect(ctx); err != nil { // at the latest
		return err
	}
	d.step("agreement")
	return nil
}

// WholeDay plays everything up to the closing of the workshop.
func (d *Day) WholeDay(ctx context.Context) error {
	at := d.agreementItem()
	d.total = len(d.items) + 7
	for i := range d.items {
		if i == at {
			if err := d.startItem(ctx, i); err != nil {
				return err
			}
			if err := d.agree(ctx); err != nil {
				return fmt.Errorf("agreement: %w", err)
			}
			if err := d.finishItem(ctx, i); err != nil {
				return err
			}
			continue
		}
		if err := d.playItem(ctx, i); err != nil {
			return err
		}
	}
	return d.wayForward(ctx)
}

// agreementItem is the first item in which the room decides, else the last one
// but the closing.
func (d *Day) agreementItem() int {
	for i, it := range d.items {
		if it.decides {
			return i
		}
	}
	return max(0, len(d.items)-2)
}
