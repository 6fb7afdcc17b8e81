package opinion

import (
	"math"
	"testing"
)

func TestBridge(t *testing.T) {
	agree := func(n int) Tally { return Tally{Agree: n, Votes: n} }
	against := func(n int) Tally { return Tally{Disagree: n, Votes: n} }
	for name, test := range map[string]struct {
		byRole map[string]Tally
		want   float64 // 0: none
	}{
		"two groups":                      {map[string]Tally{"officers": agree(5), "residents": against(4)}, 6. / 7 * 1 / 6},
		"one group":                       {map[string]Tally{"officers": agree(5)}, 0},
		"nobody":                          {nil, 0},
		"a small one joins the smallest":  {map[string]Tally{"a": agree(5), "b": against(4), "c": agree(2)}, 6. / 7 * 3 / 8},
		"small ones are a group together": {map[string]Tally{"a": agree(5), "b": against(2), "c": agree(1)}, 6. / 7 * 2 / 5},
		"small ones that need a third":    {map[string]Tally{"a": agree(5), "b": agree(1), "c": against(1)}, 0},
		"only a small one":                {map[string]Tally{"a": agree(2)}, 0},
		"no role group is one too":        {map[string]Tally{"": against(3), "a": agree(3)}, 4. / 5 * 1 / 5},
	} {
		got := bridge(test.byRole)
		switch {
		case got == nil:
			if test.want != 0 {
				t.Errorf("%s: no score, want %.3f", name, test.want)
			}
		case math.Abs(*got-test.want) > 0.0005:
			t.Errorf("%s: %v, want %.3f", name, *got, test.want)
		}
	}
}

// The score of a map is over role groups, not over the opinion groups found.
func TestDrawBridgesRoleGroups(t *testing.T) {
	role := func(voter string) string {
		if CompareIDs(voter, "8") <= 0 {
			return "officers"
		}
		return "residents"
	}
	o := Draw(NewMatrix(camps(10, 7), map[string]bool{"1": true}), role).Outcome
	if o.Statement("1") != nil {
		t.Error("a statement that was moderated out is told of")
	}
	// With statement 0 agree eight officers, and two residents of nine.
	if got, want := o.Statement("0").Bridging, 9./10*3/11; got == nil || math.Abs(*got-want) > 0.0005 {
		t.Errorf("%v, want %.3f", got, want)
	}
}
