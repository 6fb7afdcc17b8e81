package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"sala.example/internal/journal"
	"sala.example/internal/vault"
)

// readiness tries whether the data folder takes a write. It asks the disk at
// most every two seconds, however often it is asked itself.
type readiness struct {
	vault   *vault.Vault
	journal journal.Journal

	mu    sync.Mutex
	asked time.Time
	last  error
}

const readyFor = 2 * time.Second

func (r *readiness) check() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if time.Since(r.asked) < readyFor {
		return r.last
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_, err := r.journal.Workshops(ctx)
	r.last = errors.Join(err, r.vault.Touch(ctx))
	r.asked = time.Now()
	return r.last
}

// serveMetrics answers Prometheus at an address of its own, so that numbers of
// people and commands are not for the room to read.
func (p *program) serveMetrics(address string) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("listen for metrics: %w", err)
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", p.metrics.Handler())
	p.watcher = &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 8 << 10}
	go func() {
		if err := p.watcher.Serve(listener); err != nil && !errors.Is(err, http.ErrServerClosed) {
			p.options.Log.Error("metrics stopped", "error", err)
		}
	}()
	return nil
}

// notify tells systemd how the service stands (sd_notify(3)); without systemd
// it does nothing.
func notify(state string) error {
	socket := os.Getenv("NOTIFY_SOCKET")
	if socket == "" {
		return nil
	}
	conn, err := net.Dial("unixgram", socket)
	if err != nil {
		return fmt.Errorf("notify systemd: %w", err)
	}
	defer conn.Close()
	if _, err := conn.Write([]byte(state)); err != nil {
		return fmt.Errorf("notify systemd: %w", err)
	}
	return nil
}
