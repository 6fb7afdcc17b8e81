package vault

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"testing"
)

// BenchmarkCast measures durable ballots of 100 bytes, one box, a thousand people.
func BenchmarkCast(b *testing.B) {
	for _, writers := range []int{1, 100, 1000} {
		b.Run(fmt.Sprintf("writers=%d", writers), func(b *testing.B) {
			v := open(b, b.TempDir())
			must(b, v.OpenBallotBox(b.Context(), "w", "r"))
			people, ballot := persons(1000), make([]byte, 100)
			b.SetParallelism(max(1, writers/runtime.GOMAXPROCS(0)))
			if writers == 1 {
				defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
			}
			var next atomic.Int64
			b.ResetTimer()
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					if err := castOne(b.Context(), v, "r", people[int(next.Add(1))%len(people)], ballot); err != nil {
						b.Error(err)
					}
				}
			})
			if ballots, err := v.Ballots(b.Context(), "w", "r"); err != nil || len(ballots) != min(b.N, len(people)) {
				b.Errorf("%d ballots after %d casts, %v", len(ballots), b.N, err)
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "casts/s")
		})
	}
}

// BenchmarkBurn measures burning a box of 1,000 ballots beside another one.
func BenchmarkBurn(b *testing.B) {
	v := open(b, b.TempDir())
	must(b, v.OpenBallotBox(b.Context(), "w", "other"))
	for _, person := range persons(1000) {
		must(b, castOne(b.Context(), v, "other", person, make([]byte, 100)))
	}
	for b.Loop() {
		b.StopTimer()
		must(b, v.OpenBallotBox(b.Context(), "w", "r"))
		for _, person := range persons(200) {
			must(b, castOne(b.Context(), v, "r", person, make([]byte, 100)))
		}
		b.StartTimer()
		must(b, v.Burn(b.Context(), "w", "r"))
	}
}
