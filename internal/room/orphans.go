package room

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"sala.example/internal/journal"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// Words reach the vault before the event that refers to them. Where the event
// never came, they are orphans: with an author they go when their author goes,
// nobody's words would stay for good.

// dropOrphans forgets the words of a turn that no event came to refer to. A
// write that failed may have been kept all the same, so the state decides.
func (r *Room) dropOrphans(passages []vault.Passage) {
	if len(passages) == 0 {
		return
	}
	orphans := map[string]bool{}
	for _, p := range passages {
		orphans[p.Ref] = true
	}
	withoutThose(orphans, r.state)
	if err := r.dropWords(context.Background(), orphans); err != nil {
		r.log.Error("words without an event stay in the vault", "error", err)
	}
}

// dropReasons forgets the reasons that a crash left between the ballots of a
// round and its closing event: they came out of the box without an author, and
// come out of it again, for the round is still open.
func (r *Room) dropReasons(ctx context.Context) error {
	if r.state.OpenRound() == nil {
		return nil
	}
	orphans := r.people.nobodys()
	withoutThose(orphans, r.state)
	if len(orphans) == 0 {
		return nil
	}
	for event, err := range journal.All(ctx, r.deps.Journal, r.id, 0) { // what was replaced since is in no state
		if err != nil {
			return err
		}
		e, err := workshop.DecodeEvent(event.Kind, event.Data)
		if err != nil {
			return fmt.Errorf("event %d: %w", event.Seq, err)
		}
		withoutThose(orphans, e)
	}
	return r.dropWords(ctx, orphans)
}

// withoutThose takes out of a set of references those that a state or an event has.
func withoutThose(refs map[string]bool, in any) {
	for _, w := range workshop.WordsIn(in) {
		delete(refs, w.Ref)
	}
}

func (r *Room) dropWords(ctx context.Context, refs map[string]bool) error {
	if len(refs) == 0 {
		return nil
	}
	return r.redact(ctx, slices.Collect(maps.Keys(refs))...)
}
