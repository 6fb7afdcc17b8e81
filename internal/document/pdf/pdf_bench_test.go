package pdf

import (
	"bytes"
	"testing"

	"sala.example/internal/document/documenttest"
)

// BenchmarkWriteThai sets about twenty pages of Thai; the promise is 0.3 s.
func BenchmarkWriteThai(b *testing.B) {
	d := documenttest.Long(25)
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := Write(&out, d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(parse(b, out.Bytes()).pages())), "pages")
	b.ReportMetric(float64(out.Len())/1000, "kB")
}
