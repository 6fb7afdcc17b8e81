package thai

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	for _, want := range []string{
		"จังหวัด|ควร|จัดตั้ง|ศูนย์|การ|เรียนรู้|สำหรับ|เด็ก|ต่างด้าว",
		"จังหวัด|ต้อง|จัดตั้ง|ศูนย์|การ|เรียนรู้|สำหรับ|เด็ก|ข้ามชาติ",
		"กำหนด|ผู้ประสานงาน|การ|รับ|เด็ก|ข้ามชาติ|หนึ่ง|คน",
		"วัน|อังคาร|ที่| |๒๓| |มิถุนายน| |พ.ศ.| |๒๕๖๙",
		"เวลา| |13.00| |น.",
		"ก.ย.|2557",
		"พื้นที่|ต่าง| |ๆ|และ|เด็ก|ๆ",
		"กรุงเทพ|ฯ| |เชียงใหม่| |ฯลฯ",
		"ภายใน| |1,500.50| |บาท|.",
		"พบ|...",
		"รหัส| |G12| |don't| |multi|-|stakeholder|/|CSR",
		"ภาษา|မြန်မာဘာသာ|၊| |၁၂|ไทย",
		"ก่อน|\n|\r\n|หลัง|  \t|จบ",
	} {
		text := strings.ReplaceAll(want, "|", "")
		if got := strings.Join(Default().Words(text), "|"); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestWordsOfNothing(t *testing.T) {
	if got := Default().Words(""); len(got) != 0 {
		t.Errorf("got %q", got)
	}
}

func TestWorkshopNamesStayWhole(t *testing.T) {
	const text = "คุณมะลิวรรณาเดินทางมา"
	names := New("มะลิวรรณา", "ศาลากลาง จังหวัด", "", "Yokohama")
	if got := strings.Join(names.Words(text), "|"); got != "คุณ|มะลิวรรณา|เดินทาง|มา" {
		t.Errorf("with the name: %s", got)
	}
	if slices.Contains(Default().Words(text), "มะลิวรรณา") {
		t.Error("the shared segmenter learnt a workshop's name")
	}
}

func TestWordsJoinAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkWords(t, anyText().Draw(t, "text")) })
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{
		"จังหวัดควรจัดตั้งศูนย์การเรียนรู้", "ต่าง ๆ ฯลฯ", "13.00 น.", "เ", "่", "a่ ิ", "\xe0\xb8", "ศักดิ์สิทธิ์", "ฌฌฌฌ.ฌ..", "မြန်မာ abc",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkWords(t, s) })
}

// checkWords: nothing is lost, nothing is empty, and no cut breaks a cluster.
func checkWords(t interface{ Fatalf(string, ...any) }, s string) {
	words := Default().Words(s)
	if strings.Join(words, "") != s {
		t.Fatalf("%+q became %+q", s, words)
	}
	at := 0
	for _, word := range words {
		if word == "" {
			t.Fatalf("an empty word in %+q", s)
		}
		if at > 0 && breaksCluster(s[:at], word) {
			t.Fatalf("%+q is cut inside a cluster before %+q", s, word)
		}
		at += len(word)
	}
	for _, at := range Default().Breaks(s) {
		if at <= 0 || at >= len(s) || breaksCluster(s[:at], s[at:]) {
			t.Fatalf("%+q may break at %d", s, at)
		}
	}
}

// breaksCluster is the rule in other words than cuts.go: a mark belongs to what is
// before it (a line's end apart), and between two Thai characters there is no cut
// before a following vowel or after a leading one.
func breaksCluster(before, after string) bool {
	prev, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	if strings.ContainsRune("ัิีึืฺุู็่้๊๋์ํ๎", next) {
		return prev != '\n' && prev != '\r' && prev != '\u2028' && prev != '\u2029'
	}
	thai := func(r rune) bool { return r >= 'ก' && r <= '๎' && r != '฿' }
	return thai(prev) && thai(next) && (strings.ContainsRune("ะาำๅ", next) || strings.ContainsRune("เแโใไ", prev))
}

func TestDictionaryIsComplete(t *testing.T) {
	words := readDictionary()
	if len(words.word) < 50_000 {
		t.Errorf("only %d nodes: is data/words.txt complete?", len(words.word))
	}
}

func TestWordListKeepsItsLicence(t *testing.T) {
	for _, name := range []string{"LICENSE.LGPL-3.0", "LICENSE.GPL-3.0", "README.md"} {
		if text, err := os.ReadFile("data/" + name); err != nil || len(text) == 0 {
			t.Errorf("the word list needs its %s: %v", name, err)
		}
	}
}

const benchText = "ให้โรงเรียนประถมของรัฐทุกแห่งในอำเภอเมืองกำหนดผู้ประสานงานการรับเด็กข้ามชาติหนึ่งคน " +
	"และเผยแพร่รายชื่อเป็นภาษาไทย พม่า และเขมรก่อนเปิดภาคเรียน ภายใน 15 วันทำการ\n"

func BenchmarkWords(b *testing.B) {
	text := strings.Repeat(benchText, 100)
	segmenter := Default()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		segmenter.Words(text)
	}
	runes := float64(utf8.RuneCountInString(text)) * float64(b.N)
	b.ReportMetric(runes/b.Elapsed().Seconds()/1e6, "Mchar/s")
}

func BenchmarkNormalise(b *testing.B) {
	text := strings.Repeat(benchText, 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Normalise(text)
	}
}

func BenchmarkReadDictionary(b *testing.B) {
	for b.Loop() {
		readDictionary()
	}
}
