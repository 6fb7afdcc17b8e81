package report

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sala.example/internal/locale"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestReportReadsAsItShould(t *testing.T) {
	src := finished(t).source()
	for _, lang := range locale.Languages() {
		got := dump(Build(src, lang))
		golden := filepath.Join("testdata", "report."+lang+".txt")
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s differs (run with -update to accept):\n%s", golden, diff)
		}
	}
}
