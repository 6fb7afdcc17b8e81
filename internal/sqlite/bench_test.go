package sqlite

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"testing"
)

// BenchmarkWrite measures durable writes of one small row by many callers at once.
func BenchmarkWrite(b *testing.B) {
	for _, writers := range []int{1, 100, 1000} {
		b.Run(fmt.Sprintf("writers=%d", writers), func(b *testing.B) {
			db := open(b, filepath.Join(b.TempDir(), "a.db"))
			stmt, err := db.Prepare(b.Context(), `INSERT INTO note (text) VALUES (?)`)
			if err != nil {
				b.Fatal(err)
			}
			var n atomic.Int64
			b.SetParallelism(max(1, writers/runtime.GOMAXPROCS(0)))
			if writers == 1 {
				defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
			}
			b.ResetTimer()
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					i := n.Add(1)
					err := db.Write(b.Context(), func(tx *sql.Tx) error {
						_, err := tx.Stmt(stmt).Exec(i)
						return err
					})
					if err != nil {
						b.Error(err)
					}
				}
			})
			if rows := count(b, db); rows != b.N {
				b.Errorf("%d rows after %d writes", rows, b.N)
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "writes/s")
		})
	}
}
