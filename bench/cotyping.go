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
	typists        = 40
	keystrokeEvery = 200 * time.Millisecond
	typingFor      = 10 * time.Second
	mostTypingMS   = 20
)

// typingResult is forty people who type, alone or while each of them also
// follows the texts.
type typingResult struct {
	Following bool    `json:"streams_open"`
	PerSecond float64 `json:"edits_per_second"` // 200 when nobody has to wait
	Latency   latency `json:"latency"`
	Fetches   int64   `json:"topic_fetches"`
	Met       bool    `json:"target_met"`
}

// benchCotyping: 40 rapporteurs write in 40 segments, five edits a second each.
// Every edit is a command: durable before its answer.
func benchCotyping(ctx context.Context, l *lab) (any, error) {
	var results []typingResult
	for _, following := range []bool{false, true} {
		s, err := l.serve(ctx, l.folder())
		if err != nil {
			return nil, err
		}
		r, err := typeTogether(s, following)
		if err != nil {
			return nil, fmt.Errorf("following %v: %w", following, err)
		}
		results = append(results, r)
		if err := s.stop(); err != nil {
			return nil, err
		}
	}
	return results, nil
}

func typeTogether(s *server, following bool) (typingResult, error) {
	r := typingResult{Following: following}
	typists, err := seat(s)
	if err != nil {
		return r, err
	}
	var fetches atomic.Int64
	if following {
		for _, t := range typists {
			if err := t.follow(s, &fetches); err != nil {
				return r, err
			}
			defer t.live.Close()
		}
	}
	began := time.Now()
	if err := parallel(len(typists), func(i int) error { return typists[i].run(s, i) }); err != nil {
		return r, err
	}
	took := time.Since(began)
	var all []time.Duration
	for _, t := range typists {
		all = append(all, t.times...)
	}
	if len(all) == 0 {
		return r, errors.New("nobody typed")
	}
	r.PerSecond, r.Latency, r.Fetches = round(float64(len(all))/took.Seconds()), summarise(all), fetches.Load()
	r.Met = r.Latency.P99 <= mostTypingMS
	return r, nil
}

// typist is a rapporteur with a segment of their own.
type typist struct {
	person
	site    *site
	segment string
	lang    string
	rev     int
	text    string
	times   []time.Duration
	live    *listener
}

// seat gives everybody a segment, half of them in Thai, half in English.
func seat(s *server) ([]*typist, error) {
	site, err := found(s, typists)
	if err != nil {
		return nil, err
	}
	people, err := site.staff(s.address, access.Rapporteur, typists)
	if err != nil {
		return nil, err
	}
	c, err := dial(s.address)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	var texts view.Texts
	if err := site.topic(c, people[0], "texts", &texts); err != nil {
		return nil, err
	}
	var all []*typist
	for i, p := range people {
		segment := texts.Recommendations[i].Segments[0]
		lang := []string{"th", "en"}[i%2]
		w := segment.Wordings[lang]
		all = append(all, &typist{person: p, site: site, segment: segment.ID, lang: lang, rev: w.Rev, text: w.Text})
	}
	return all, nil
}

// run types until the time is over; who has to wait for an answer skips beats,
// as a page does that has one edit on its way.
func (t *typist) run(s *server, i int) error {
	c, err := dial(s.address)
	if err != nil {
		return err
	}
	defer c.Close()
	time.Sleep(keystrokeEvery * time.Duration(i) / typists) // they do not type in step
	beat := time.NewTicker(keystrokeEvery)
	defer beat.Stop()
	for end := time.Now().Add(typingFor); time.Now().Before(end); <-beat.C {
		t.text += "ก"
		edit := map[string]any{"segment": t.segment, "lang": t.lang, "rev": t.rev, "text": t.text}
		sent := time.Now()
		if _, err := t.site.give(c, t.person, "wording.edit", fmt.Sprint(t.rev), edit); err != nil {
			return err
		}
		t.times = append(t.times, time.Since(sent))
		t.rev++
	}
	return nil
}

// follow opens the typist's stream, and fetches the texts when the stream says
// that they have changed and are too large to travel in it: one fetch at a
// time, the newest state.
func (t *typist) follow(s *server, fetches *atomic.Int64) error {
	c, err := dial(s.address)
	if err != nil {
		return err
	}
	due := make(chan struct{}, 1)
	req := request("GET", t.site.path(t.person, "/live")+"&since=0", nil, "Cookie: "+t.cookie)
	t.live, err = listen(s.address, req, func(topic []byte, _ time.Time) {
		if string(topic) != "texts" {
			return
		}
		select {
		case due <- struct{}{}:
		default:
		}
	})
	if err != nil {
		return errors.Join(err, c.Close())
	}
	go func() {
		_ = t.live.follow() // it ends when the stream is closed
		close(due)
	}()
	fetch := request("GET", t.site.path(t.person, "/topic/texts"), nil, "Cookie: "+t.cookie, "Accept-Encoding: gzip")
	go func() {
		defer c.Close()
		for range due {
			if _, err := c.expect(200, fetch); err != nil {
				return // the server is gone; the edits say so
			}
			fetches.Add(1)
		}
	}()
	return nil
}
