package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/room/view"
)

const (
	raters         = 1000
	ratingsEach    = 10
	ballotRuns     = 15 // of each server, by turns
	leastPerSecond = 20_000
	leastOfNull    = 0.6
	mostOfNullP99  = 1.5
)

// ballotResult is one number of requests in flight.
type ballotResult struct {
	InFlight      int     `json:"in_flight"`
	PerSecond     float64 `json:"ratings_per_second"`
	NullPerSecond float64 `json:"null_per_second"`
	OfNull        float64 `json:"of_null"`
	Latency       latency `json:"latency"`
	NullLatency   latency `json:"null_latency"`
	P99OfNull     float64 `json:"p99_of_null"`
	CPU           float64 `json:"cpu_us_per_rating"` // of the server
	NullCPU       float64 `json:"null_cpu_us"`
	CounterFrames int64   `json:"counter_frames"` // that chair and projector got meanwhile
	Met           bool    `json:"target_met"`
}

// benchBallots: 1,000 participants rate ten recommendations each, every rating
// durable before its answer, while chair and projector watch the count.
func benchBallots(ctx context.Context, l *lab) (any, error) {
	if err := needFiles(4 * raters); err != nil {
		return nil, err
	}
	sala, err := l.serve(ctx, l.folder())
	if err != nil {
		return nil, err
	}
	null, err := l.null(ctx)
	if err != nil {
		return nil, err
	}
	b, err := openPoll(sala)
	if err != nil {
		return nil, err
	}
	defer b.close()
	var results []ballotResult
	for _, inFlight := range []int{100, 1000} {
		r, err := b.compare(sala, null, inFlight)
		if err != nil {
			return nil, fmt.Errorf("%d in flight: %w", inFlight, err)
		}
		results = append(results, r)
	}
	return results, errors.Join(null.stop(), sala.stop())
}

// poll is the workshop in which people rate.
type poll struct {
	site   *site
	people []person
	chair  person
	conn   *conn // the chair's
	number int
	counts atomic.Int64
	watch  []*listener
}

