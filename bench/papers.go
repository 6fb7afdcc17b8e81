package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"sala.example/internal/datadir"
	"sala.example/internal/demo"
	"sala.example/internal/document"
	"sala.example/internal/document/docx"
	"sala.example/internal/document/html"
	"sala.example/internal/document/pdf"
	"sala.example/internal/locale"
	"sala.example/internal/note/sample"
	"sala.example/internal/rehearse"
	salareport "sala.example/internal/report"
	"sala.example/internal/room"
	"sala.example/internal/web"
)

const (
	paperRuns      = 5
	rehearsePeople = 60
)

// benchReport: the six papers of a rehearsed workshop of 60 people are built
// and written, one after the other.
func benchReport(ctx context.Context, l *lab) (any, error) {
	began := time.Now()
	src, err := rehearsed(ctx, l.folder())
	if err != nil {
		return nil, err
	}
	out := map[string]any{"rehearsal_s": round(time.Since(began).Seconds())}
	all := 0.0
	for _, lang := range locale.Languages() {
		for format, write := range map[string]func(io.Writer, *document.Document) error{
			"html": html.Write, "docx": docx.Write, "pdf": pdf.Write,
		} {
			ms, size, err := writePaper(src, lang, write)
			if err != nil {
				return nil, fmt.Errorf("%s.%s: %w", lang, format, err)
			}
			out[lang+"."+format] = map[string]float64{"ms": ms, "kb": round(float64(size) / 1000)}
			all += ms
		}
	}
	out["all_ms"] = round(all)
	return out, nil
}

func writePaper(src *salareport.Source, lang string, write func(io.Writer, *document.Document) error) (ms float64, size int, err error) {
	var times []float64
	for range paperRuns {
		var b bytes.Buffer
		began := time.Now()
		if err := write(&b, salareport.Build(src, lang)); err != nil {
			return 0, 0, err
		}
		times = append(times, milliseconds(time.Since(began)))
		size = b.Len()
	}
	if size == 0 {
		return 0, 0, errors.New("the paper is empty")
	}
	return round(median(times)), size, nil
}

// rehearsed plays a whole day and gives what its report says. The server runs
// here, because its clock is the rehearsal's.
func rehearsed(ctx context.Context, data string) (_ *salareport.Source, err error) {
	h, err := openStage(ctx, data)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, h.close()) }()
	recommendations, err := demo.Recommendations()
	if err != nil {
		return nil, err
	}
	evidence, err := demo.AllEvidence()
	if err != nil {
		return nil, err
	}
	setup, err := h.site.SetupLink(ctx, h.base)
	if err != nil {
		return nil, err
	}
	day, err := rehearse.New(ctx, rehearse.Options{
		Base: h.base, Setup: setup, Note: []byte(sample.Thai), Translation: []byte(sample.English),
		Recommendations: recommendations, Evidence: evidence, People: rehearsePeople, Seed: 1, Clock: h.clock,
	})
	if err != nil {
		return nil, err
	}
	defer day.Leave()
	if err := day.WholeDay(ctx); err != nil {
		return nil, err
	}
	if _, err := day.Close(ctx); err != nil {
		return nil, err
	}
	rm, err := h.house.Room(ctx, day.Workshop())
	if err != nil {
		return nil, err
	}
	return h.site.Source(ctx, rm)
}

// stage is a server whose clock is moved by hand.
type stage struct {
	clock  *rehearse.Clock
	house  *room.House
	site   *web.Server
	server *http.Server
	stores func() error // closes them
	base   string
}

func openStage(ctx context.Context, data string) (*stage, error) {
	held, err := datadir.Open(data)
	if err != nil {
		return nil, err
	}
	j, v, err := openStores(ctx, data)
	if err != nil {
		return nil, errors.Join(err, held.Close())
	}
	s := &stage{clock: rehearse.NewClock(time.Date(2014, 9, 1, 0, 0, 0, 0, time.UTC))}
	s.stores = func() error { return errors.Join(v.Close(), j.Close(), held.Close()) }
	if s.house, err = room.OpenHouse(ctx, room.Deps{Journal: j, Vault: v, Now: s.clock.Now}); err != nil {
		return nil, errors.Join(err, s.stores())
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, errors.Join(err, s.stores())
	}
	address := listener.Addr().String()
	s.base = "http://" + address
	s.site = &web.Server{
		House: s.house, Vault: v, Report: &salareport.Shelf{}, Now: s.clock.Now, Random: rand.Reader,
		Address: func() string { return address },
	}
	handler, err := s.site.Handler()
	if err != nil {
		return nil, errors.Join(err, listener.Close(), s.stores())
	}
	s.server = &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = s.server.Serve(listener) }() // it ends with close
	return s, nil
}

func (s *stage) close() error {
	s.house.Close()
	return errors.Join(s.server.Close(), s.stores())
}
