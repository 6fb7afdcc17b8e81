package board

import "testing"

func TestTemplatesAreWhole(t *testing.T) {
	if len(Templates()) < 4 {
		t.Fatalf("only %d templates", len(Templates()))
	}
	seen := map[string]bool{}
	for _, tpl := range Templates() {
		if seen[tpl.ID] || tpl.Name["th"] == "" || tpl.Name["en"] == "" || tpl.Source == "" || len(tpl.Domains) < 2 {
			t.Errorf("template %q is not whole", tpl.ID)
		}
		seen[tpl.ID] = true
		ids := map[string]bool{}
		for _, d := range tpl.Domains {
			if d.ID == "" || ids[d.ID] || d.Name["th"] == "" || d.Name["en"] == "" {
				t.Errorf("template %q: domain %q is not whole", tpl.ID, d.ID)
			}
			ids[d.ID] = true
		}
	}
	if _, ok := ByID("nothing"); ok {
		t.Error("found a template that is not there")
	}
}
