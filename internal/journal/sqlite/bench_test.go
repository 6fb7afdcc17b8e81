package sqlite

import (
	"fmt"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"testing"

	"sala.example/internal/journal"
)

// BenchmarkAppend measures durable appends of one event with an idempotency key. Every writer has a workshop of its own, as rooms do.
func BenchmarkAppend(b *testing.B) {
	for _, writers := range []int{1, 100, 1000} {
		b.Run(fmt.Sprintf("writers=%d", writers), func(b *testing.B) {
			j := open(b, filepath.Join(b.TempDir(), "journal.db"))
			b.SetParallelism(max(1, writers/runtime.GOMAXPROCS(0)))
			if writers == 1 {
				defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
			}
			var writer atomic.Int64
			b.ResetTimer()
			b.RunParallel(func(pb *testing.PB) {
				workshop := fmt.Sprintf("workshop-%d", writer.Add(1))
				for n := uint64(0); pb.Next(); n++ {
					one := journal.Batch{Key: fmt.Sprint(n), Drafts: []journal.Draft{draft("")}}
					if _, err := j.Append(b.Context(), workshop, n, one); err != nil {
						b.Error(err)
					}
				}
			})
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "appends/s")
		})
	}
}

// BenchmarkAppendMany measures one room that hands over 100 commands at a time.
func BenchmarkAppendMany(b *testing.B) {
	j := open(b, filepath.Join(b.TempDir(), "journal.db"))
	var seq uint64
	for b.Loop() {
		var commands []journal.Batch
		for i := range uint64(100) {
			commands = append(commands, journal.Batch{Key: fmt.Sprint(seq + i), Drafts: []journal.Draft{draft("")}})
		}
		if _, err := j.Append(b.Context(), "w", seq, commands...); err != nil {
			b.Fatal(err)
		}
		seq += 100
	}
	b.ReportMetric(float64(seq)/b.Elapsed().Seconds(), "events/s")
}

// BenchmarkRead100000 measures reading and checking a whole workshop.
func BenchmarkRead100000(b *testing.B) {
	j := open(b, filepath.Join(b.TempDir(), "journal.db"))
	fill(b, j, 100_000)
	for b.Loop() {
		if err := journal.Verify(journal.All(b.Context(), j, "w", 0)); err != nil {
			b.Fatal(err)
		}
	}
}
