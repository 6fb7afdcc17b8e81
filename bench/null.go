package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"sync"
	"time"
)

// runNull is the server that Sala is held against: net/http as Sala uses it,
// and behind it nothing but what durability and delivery cost by themselves.
//
//	POST /frame   appends the body, fsyncs, sends it to every stream, answers
//	POST anything appends the body, fsyncs, answers
//	GET  anything is a stream
func runNull(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("null", flag.ContinueOnError)
	path := flags.String("file", "", "file to append to")
	listen := flags.String("listen", "", "address to listen on")
	if err := flags.Parse(args); err != nil {
		return err
	}
	file, err := os.OpenFile(*path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", *listen)
	if err != nil {
		return errors.Join(err, file.Close())
	}
	n := newNull(file)
	server := &http.Server{Handler: n.handler(), ReadHeaderTimeout: 10 * time.Second}
	fmt.Println(readyWord, "http://"+*listen)
	go func() {
		<-ctx.Done()
		_ = server.Close() // nothing here is worth waiting for
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return file.Close()
}

type null struct {
	file    *os.File
	waiting chan write

	mu      sync.Mutex
	streams map[chan []byte]bool
}

// mostTogether bounds how many requests share one write, as in Sala's stores.
const mostTogether = 1024

func newNull(file *os.File) *null {
	n := &null{file: file, waiting: make(chan write, mostTogether), streams: map[chan []byte]bool{}}
	go n.commit()
	return n
}

// write is one request's bytes on their way to the disk.
type write struct {
	data []byte
	done chan error
}

func (n *null) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /frame", n.frame)
	mux.HandleFunc("POST /", func(w http.ResponseWriter, r *http.Request) { n.keep(w, r) })
	mux.HandleFunc("GET /", n.stream)
	return mux
}

// commit writes what has gathered while the last write was on its way, and
// flushes once for all of it.
func (n *null) commit() {
	for first := range n.waiting {
		batch := []write{first}
		data := first.data
		for more := true; more && len(batch) < mostTogether; {
			select {
			case next, open := <-n.waiting:
				if !open {
					more = false
					break
				}
				batch, data = append(batch, next), append(data, next.data...)
			default:
				more = false
			}
		}
		_, err := n.file.Write(data)
		err = errors.Join(err, n.file.Sync())
		for _, w := range batch {
			w.done <- err
		}
	}
}

// keep appends a request's body and answers like Sala does.
func (n *null) keep(w http.ResponseWriter, r *http.Request) ([]byte, bool) {
	body, err := io.ReadAll(r.Body)
	if err == nil {
		done := make(chan error, 1)
		n.waiting <- write{append(body, '\n'), done}
		err = <-done
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return nil, false
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_, _ = w.Write([]byte(`{"rev":1,"seq":1}`))
	return body, true
}

func (n *null) frame(w http.ResponseWriter, r *http.Request) {
	body, ok := n.keep(w, r)
	if !ok {
		return
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	for stream := range n.streams {
		select {
		case stream <- body:
		default: // a reader that is behind misses it, and the bench says so
		}
	}
}

func (n *null) stream(w http.ResponseWriter, r *http.Request) {
	frames := make(chan []byte, 1)
	n.mu.Lock()
	n.streams[frames] = true
	n.mu.Unlock()
	defer func() {
		n.mu.Lock()
		defer n.mu.Unlock()
		delete(n.streams, frames)
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	c := http.NewResponseController(w)
	for frame := []byte("event: beat\ndata: {}\n\n"); ; {
		if _, err := w.Write(frame); err != nil || c.Flush() != nil {
			return
		}
		select {
		case frame = <-frames:
		case <-r.Context().Done():
			return
		}
	}
}
