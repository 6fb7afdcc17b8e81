package workshop

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

// A former wording is given back to the byte, whatever replaced it; and it
// survives JSON, which would spoil a letter that was cut in two.
func TestFormerWordings(t *testing.T) {
	letters := rapid.StringOf(rapid.SampledFrom([]rune("ab กข้ำ🙂é")))
	rapid.Check(t, func(t *rapid.T) {
		was := Wording{Text: letters.Draw(t, "was"), Rev: 4, Follows: 2}
		is := Wording{Text: letters.Draw(t, "is"), Rev: 5, Follows: 3}
		data, err := json.Marshal(former(was, is.Text))
		if err != nil {
			t.Fatal(err)
		}
		var f Former
		if err := json.Unmarshal(data, &f); err != nil {
			t.Fatal(err)
		}
		if got := f.before(is); got != was {
			t.Fatalf("%q before %q came back as %q: %s", was.Text, is.Text, got.Text, data)
		}
	})
}

func TestRevision(t *testing.T) {
	g := Segment{Wordings: map[Lang]Wording{}}
	texts := []string{"ลดค่าธรรมเนียม", "ลดค่าธรรมเนียมครึ่งหนึ่ง", "ลดครึ่งหนึ่ง", ""}
	for i, text := range texts {
		g.put("th", Wording{Text: text, Rev: i + 1, Follows: i + 1})
	}
	for rev := range len(texts) + 2 {
		w, ok := g.Revision("th", rev)
		if want := rev >= 1 && rev <= len(texts); ok != want || ok && (w.Text != texts[rev-1] || w.Rev != rev || w.Follows != rev) {
			t.Errorf("revision %d: %+v, %v", rev, w, ok)
		}
	}
	if _, ok := g.Revision("en", 1); ok || g.Revisions("en") != nil {
		t.Error("there is a wording in a language that has none")
	}
	if n := len(g.Former["th"][0].Middle); n > 0 {
		t.Errorf("an addition keeps %d bytes of the former text", n)
	}
}
