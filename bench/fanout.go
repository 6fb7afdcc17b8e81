package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"sala.example/internal/access"
)

const (
	changes         = 8 // in each turn
	fanoutTurns     = 2 // of each server
	mostKBPerStream = 25
	staffShare      = 100         // one viewer in so many for each staff role
	questions       = "questions" // the topic that changes
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

// hall is a workshop with an audience; each turn begins with a copy of its data.
type hall struct {
	data   string
	site   *site
	people []person
	staff  map[string][]person
}

// fill lets everybody in once, for all sizes.
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
		if _, ok := access.Variant(questions, class); ok {
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
		sala := &turn{}
		if err := h.sala(ctx, l, people, receiving, sala); err != nil {
			return r, err
		}
		null := &turn{frames: sala.frames}
		if err := nullFanout(ctx, l, receiving, null); err != nil {
			return r, fmt.Errorf("null server: %w", err)
		}
		r.FrameBytes = len(sala.frames[len(sala.frames)/2])
		runs, memory = append(runs, sala.latency), append(memory, sala.kB)
		nullRuns, nullMemory = append(nullRuns, null.latency), append(nullMemory, null.kB)
	}
	r.Latency, r.NullLatency = middle(runs), middle(nullRuns)
	r.P50OfNull, r.P99OfNull = ratio(r.Latency.P50, r.NullLatency.P50), ratio(r.Latency.P99, r.NullLatency.P99)
	r.KBPerStream, r.NullKB = round(median(memory)), round(median(nullMemory))
	r.Met = r.P50OfNull <= mostOfNullP99 && r.P99OfNull <= mostOfNullP99 && r.KBPerStream <= mostKBPerStream
	return r, nil
}

// turn is one server's go at one size of audience.
type turn struct {
	latency latency
	kB      float64  // memory of each stream
	frames  [][]byte // what the stream carried, change by change
}

// sala measures the real program, freshly started on a copy of the hall's data.
func (h *hall) sala(ctx context.Context, l *lab, people []person, receiving int, t *turn) error {
	data := l.folder()
	if err := os.CopyFS(data, os.DirFS(h.data)); err != nil {
		return err
	}
	s, err := l.serve(ctx, data)
	if err != nil {
		return err
	}
	c, err := dial(s.address)
	if err != nil {
		return err
	}
	defer c.Close()
	asked := 0
	ask := func() (uint64, error) {
		asked++
		question := map[string]string{"text": fmt.Sprintf("คำถามที่ %d: ใครเป็นผู้รับผิดชอบ และจะเริ่มเมื่อไร", asked), "lang": "th"}
		return h.site.give(c, people[len(people)-1], "question.ask", fmt.Sprint("q", asked), question)
	}
	if _, err := ask(); err != nil { // opens the room before memory is measured
		return err
	}
	seen, err := h.site.place(c, people[len(people)-1])
	if err != nil {
		return err
	}
	requests := make([][]byte, len(people))
	for i, p := range people {
		requests[i] = request("GET", h.site.path(p, "/live")+"&since="+seen, nil, "Cookie: "+p.cookie)
	}
	crowd, err := gather(s, requests, t)
	if err != nil {
		return err
	}
	defer crowd.close()
	if err := l.heap(s); err != nil {
		return err
	}
	err = crowd.measure(receiving, t, func() error {
		_, err := ask()
		return err
	}, func() error {
		frame, err := h.frame(c, people[len(people)-1])
		t.frames = append(t.frames, frame)
		return err
	})
	if err != nil {
		return err
	}
	crowd.close()
	return errors.Join(s.stop(), os.RemoveAll(data))
}

// frame is what the stream sent after a question: the same bytes for the null
// server.
func (h *hall) frame(c *conn, p person) ([]byte, error) {
	r, err := c.expect(200, request("GET", h.site.path(p, "/topic/"+questions), nil, "Cookie: "+p.cookie))
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, "event: topic\nid: 10000\ndata: {\"topic\":%q,\"rev\":10000,\"state\":%s}\n\n", questions, r.body), nil
}

func nullFanout(ctx context.Context, l *lab, n int, t *turn) error {
	s, err := l.null(ctx)
	if err != nil {
		return err
	}
	c, err := dial(s.address)
	if err != nil {
		return err
	}
	defer c.Close()
	requests := make([][]byte, n)
	for i := range requests {
		requests[i] = request("GET", "/live", nil)
	}
	crowd, err := gather(s, requests, t)
	if err != nil {
		return err
	}
	defer crowd.close()
	next := 0
	err = crowd.measure(n, t, func() error {
		_, err := c.expect(200, request("POST", "/frame", t.frames[next]))
		return err
	}, func() error {
		next++
		return nil
	})
	if err != nil {
		return err
	}
	crowd.close()
	return s.stop()
}
