package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"sala.example/internal/access"
)

const (
	changes         = 8 // in each turn
	fanoutTurns     = 2 // of each server
	mostKBPerStream = 25
	staffShare      = 100 // one viewer in so many for each staff role
)

// fanoutResult is one size of audience.
type fanoutResult struct {
	Streams     int     `json:"streams"`
	Classes     int     `json:"viewer_classes"` // all that exist
	Receiving   int     `json:"receiving"`      // whose class sees questions
	FrameBytes  int     `json:"frame_bytes"`
	Latency     latency `json:"latency"`
	NullLatency latency `json:"null_latency"`
	P50OfNull   float64 `json:"p50_of_null"`
	P99OfNull   float64 `json:"p99_of_null"`
	KBPerStream float64 `json:"kb_per_stream"`
	NullKB      float64 `json:"null_kb_per_stream"`
	Met         bool    `json:"target_met"`
}

// benchFanout: one participant asks a question, everybody's stream shows it.
func benchFanout(ctx context.Context, l *lab) (any, error) {
	sizes := []int{1000, 5000, 10_000}
	if err := needFiles(uint64(sizes[len(sizes)-1]) + 1000); err != nil {
		return nil, err
	}
	h, seconds, err := fill(ctx, l, sizes[len(sizes)-1])
	if err != nil {
		return nil, err
	}
	out := struct {
		JoinSeconds float64        `json:"join_seconds"` // for everybody, by the form
		Sizes       []fanoutResult `json:"sizes"`
	}{JoinSeconds: seconds}
	for _, n := range sizes {
		r, err := h.compare(ctx, l, n)
		if err != nil {
			return nil, fmt.Errorf("%d streams: %w", n, err)
		}
		out.Sizes = append(out.Sizes, r)
	}
	return out, nil
}

// hall is a workshop with an audience, between two runs of its server.
type hall struct {
	data    string
	site    *site
	people  []person
	staff   map[string][]person
	asked   int
	authors person
}

// fill lets everybody in once; the data folder is used again for each size.
func fill(ctx context.Context, l *lab, n int) (h *hall, seconds float64, err error) {
	h = &hall{data: l.folder(), staff: map[string][]person{}}
	s, err := l.serve(ctx, h.data)
	if err != nil {
		return nil, 0, err
	}
	if h.site, err = found(s, ratingsEach); err != nil {
		return nil, 0, err
	}
	began := time.Now()
	if h.people, err = h.site.join(s.address, n); err != nil {
		return nil, 0, err
	}
	seconds = round(time.Since(began).Seconds())
	for _, role := range access.StaffRoles() {
		if h.staff[role], err = h.site.staff(s.address, role, n/staffShare); err != nil {
			return nil, 0, err
		}
	}
	h.authors = h.people[0]
	return h, seconds, s.stop()
}

// audience is n distinct people in every class, and how many of them a
// question concerns.
func (h *hall) audience(n int) (people []person, receiving, classes int) {
	for _, role := range access.StaffRoles() {
		people = append(people, h.staff[role][:n/staffShare]...)
	}
	people = append(people, h.people[:n-len(people)]...)
	seen := map[access.Class]bool{}
	for _, p := range people {
		class := access.ClassOf(p.role)
		seen[class] = true
		if _, ok := access.Variant("questions", class); ok {
			receiving++
		}
	}
	return people, receiving, len(seen)
}

// compare measures both servers by turns.
func (h *hall) compare(ctx context.Context, l *lab, n int) (fanoutResult, error) {
	people, receiving, classes := h.audience(n)
	r := fanoutResult{Streams: n, Classes: classes, Receiving: receiving}
	var runs, nullRuns []latency
	var memory, nullMemory []float64
	for range fanoutTurns {
		lat, kB, frame, err := h.sala(ctx, l, people, receiving)
		if err != nil {
			return r, err
		}
		r.FrameBytes = len(frame)
		runs, memory = append(runs, lat), append(memory, kB)
		if lat, kB, err = nullFanout(ctx, l, receiving, frame); err != nil {
			return r, fmt.Errorf("null server: %w", err)
		}
		nullRuns, nullMemory = append(nullRuns, lat), append(nullMemory, kB)
	}
	r.Latency, r.NullLatency = middle(runs), middle(nullRuns)
	r.P50OfNull, r.P99OfNull = ratio(r.Latency.P50, r.NullLatency.P50), ratio(r.Latency.P99, r.NullLatency.P99)
	r.KBPerStream, r.NullKB = round(median(memory)), round(median(nullMemory))
	r.Met = r.P50OfNull <= mostOfNullP99 && r.P99OfNull <= mostOfNullP99 && r.KBPerStream <= mostKBPerStream
	return r, nil
}

