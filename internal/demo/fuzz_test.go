package demo

import (
	"bytes"
	"testing"
)

// FuzzReadRecommendations: a file is read or refused; what was taken has texts.
func FuzzReadRecommendations(f *testing.F) {
	seed(f, recommendations)
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := ReadRecommendations(bytes.NewReader(data))
		if err != nil {
			return
		}
		all, err := AllEvidence()
		if err != nil || len(list) == 0 {
			t.Fatalf("%d recommendations, %v", len(list), err)
		}
		for _, r := range list {
			if len(r.Text()) == 0 {
				t.Errorf("a recommendation without a text was taken: %+v", r)
			}
			r.Evidence(all)
		}
	})
}

// FuzzReadEvidence: a file is read or refused, and can be looked up.
func FuzzReadEvidence(f *testing.F) {
	seed(f, evidence)
	f.Fuzz(func(t *testing.T, data []byte) {
		all, err := ReadEvidence(bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, e := range all {
			if found := (Recommendation{EvidenceIDs: []string{e.ID}}).Evidence(all); len(found) != 1 {
				t.Errorf("%q finds %d pieces of evidence", e.ID, len(found))
			}
		}
	})
}

// seed gives what ships, and what goes wrong.
func seed(f *testing.F, shipped []byte) {
	f.Helper()
	for _, s := range []string{string(shipped), string(shipped[:len(shipped)/2]), "", "null", "[]", "{}", `{"evidence":[null]}`, `{"recommendations":[{}]}`} {
		f.Add([]byte(s))
	}
}
