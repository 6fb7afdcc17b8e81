package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// crowd is many open streams.
type crowd struct {
	streams []*listener
	since   atomic.Int64 // when the change was sent, Unix nanoseconds
	left    atomic.Int64 // who has not got it
	all     chan struct{}
	took    []time.Duration // per stream, of this change
	ends    sync.Once
}

// gather opens a stream per request and notes how much memory each costs the
// server.
func gather(s *server, requests [][]byte, t *turn) (*crowd, error) {
	before, err := s.rss()
	if err != nil {
		return nil, err
	}
	c := &crowd{streams: make([]*listener, len(requests)), took: make([]time.Duration, len(requests)), all: make(chan struct{}, 1)}
	if err := c.open(s.address, requests); err != nil {
		c.close()
		return nil, err
	}
	time.Sleep(settle)
	after, err := s.rss()
	t.kB = (after - before) / 1024 / float64(len(requests))
	return c, err
}

// open opens a stream for each request and follows them all.
func (c *crowd) open(address string, requests [][]byte) error {
	err := parallel(doors, func(door int) error {
		for i := door; i < len(requests); i += doors {
			var err error
			if c.streams[i], err = listen(address, requests[i], func(topic []byte, at time.Time) { c.got(i, topic, at) }); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, l := range c.streams {
		go func() { _ = l.follow() }() // it ends when the stream is closed
	}
	return nil
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
	if since == 0 || string(topic) != questions || c.took[i] != 0 {
		return
	}
	c.took[i] = max(1, time.Duration(at.UnixNano()-since))
	if c.left.Add(-1) == 0 {
		c.all <- struct{}{}
	}
}

// measure makes changes one after the other, and times from the sending of
// each to its receipt by everybody. After each it lets the caller have a look.
func (c *crowd) measure(receiving int, t *turn, change, after func() error) error {
	var runs []latency
	for range changes {
		if err := c.send(receiving, change); err != nil {
			return err
		}
		var times []time.Duration
		for _, took := range c.took {
			if took > 0 {
				times = append(times, took)
			}
		}
		if len(times) != receiving {
			return errors.New("a stream got what it should not see")
		}
		runs = append(runs, summarise(times))
		if err := after(); err != nil {
			return err
		}
		time.Sleep(betweenChanges)
	}
	t.latency = middle(runs)
	return nil
}

// betweenChanges lets both sides come to rest.
const betweenChanges = 200 * time.Millisecond

// send makes one change and waits until everybody has it.
func (c *crowd) send(receiving int, change func() error) error {
	clear(c.took)
	c.left.Store(int64(receiving))
	c.since.Store(time.Now().UnixNano())
	defer c.since.Store(0)
	if err := change(); err != nil {
		return err
	}
	select {
	case <-c.all:
		return nil
	case <-time.After(patience):
		return fmt.Errorf("%d of %d streams did not get the change", c.left.Load(), receiving)
	}
}
