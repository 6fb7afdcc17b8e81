package diff

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sala.example/internal/thai"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, before, after, want string }{
		{
			"a stronger verb, another name for the children",
			"จังหวัดควรจัดตั้งศูนย์การเรียนรู้สำหรับเด็กต่างด้าว",
			"จังหวัดต้องจัดตั้งศูนย์การเรียนรู้สำหรับเด็กข้ามชาติ",
			"จังหวัด[-ควร-]{+ต้อง+}จัดตั้งศูนย์การเรียนรู้สำหรับเด็ก[-ต่างด้าว-]{+ข้ามชาติ+}",
		},
		{
			"a deadline",
			"จัดทำรหัส G ให้แล้วเสร็จภายใน 15 วันทำการ", "จัดทำรหัส G ให้แล้วเสร็จภายใน 30 วันทำการ",
			"จัดทำรหัส G ให้แล้วเสร็จภายใน [-15-]{+30+} วันทำการ",
		},
		{
			"a deadline in English",
			"the school opens a G-code file within 15 school days.", "the school opens a G-code file within 30 school days.",
			"the school opens a G-code file within [-15-]{+30+} school days.",
		},
		{"an amount", "งบ 1,500 บาท", "งบ 1,750.50 บาท", "งบ [-1,500-]{+1,750.50+} บาท"},
		{"a word more", "เด็กทุกคน", "เด็กข้ามชาติทุกคน", "เด็ก{+ข้ามชาติ+}ทุกคน"},
		{"the plural mark", "เด็กและครู", "เด็กๆ และครู", "เด็ก{+ๆ +}และครู"},
		{"spaces are no anchor", "a red car here", "a blue van here", "a [-red car-]{+blue van+} here"},
		{"two deletions stay apart", "ทุกเด็ก ครูคน", "ทุก คน", "ทุก[-เด็ก-] [-ครู-]คน"},
		{"a line's end is an anchor", "one\ntwo", "three\nfour", "[-one-]{+three+}\n[-two-]{+four+}"},
		{"line ends of another system", "one\r\ntwo\rthree\r\n", "one\ntwo\nfour\n", "one\ntwo\n[-three-]{+four+}\n"},
		{"the same spelling in other code points", "น\u0E4D\u0E49\u0E32 เเม่", "น้ำ แม่", "น้ำ แม่"},
		{"all new", "", "เด็ก", "{+เด็ก+}"},
		{"all gone", "เด็ก", "", "[-เด็ก-]"},
		{"nothing", "", "", ""},
		{"Myanmar runs stay whole", "ကလေး ကျောင်း", "ကလေး ဆရာ", "ကလေး [-ကျောင်း-]{+ဆရာ+}"},
	} {
		if got := Text(Words(c.before, c.after)); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestWorkshopNamesAreReplacedWhole(t *testing.T) {
	names := thai.New("มะลิวรรณา", "มะลิวัลย์")
	got := Text(WordsWith(names, "คุณมะลิวรรณาเสนอ", "คุณมะลิวัลย์เสนอ"))
	if want := "คุณ[-มะลิวรรณา-]{+มะลิวัลย์+}เสนอ"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestJSON(t *testing.T) {
	for _, c := range []struct {
		ops  []Op
		want string
	}{
		{Words("15 days", "30 days"), `[{"op":"-","text":"15"},{"op":"+","text":"30"},{"op":"=","text":" days"}]`},
		{Words("", ""), `[]`},
	} {
		got, err := json.Marshal(c.ops)
		if err != nil || string(got) != c.want {
			t.Errorf("got %s (%v), want %s", got, err, c.want)
		}
	}
}

// Both ends of the runes that can stand for words: the surrogates, and no rune left.
func TestManyDifferentWords(t *testing.T) {
	for _, n := range []int{0x10000, utf8.MaxRune + 1} {
		words := make([]string, n)
		for i := range words {
			words[i] = strconv.Itoa(i) + " "
		}
		text := strings.Join(words, "")
		got := tokenDiff(words, append(words[:n-1:n-1], "new"))
		var old, young string
		for _, op := range got {
			if op.Kind != Insert {
				old += op.Text
			}
			if op.Kind != Delete {
				young += op.Text
			}
		}
		if old != text || !strings.HasSuffix(young, "new") {
			t.Errorf("%d different words do not survive", n)
		}
	}
}

func TestChangesThatUndoEachOtherAreNone(t *testing.T) {
	got := ops(join([]Op{{Equal, "x "}, {Delete, "a"}, {Insert, "a b"}, {Equal, " "}, {Delete, "b c"}, {Insert, "c"}, {Equal, " y"}}))
	if diff := cmp.Diff([]Op{{Equal, "x a b c y"}}, got); diff != "" {
		t.Error(diff)
	}
}

func TestDiffLosesNothing(t *testing.T) {
	words := []string{"เด็ก", "ข้ามชาติ", "ควร", "ต้อง", "ทุก", "คน", "ๆ", " ", "  ", "15", "30", "%", "school", "-", "\n", "\r", "น้ำ", "นํ้า", "ก่", "ิ", "เ", "ကလေး", "<b>", "\xff"}
	text := rapid.OneOf(
		rapid.Map(rapid.SliceOf(rapid.SampledFrom(words)), func(w []string) string { return strings.Join(w, "") }),
		rapid.String(),
	)
	rapid.Check(t, func(t *rapid.T) { checkDiff(t, text.Draw(t, "before"), text.Draw(t, "after")) })
}

func FuzzDiff(f *testing.F) {
	f.Add("จังหวัดควรจัดตั้ง", "จังหวัดต้องจัดตั้ง")
	f.Add("ภายใน 15 วัน", "ภายใน 30 วัน")
	f.Add("a b c", "a x c\n")
	f.Add("น\u0E4D\u0E49\u0E32", "น้ำ")
	f.Add("", "\xff\u0E48")
	f.Fuzz(func(t *testing.T, before, after string) { checkDiff(t, before, after) })
}

// checkDiff holds every promise of WordsWith against one pair of texts.
func checkDiff(t interface{ Fatalf(string, ...any) }, before, after string) {
	old, young := "", ""
	cuts := map[string]map[int]bool{"old": cutsOf(before), "new": cutsOf(after)}
	last := Op{}
	got := Words(before, after)
	for _, op := range got {
		switch {
		case op.Text == "":
			t.Fatalf("an empty piece in %+q", got)
		case op.Kind == last.Kind:
			t.Fatalf("two pieces of one kind in a row in %+q", got)
		case op.Kind == Delete && last.Kind == Insert:
			t.Fatalf("an insertion before a deletion in %+q", got)
		}
		if op.Kind != Insert {
			old += op.Text
		}
		if op.Kind != Delete {
			young += op.Text
		}
		if !cuts["old"][len(old)] || !cuts["new"][len(young)] {
			t.Fatalf("a word is cut in %+q", got)
		}
		last = op
	}
	if old != normalise(before) || young != normalise(after) {
		t.Fatalf("%+q and %+q became %+q", before, after, got)
	}
	if old == young && len(got) > 1 || len(got) == 1 && got[0].Kind == Equal && old != young {
		t.Fatalf("equal texts gave %+q", got)
	}
}

// cutsOf gives the offsets between the words of a text, none inside a cluster (the
// tests of package thai see to that).
func cutsOf(s string) map[int]bool {
	cuts, at := map[int]bool{0: true}, 0
	for _, word := range thai.Default().Words(normalise(s)) {
		at += len(word)
		cuts[at] = true
	}
	return cuts
}

func BenchmarkWords(b *testing.B) {
	paragraph := "ให้โรงเรียนประถมของรัฐทุกแห่งในอำเภอเมืองกำหนดผู้ประสานงานการรับเด็กต่างด้าวหนึ่งคน ภายใน 15 วันทำการ\n"
	before := strings.Repeat(paragraph, 170) // about 17,800 characters
	after := strings.ReplaceAll(strings.Replace(before, "15", "30", 20), "ต่างด้าว", "ข้ามชาติ")
	b.ReportAllocs()
	for b.Loop() {
		Words(before, after)
	}
}

func BenchmarkParagraph(b *testing.B) {
	before, after := "จังหวัดควรจัดตั้งศูนย์การเรียนรู้สำหรับเด็กต่างด้าว", "จังหวัดต้องจัดตั้งศูนย์การเรียนรู้สำหรับเด็กข้ามชาติ"
	for b.Loop() {
		Words(before, after)
	}
}