func openPoll(s *server) (*poll, error) {
	b := &poll{}
	var err error
	if b.site, err = found(s, ratingsEach); err != nil {
		return nil, err
	}
	if b.people, err = b.site.join(s.address, raters); err != nil {
		return nil, err
	}
	if b.conn, err = dial(s.address); err != nil {
		return nil, err
	}
	for _, role := range []string{access.Chair, access.Screen} {
		staff, err := b.site.staff(s.address, role, 1)
		if err != nil {
			return nil, err
		}
		if role == access.Chair {
			b.chair = staff[0]
		}
		if err := b.count(s, staff[0]); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// count opens a stream that counts how often the turnout came.
func (b *poll) count(s *server, p person) error {
	req := request("GET", b.site.path(p, "/live")+"&since=0", nil, "Cookie: "+p.cookie)
	l, err := listen(s.address, req, func(topic []byte, _ time.Time) {
		if string(topic) == "turnout" {
			b.counts.Add(1)
		}
	})
	if err != nil {
		return err
	}
	b.watch = append(b.watch, l)
	go func() { _ = l.follow() }() // it ends when the stream is closed
	return nil
}

func (b *poll) close() {
	_ = b.conn.Close()
	for _, l := range b.watch {
		_ = l.Close()
	}
}

// compare lets both servers take the same ballots by turns.
func (b *poll) compare(sala, null *server, inFlight int) (ballotResult, error) {
	r := ballotResult{InFlight: inFlight}
	var ours, nulls castRuns
	for range ballotRuns {
		requests, err := b.open()
		if err != nil {
			return r, err
		}
		before := b.counts.Load()
		if err := ours.cast(sala, requests, inFlight); err != nil {
			return r, err
		}
		r.CounterFrames += b.counts.Load() - before
		if err := nulls.cast(null, requests, inFlight); err != nil {
			return r, fmt.Errorf("null server: %w", err)
		}
		if err := b.end(); err != nil {
			return r, err
		}
	}
	if r.CounterFrames == 0 {
		return r, errors.New("the live count did not move")
	}
	r.PerSecond, r.NullPerSecond = round(median(ours.perSecond)), round(median(nulls.perSecond))
	r.Latency, r.NullLatency = middle(ours.latency), middle(nulls.latency)
	r.CPU, r.NullCPU = round(median(ours.cpu)), round(median(nulls.cpu))
	r.OfNull, r.P99OfNull = ratio(r.PerSecond, r.NullPerSecond), ratio(r.Latency.P99, r.NullLatency.P99)
	r.Met = (r.PerSecond >= leastPerSecond || r.OfNull >= leastOfNull) && r.P99OfNull <= mostOfNullP99
	return r, nil
}

// open opens a round and makes each person's requests.
func (b *poll) open() ([][][]byte, error) {
	b.number++
	if _, err := b.site.give(b.conn, b.chair, "round.open", fmt.Sprint("open-", b.number), struct{}{}); err != nil {
		return nil, err
	}
	var rounds view.Rounds
	if err := b.site.topic(b.conn, b.chair, "rounds", &rounds); err != nil {
		return nil, err
	}
	if rounds.Open == nil || len(rounds.Open.Recommendations) != ratingsEach {
		return nil, errors.New("the round did not open on every recommendation")
	}
	requests := make([][][]byte, len(b.people))
	for i, p := range b.people {
		for n, rec := range rounds.Open.Recommendations {
			ballot := map[string]any{
				"round": rounds.Open.ID, "recommendation": rec,
				"ratings": map[string]int{"feasible": 1 + (i+n)%9, "acceptable": 1 + (i*7+n)%9},
			}
			req, err := b.site.command(p, "ballot.cast", fmt.Sprintf("%d-%d", b.number, n), ballot)
			if err != nil {
				return nil, err
			}
			requests[i] = append(requests[i], req)
		}
	}
	return requests, nil
}

// end closes the round and sees that every ballot was counted.
func (b *poll) end() error {
	var rounds view.Rounds
	if err := b.site.topic(b.conn, b.chair, "rounds", &rounds); err != nil {
		return err
	}
	if _, err := b.site.give(b.conn, b.chair, "round.close", fmt.Sprint("close-", b.number), map[string]string{"round": rounds.Open.ID}); err != nil {
		return err
	}
	if err := b.site.topic(b.conn, b.chair, "rounds", &rounds); err != nil {
		return err
	}
	for _, r := range rounds.Results {
		if r.Ratings != raters {
			return fmt.Errorf("recommendation %s: %d ballots were counted, %d were acknowledged", r.Recommendation, r.Ratings, raters)
		}
	}
	return nil
}

// castRuns are the runs of one server.
type castRuns struct {
	perSecond []float64
	cpu       []float64 // µs for each rating
	latency   []latency
}

// cast sends everybody's requests over inFlight connections, one at a time on
// each.
func (c *castRuns) cast(s *server, people [][][]byte, inFlight int) (err error) {
	conns := make([]*conn, inFlight)
	for i := range conns {
		if conns[i], err = dial(s.address); err != nil {
			return err
		}
		defer conns[i].Close()
	}
	times := make([][]time.Duration, inFlight)
	began := time.Now()
	cpu, err := s.meter(func() error {
		return parallel(inFlight, func(i int) (err error) {
			for p := i; p < len(people) && err == nil; p += inFlight {
				times[i], err = castAll(conns[i], people[p], times[i])
			}
			return err
		})
	})
	took := time.Since(began)
	all := slices.Concat(times...)
	if len(all) == 0 {
		return errors.Join(err, errors.New("no ballot was taken"))
	}
	c.perSecond = append(c.perSecond, float64(len(all))/took.Seconds())
	c.cpu = append(c.cpu, cpu*1e6/float64(len(all)))
	c.latency = append(c.latency, summarise(all))
	return err
}

// castAll sends one person's ballots and adds how long each took.
func castAll(c *conn, requests [][]byte, times []time.Duration) ([]time.Duration, error) {
	for _, req := range requests {
		sent := time.Now()
		if _, err := c.expect(200, req); err != nil {
			return times, err
		}
		times = append(times, time.Since(sent))
	}
	return times, nil
}
