package cli

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"time"

	"sala.example/internal/journal"
	journalsqlite "sala.example/internal/journal/sqlite"
)

// inspectAfter is how long the start and the first pages are left alone.
const inspectAfter = 10 * time.Second

// inspect reads everything that is kept once, beside the people: a room that
// opens from its snapshot does not look at the events before it, and nobody
// misses a row whose key has flipped. What is damaged is said while there are
// still backups from before.
func (p *program) inspect(ctx context.Context, j *journalsqlite.Journal) {
	p.found(j.CheckKeys(ctx)) // at once: commands are told apart by them
	select {
	case <-time.After(p.options.InspectAfter):
	case <-ctx.Done():
		return
	}
	p.memory.reads(true)
	defer func() {
		p.memory.reads(false)
		runtime.GC() // what lies in a sync.Pool goes the second time only
		debug.FreeOSMemory()
	}()
	p.found(p.vault.Check(ctx))
	ids, err := j.Workshops(ctx)
	p.found(err)
	for _, id := range ids {
		if err := journal.Verify(journal.All(ctx, j, id, 0)); err != nil {
			p.found(fmt.Errorf("workshop %s: %w", id, err))
		}
	}
}

// found says what is damaged, and the way out.
func (p *program) found(err error) {
	if isDamage(err) {
		p.options.Log.Error("an inspection found damage: stop Sala and restore the last backup: sala restore BACKUP --data NEW-FOLDER", "error", err)
	}
}
