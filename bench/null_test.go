package main

import (
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func openNull(t *testing.T) (address, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "log")
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	n := newNull(file)
	s := httptest.NewServer(n.handler())
	t.Cleanup(func() {
		s.CloseClientConnections()
		s.Close()
		close(n.waiting)
		_ = file.Close()
	})
	return strings.TrimPrefix(s.URL, "http://"), path
}

// Every request is in the file, whole and once, when its answer comes.
func TestNullKeepsWhatItAcknowledges(t *testing.T) {
	address, path := openNull(t)
	const writers, each = 20, 10
	err := parallel(writers, func(i int) error {
		c, err := dial(address)
		if err != nil {
			return err
		}
		defer c.Close()
		for n := range each {
			if _, err := c.expect(200, request("POST", "/w/1/do/ballot.cast", fmt.Appendf(nil, "%d-%d", i, n))); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for line := range strings.Lines(string(data)) {
		seen[strings.TrimSpace(line)]++
	}
	for i := range writers {
		for n := range each {
			if key := fmt.Sprintf("%d-%d", i, n); seen[key] != 1 {
				t.Errorf("%s is in the file %d times", key, seen[key])
			}
		}
	}
}

func TestNullSendsTheSameFrameToEveryStream(t *testing.T) {
	address, _ := openNull(t)
	const streams = 20
	requests := make([][]byte, streams)
	for i := range requests {
		requests[i] = request("GET", "/live", nil)
	}
	c := &crowd{streams: make([]*listener, streams), took: make([]time.Duration, streams), all: make(chan struct{}, 1)}
	defer c.close()
	if err := c.open(address, requests); err != nil {
		t.Fatal(err)
	}
	poster := connect(t, address)
	frame := []byte("event: topic\nid: 1\ndata: {\"topic\":\"questions\",\"state\":{}}\n\n")
	out := &turn{}
	err := c.measure(streams, out, func() error {
		_, err := poster.expect(200, request("POST", "/frame", frame))
		return err
	}, func() error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	if out.latency.N != streams || out.latency.Max <= 0 {
		t.Errorf("got %+v", out.latency)
	}
}
