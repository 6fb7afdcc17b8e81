package vault

import (
	"errors"
	"regexp"
	"testing"
)

func TestReceipts(t *testing.T) {
	ctx := t.Context()
	v := open(t, t.TempDir())
	if _, err := v.Receipt(ctx, "w1", "r1", "p1", "rec"); !errors.Is(err, ErrBoxClosed) {
		t.Errorf("a receipt without a box: %v", err)
	}
	for _, round := range []string{"r1", "r2"} {
		if err := v.OpenBallotBox(ctx, "w1", round); err != nil {
			t.Fatal(err)
		}
	}
	seen := map[string]string{}
	for _, round := range []string{"r1", "r2"} {
		for _, person := range []string{"p1", "p2", "p1r"} {
			for _, thing := range []string{"ec", "rec", "c/feasible"} {
				code, err := v.Receipt(ctx, "w1", round, person, thing)
				again, _ := v.Receipt(ctx, "w1", round, person, thing)
				if err != nil || code != again || !regexp.MustCompile(`^[0-9A-HJKMNP-TV-Z]{8}$`).MatchString(code) {
					t.Errorf("%s, %s, %s: %q, then %q, %v", round, person, thing, code, again, err)
				}
				if other := seen[code]; other != "" {
					t.Errorf("%s is the receipt of %s and of %s", code, other, round+person+thing)
				}
				seen[code] = round + person + thing
			}
		}
	}
}
