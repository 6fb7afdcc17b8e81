package main

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/room/view"
)

const (
	raters         = 1000
	ratingsEach    = 10
	ballotRuns     = 3 // of each server, by turns
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
		if string(topic) == "rounds" {
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
	var speed, nullSpeed []float64
	var times, nullTimes []latency
	for range ballotRuns {
		requests, err := b.open()
		if err != nil {
			return r, err
		}
		before := b.counts.Load()
		perSecond, lat, err := cast(sala.address, requests, inFlight)
		if err != nil {
			return r, err
		}
		r.CounterFrames += b.counts.Load() - before
		speed, times = append(speed, perSecond), append(times, lat)
		if perSecond, lat, err = cast(null.address, requests, inFlight); err != nil {
			return r, fmt.Errorf("null server: %w", err)
		}
		nullSpeed, nullTimes = append(nullSpeed, perSecond), append(nullTimes, lat)
		if err := b.end(); err != nil {
			return r, err
		}
	}
	if r.CounterFrames == 0 {
		return r, errors.New("the live count did not move")
	}
	r.PerSecond, r.NullPerSecond = round(median(speed)), round(median(nullSpeed))
	r.Latency, r.NullLatency = middle(times), middle(nullTimes)
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

// cast sends everybody's requests over inFlight connections, one at a time on
// each.
func cast(address string, people [][][]byte, inFlight int) (perSecond float64, lat latency, err error) {
	conns := make([]*conn, inFlight)
	for i := range conns {
		if conns[i], err = dial(address); err != nil {
			return 0, lat, err
		}
		defer conns[i].Close()
	}
	times := make([][]time.Duration, inFlight)
	began := time.Now()
	err = parallel(inFlight, func(i int) error {
		for p := i; p < len(people); p += inFlight {
			for _, req := range people[p] {
				sent := time.Now()
				if _, err := conns[i].expect(200, req); err != nil {
					return err
				}
				times[i] = append(times[i], time.Since(sent))
			}
		}
		return nil
	})
	took := time.Since(began)
	var all []time.Duration
	for _, t := range times {
		all = append(all, t...)
	}
	return float64(len(all)) / took.Seconds(), summarise(all), err
}
