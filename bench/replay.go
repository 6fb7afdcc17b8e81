package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"sala.example/internal/room"
	"sala.example/internal/workshop"
)

const replayRuns = 3

// benchReplay: a workshop with 100,000 events is opened, from its snapshot and
// from its first event.
func benchReplay(ctx context.Context, l *lab) (any, error) {
	h, err := makeHistory(ctx, l)
	if err != nil {
		return nil, err
	}
	size, err := h.snapshotSize(ctx)
	if err != nil {
		return nil, err
	}
	var fast, slow []float64
	for range replayRuns {
		seconds, err := h.open(ctx)
		if err != nil {
			return nil, fmt.Errorf("from snapshot: %w", err)
		}
		fast = append(fast, seconds)
		if err := h.forgetSnapshot(ctx); err != nil {
			return nil, err
		}
		if seconds, err = h.open(ctx); err != nil { // keeps a snapshot when it closes
			return nil, fmt.Errorf("from event 1: %w", err)
		}
		slow = append(slow, seconds)
	}
	out := map[string]any{"events": longHistory, "snapshot_mb": size, "from_snapshot_s": round(median(fast)), "from_event_1_s": round(median(slow))}
	out["target_met"] = median(slow) <= 1
	return out, nil
}

// open opens the stores and the room, and sees that all of it is there.
func (h *history) open(ctx context.Context) (seconds float64, err error) {
	began := time.Now()
	j, v, err := openStores(ctx, h.data)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, v.Close(), j.Close()) }()
	house, err := room.OpenHouse(ctx, room.Deps{Journal: j, Vault: v})
	if err != nil {
		return 0, err
	}
	defer house.Close()
	r, err := house.Room(ctx, h.site.id)
	if err != nil {
		return 0, err
	}
	took := time.Since(began)
	var seq uint64
	if err := r.Look(ctx, func(s *workshop.State) { seq = s.Seq }); err != nil {
		return 0, err
	}
	if seq != longHistory {
		return 0, fmt.Errorf("the room opened at event %d", seq)
	}
	return took.Seconds(), nil
}

func (h *history) forgetSnapshot(ctx context.Context) error {
	return h.query(ctx, func(db *sql.DB) error {
		_, err := db.ExecContext(ctx, "DELETE FROM snapshot")
		return err
	})
}

// snapshotSize is in MB.
func (h *history) snapshotSize(ctx context.Context) (mb float64, err error) {
	err = h.query(ctx, func(db *sql.DB) error {
		var bytes float64
		err := db.QueryRowContext(ctx, "SELECT sum(length(state)) FROM snapshot").Scan(&bytes)
		mb = round(bytes / bytesPerShown)
		return err
	})
	return mb, err
}

// query looks into the journal's file while nobody holds it.
func (h *history) query(ctx context.Context, do func(*sql.DB) error) error {
	db, err := sql.Open("sqlite", filepath.Join(h.data, "journal.db"))
	if err != nil {
		return err
	}
	return errors.Join(do(db), db.Close())
}
