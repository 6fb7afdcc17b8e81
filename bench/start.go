package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"
)

const (
	startRuns     = 5
	mostStart     = 0.5 // seconds
	mostIdleMB    = 60
	idleFor       = 25 * time.Second // after the inspection, which begins ten seconds after the start
	megabyte      = 1 << 20
	bytesPerShown = 1000 * 1000
)

// benchStart: `serve` starts on a folder with a workshop of 100,000 events and
// shows a participant its page; then it is left alone.
func benchStart(ctx context.Context, l *lab) (any, error) {
	h, err := makeHistory(ctx, l)
	if err != nil {
		return nil, err
	}
	var listening, page, idle []float64
	for range startRuns {
		up, first, mb, err := h.start(ctx, l)
		if err != nil {
			return nil, err
		}
		listening, page, idle = append(listening, up), append(page, first), append(idle, mb)
	}
	empty, err := emptyIdle(ctx, l)
	if err != nil {
		return nil, err
	}
	files, err := sizes(h.data)
	if err != nil {
		return nil, err
	}
	return map[string]any{
		"events": longHistory, "listening_s": round(median(listening)), "first_page_s": round(median(page)),
		"idle_mb": round(median(idle)), "idle_mb_without_workshop": round(empty), "files_mb": files,
		"target_met": median(page) <= mostStart && median(idle) <= mostIdleMB,
	}, nil
}

// start gives the seconds until it listened and until the first page was
// there, and the memory that it holds some seconds later.
func (h *history) start(ctx context.Context, l *lab) (listening, page, mb float64, err error) {
	s, err := l.serve(ctx, h.data)
	if err != nil {
		return 0, 0, 0, err
	}
	listening = time.Since(s.began).Seconds()
	p := h.people[0]
	if _, err := load(s.address, [][]byte{request("GET", h.site.path(p, ""), nil, "Cookie: "+p.cookie, "Accept-Encoding: gzip")}); err != nil {
		return 0, 0, 0, err
	}
	page = time.Since(s.began).Seconds()
	time.Sleep(idleFor)
	bytes, err := s.rss()
	return listening, page, bytes / megabyte, errors.Join(err, l.heap(s), s.stop())
}

// emptyIdle is the memory of a server that has no workshop.
func emptyIdle(ctx context.Context, l *lab) (float64, error) {
	s, err := l.serve(ctx, l.folder())
	if err != nil {
		return 0, err
	}
	time.Sleep(idleFor)
	bytes, err := s.rss()
	return bytes / megabyte, errors.Join(err, s.stop())
}

// sizes are those of the files in a data folder, in MB.
func sizes(data string) (map[string]float64, error) {
	entries, err := os.ReadDir(data)
	if err != nil {
		return nil, err
	}
	out := map[string]float64{}
	for _, e := range entries {
		info, err := os.Stat(filepath.Join(data, e.Name()))
		if err != nil {
			return nil, err
		}
		out[e.Name()] = round(float64(info.Size()) / bytesPerShown)
	}
	return out, nil
}