// sala measures the real program, freshly started on the hall's data.
func (h *hall) sala(ctx context.Context, l *lab, people []person, receiving int) (lat latency, kB float64, frame []byte, err error) {
	s, err := l.serve(ctx, h.data)
	if err != nil {
		return lat, 0, nil, err
	}
	c, err := dial(s.address)
	if err != nil {
		return lat, 0, nil, err
	}
	defer c.Close()
	ask := func() (uint64, error) {
		h.asked++
		question := map[string]string{"text": fmt.Sprintf("คำถามที่ %d: ใครเป็นผู้รับผิดชอบ และจะเริ่มเมื่อไร", h.asked), "lang": "th"}
		return h.site.give(c, h.authors, "question.ask", fmt.Sprint("q", h.asked), question)
	}
	seq, err := ask() // opens the room before memory is measured
	if err != nil {
		return lat, 0, nil, err
	}
	requests := make([][]byte, len(people))
	for i, p := range people {
		requests[i] = request("GET", fmt.Sprintf("%s&since=%d", h.site.path(p, "/live"), seq), nil, "Cookie: "+p.cookie)
	}
	crowd, kB, err := gather(s, requests)
	if err != nil {
		return lat, 0, nil, err
	}
	defer crowd.close()
	if err := l.heap(s); err != nil {
		return lat, 0, nil, err
	}
	if lat, err = crowd.measure("questions", receiving, func() error { _, err := ask(); return err }); err != nil {
		return lat, 0, nil, err
	}
	if frame, err = h.frame(c); err != nil {
		return lat, 0, nil, err
	}
	crowd.close()
	return lat, kB, frame, s.stop()
}

// frame is what the stream sends after a question: the same bytes for the null
// server.
func (h *hall) frame(c *conn) ([]byte, error) {
	p := h.authors
	r, err := c.expect(200, request("GET", h.site.path(p, "/topic/questions"), nil, "Cookie: "+p.cookie))
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, "event: topic\nid: %d\ndata: {\"topic\":\"questions\",\"rev\":%d,\"state\":%s}\n\n", 10_000+h.asked, 10_000+h.asked, r.body), nil
}

func nullFanout(ctx context.Context, l *lab, n int, frame []byte) (lat latency, kB float64, err error) {
	s, err := l.null(ctx)
	if err != nil {
		return lat, 0, err
	}
	c, err := dial(s.address)
	if err != nil {
		return lat, 0, err
	}
	defer c.Close()
	requests := make([][]byte, n)
	for i := range requests {
		requests[i] = request("GET", "/live", nil)
	}
	crowd, kB, err := gather(s, requests)
	if err != nil {
		return lat, 0, err
	}
	defer crowd.close()
	post := request("POST", "/frame", frame)
	lat, err = crowd.measure("questions", n, func() error { _, err := c.expect(200, post); return err })
	if err != nil {
		return lat, 0, err
	}
	crowd.close()
	return lat, kB, s.stop()
}

// crowd is many open streams.
type crowd struct {
	streams []*listener
	topic   string
	since   atomic.Int64 // when the change was sent, Unix nanoseconds
	left    atomic.Int64 // who has not got it
	all     chan struct{}
	took    []time.Duration // per stream, of this change
	ends    sync.Once
}

// gather opens a stream per request and says how much memory each costs the
// server, in kB.
func gather(s *server, requests [][]byte) (*crowd, float64, error) {
	before, err := s.rss()
	if err != nil {
		return nil, 0, err
	}
	c := &crowd{streams: make([]*listener, len(requests)), took: make([]time.Duration, len(requests)), all: make(chan struct{}, 1)}
	err = parallel(doors, func(door int) error {
		for i := door; i < len(requests); i += doors {
			var err error
			if c.streams[i], err = listen(s.address, requests[i], func(topic []byte, at time.Time) { c.got(i, topic, at) }); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		c.close()
		return nil, 0, err
	}
	for _, l := range c.streams {
		go func() { _ = l.follow() }() // it ends when the stream is closed
	}
	time.Sleep(settle)
	after, err := s.rss()
	return c, (after - before) / 1024 / float64(len(requests)), err
}

// settle is how long streams get to send what a new reader has missed.
const settle = 2 * time.Second

func (c *crowd) close() {
	c.ends.Do(func() {
		for _, l := range c.streams {
			if l != nil {
				_ = l.Close()
			}
		}
	})
}

func (c *crowd) got(i int, topic []byte, at time.Time) {
	since := c.since.Load()
	if since == 0 || string(topic) != c.topic || c.took[i] != 0 {
		return
	}
	c.took[i] = max(1, time.Duration(at.UnixNano()-since))
	if c.left.Add(-1) == 0 {
		c.all <- struct{}{}
	}
}

// measure makes changes one after the other, and times from the sending of
// each to its receipt by everybody.
func (c *crowd) measure(topic string, receiving int, change func() error) (latency, error) {
	c.topic = topic
	var runs []latency
	for range changes {
		clear(c.took)
		c.left.Store(int64(receiving))
		c.since.Store(time.Now().UnixNano())
		if err := change(); err != nil {
			return latency{}, err
		}
		select {
		case <-c.all:
		case <-time.After(patience):
			return latency{}, fmt.Errorf("%d of %d streams did not get the change", c.left.Load(), receiving)
		}
		c.since.Store(0)
		var times []time.Duration
		for _, t := range c.took {
			if t > 0 {
				times = append(times, t)
			}
		}
		if len(times) != receiving {
			return latency{}, errors.New("a stream got what it should not see")
		}
		runs = append(runs, summarise(times))
		time.Sleep(200 * time.Millisecond)
	}
	return middle(runs), nil
}
