package cli

import (
	"runtime/debug"
	"testing"
)

func TestGarbage(t *testing.T) {
	const mb = 1 << 20
	for _, c := range []struct {
		why     string
		live    uint64
		opening bool
		want    int
	}{
		{"nothing is known yet", 0, false, mostPercent},
		{"little lives", 2 * mb, false, mostPercent},
		{"a workshop lives: headroom", 32 * mb, false, 800},
		{"as much lives as the headroom", 256 * mb, false, goPercent},
		{"a country lives: Go's rule", 3000 * mb, false, goPercent},
		{"a room opens", 32 * mb, true, goPercent},
	} {
		if got := garbage(c.live, c.opening); got != c.want {
			t.Errorf("%s: %d %%, want %d %%", c.why, got, c.want)
		}
	}
}

// Memory goes back once, when a busy minute is followed by a quiet one.
func TestBecameQuiet(t *testing.T) {
	var m memory
	made := uint64(0)
	for minute, c := range []struct {
		allocated uint64
		want      bool
	}{{quietMinute + 1, false}, {1, true}, {1, false}, {quietMinute * 9, false}, {quietMinute * 9, false}, {quietMinute, true}, {0, false}} {
		made += c.allocated
		if got := m.becameQuiet(made); got != c.want {
			t.Errorf("minute %d: %v, want %v", minute, got, c.want)
		}
	}
}

// What the operator says of the collector stands.
func TestOperatorDecides(t *testing.T) {
	for _, variable := range []string{"GOGC", "GOMEMLIMIT"} {
		t.Run(variable, func(t *testing.T) {
			t.Setenv(variable, "100")
			m := newMemory()
			if m != nil {
				t.Fatal("the collector is tended")
			}
			m.opens(1)
			m.tend(t.Context())
		})
	}
}

// The inspection and a document may be read at the same time: the headroom comes
// back when both are done.
func TestReading(t *testing.T) {
	if newMemory() == nil {
		t.Fatal("the environment of the test decides on the collector")
	}
	m := &memory{}
	defer debug.SetGCPercent(debug.SetGCPercent(goPercent))
	for i, c := range []struct {
		on   bool
		want int
	}{{true, goPercent}, {true, goPercent}, {false, goPercent}, {false, mostPercent}} {
		if m.reads(c.on); m.percent != c.want {
			t.Errorf("step %d: %d %%, want %d %%", i, m.percent, c.want)
		}
	}
}
