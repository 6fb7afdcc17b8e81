package cli

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	randv2 "math/rand/v2"
	"os"
	"time"

	"sala.example/internal/demo"
	"sala.example/internal/note"
	"sala.example/internal/random"
	"sala.example/internal/rehearse"
)

// simulated starts a program whose clock and ids come from a seed, and lets an
// organiser create a workshop from the note in it.
func simulated(ctx context.Context, o options, r rehearse.Options) (*program, *rehearse.Day, error) {
	r.Clock = rehearse.NewClock(dayBefore(r.Note))
	o.Now, o.Random = r.Clock.Now, seeded(r.Seed)
	p, err := start(ctx, o)
	if err != nil {
		return nil, nil, err
	}
	if r.Setup, err = p.site.SetupLink(ctx, p.base); err != nil {
		return p, nil, err
	}
	r.Base = p.base
	day, err := rehearse.New(ctx, r)
	return p, day, err
}

// dayBefore is a week before the note's first day, when the organiser sets the
// workshop up; without a date it is a fixed day, so that a rehearsal of the
// same note is the same tomorrow.
func dayBefore(text []byte) time.Time {
	day := time.Date(2026, 1, 12, 0, 0, 0, 0, time.UTC)
	if n, err := note.Read(bytes.NewReader(text), "note"); err == nil && len(n.Dates) > 0 {
		if first, err := time.Parse(time.DateOnly, n.Dates[0]); err == nil {
			day = first
		}
	}
	return day.AddDate(0, 0, -7)
}

// seeded is a stream of bytes that follows from a seed. It makes ids and salts
// of simulated workshops repeatable. A rehearsal, which keeps nothing, takes its
// keys from one too, so that its record has the same hash every time; a
// demonstration, which real people may join, does not.
func seeded(seed uint64) io.Reader {
	var key [32]byte
	for i := range 8 {
		key[i] = byte(seed >> (8 * i))
	}
	return random.Locked(randv2.NewChaCha8(key))
}

// quietLog keeps a simulation's own lines off the screen but shows trouble.
func quietLog(w io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: slog.LevelWarn}))
}

// material is what a simulated workshop is about.
type material struct {
	recommendations []demo.Recommendation
	evidence        []demo.Evidence
	statements      []demo.Statement
}

// readMaterial reads recommendations and evidence, or takes those that ship;
// statements come with the recommendations.
func readMaterial(recommendations, evidence string) (m material, err error) {
	if m.recommendations, err = readOr(recommendations, demo.ReadRecommendations, demo.Recommendations); err != nil {
		return m, err
	}
	if m.evidence, err = readOr(evidence, demo.ReadEvidence, demo.AllEvidence); err != nil {
		return m, err
	}
	if recommendations == "" {
		m.statements, err = demo.Statements()
	} else {
		m.statements, err = demo.StatementsOn(m.recommendations)
	}
	return m, err
}

func readOr[T any](path string, read func(io.Reader) (T, error), embedded func() (T, error)) (T, error) {
	if path == "" {
		return embedded()
	}
	f, err := os.Open(path)
	if err != nil {
		var none T
		return none, err
	}
	defer f.Close()
	return read(f)
}
