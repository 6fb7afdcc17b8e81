package main

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"time"
)

const (
	phones        = 1000
	payloadRuns   = 3
	mostPayloadMS = 2000
	questionsHere = 30
)

// payloadResult is 1,000 phones that open the room at once.
type payloadResult struct {
	Phones    int       `json:"phones"`
	PageBytes int       `json:"page_gzip_bytes"`
	Page      openTimes `json:"page"`
	AllBytes  int       `json:"page_script_style_gzip_bytes"`
	All       openTimes `json:"page_script_style"`
	Met       bool      `json:"target_met"` // the page with its script and style
}

type openTimes struct {
	ServedMS float64 `json:"all_served_ms"` // from the first connection to the last byte
	CPU      float64 `json:"cpu_us_per_phone"`
	Latency  latency `json:"latency"`
}

// benchPayload: every phone makes a connection, asks for the room's page, and
// then for the page with the script and style that it names.
func benchPayload(ctx context.Context, l *lab) (any, error) {
	if err := needFiles(4 * phones); err != nil {
		return nil, err
	}
	s, err := l.serve(ctx, l.folder())
	if err != nil {
		return nil, err
	}
	site, people, err := lively(s)
	if err != nil {
		return nil, err
	}
	r := payloadResult{Phones: phones}
	page := [][]byte{request("GET", site.path(people[0], ""), nil, "Cookie: "+people[0].cookie)}
	whole, err := parts(s, page[0])
	if err != nil {
		return nil, err
	}
	if r.Page, r.PageBytes, err = arrive(s, site, people, nil); err != nil {
		return nil, err
	}
	if r.All, r.AllBytes, err = arrive(s, site, people, whole); err != nil {
		return nil, err
	}
	r.Met = r.All.ServedMS <= mostPayloadMS
	return r, s.stop()
}

// lively is a workshop with questions in it, as it is in the middle of a day.
func lively(s *server) (*site, []person, error) {
	site, err := found(s, ratingsEach)
	if err != nil {
		return nil, nil, err
	}
	people, err := site.join(s.address, phones)
	if err != nil {
		return nil, nil, err
	}
	c, err := dial(s.address)
	if err != nil {
		return nil, nil, err
	}
	defer c.Close()
	for i := range questionsHere {
		question := map[string]string{"text": fmt.Sprintf("คำถามที่ %d: งบประมาณของโครงการนี้มาจากที่ใด", i+1), "lang": "th"}
		if _, err := site.give(c, people[i], "question.ask", fmt.Sprint("q", i), question); err != nil {
			return nil, nil, err
		}
	}
	return site, people, nil
}

// asset is a script or style that a page names.
var asset = regexp.MustCompile(`(?:src|href)="(/assets/[^"]+\.(?:js|css)[^"]*)"`)

// parts are the requests for what a page names.
func parts(s *server, page []byte) ([][]byte, error) {
	c, err := dial(s.address)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	r, err := c.expect(200, page)
	if err != nil {
		return nil, err
	}
	var requests [][]byte
	seen := map[string]bool{}
	for _, found := range asset.FindAllSubmatch(r.body, -1) {
		if path := string(found[1]); !seen[path] {
			seen[path] = true
			requests = append(requests, request("GET", path, nil, "Accept-Encoding: gzip"))
		}
	}
	if len(requests) == 0 {
		return nil, errors.New("the page names no script and no style")
	}
	return requests, nil
}

// arrive lets every phone come at once, and gives medians of several runs and
// the bytes that one phone got.
func arrive(s *server, site *site, people []person, more [][]byte) (openTimes, int, error) {
	var out openTimes
	var served, cpu []float64
	var runs []latency
	bytes := make([]int, len(people))
	for range payloadRuns {
		times := make([]time.Duration, len(people))
		began := time.Now()
		seconds, err := s.meter(func() error {
			return parallel(len(people), func(i int) (err error) {
				first := request("GET", site.path(people[i], ""), nil, "Cookie: "+people[i].cookie, "Accept-Encoding: gzip")
				at := time.Now()
				bytes[i], err = load(s.address, append([][]byte{first}, more...))
				times[i] = time.Since(at)
				return err
			})
		})
		if err != nil {
			return out, 0, err
		}
		cpu = append(cpu, seconds*1e6/float64(len(people)))
		served = append(served, milliseconds(time.Since(began)))
		runs = append(runs, summarise(times))
	}
	out.ServedMS, out.CPU, out.Latency = round(median(served)), round(median(cpu)), middle(runs)
	return out, bytes[0], nil
}

// load makes a connection and asks for one thing after the other.
func load(address string, requests [][]byte) (bytes int, err error) {
	c, err := dial(address)
	if err != nil {
		return 0, err
	}
	defer c.Close()
	for _, req := range requests {
		r, err := c.expect(200, req)
		if err != nil {
			return 0, err
		}
		bytes += len(r.body)
	}
	return bytes, nil
}
