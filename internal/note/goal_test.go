package note

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// say writes a goal as "8/12 by X", "share 2/3 by X"; the codes of doubts follow.
func sayGoal(n *Note) string {
	var b strings.Builder
	switch g := n.Goal; {
	case g == nil:
		b.WriteString("none")
	case g.Share != "":
		b.WriteString("share " + g.Share)
	case g.Of > 0:
		fmt.Fprintf(&b, "%d/%d", g.Agreed, g.Of)
	default:
		fmt.Fprintf(&b, "%d", g.Agreed)
	}
	if n.Goal != nil && n.Goal.By != "" {
		b.WriteString(" by " + n.Goal.By)
	}
	for _, w := range n.Warnings {
		if strings.HasPrefix(w.Code, "goal-") {
			b.WriteString(" ! " + w.Code)
			if w.Args["by"] != "" {
				b.WriteString(" by " + w.Args["by"])
			}
		}
	}
	return b.String()
}

func parseGoal(t interface{ Fatal(...any) }, output string) *Note {
	n, err := Parse("Workshop on schooling\n\nExpected output\n\n" + output + "\n")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestGoal holds sentences against what a reader would take from them.
func TestGoal(t *testing.T) {
	for _, c := range [][2]string{
		// English
		{"At least 8 of the 12 recommendations are agreed by the provincial authorities", "8/12 by provincial authorities"},
		{"At least 8 of the 12 draft policy recommendations are agreed upon by the provincial authorities by 30 June 2026.", "8/12 by provincial authorities"},
		{"At least eight of the twelve (12) recommendations accepted by Samut Sakhon provincial officers within the day", "8/12 by Samut Sakhon provincial officers"},
		{"8 out of 12 recommendations endorsed", "8/12"},
		{"8/12 recommendations are approved by the governor", "8/12 by governor"},
		{"A minimum of five recommendations acceptable to the provincial officers", "5 by provincial officers"},
		{"More than 8 recommendations are agreed", "9"},
		{"Half of the recommendations are agreed by the province", "share 1/2 by province"},
		{"At least half of the 12 recommendations are agreed by the province", "6/12 by province"},
		{"More than half of the recommendations are agreed", "share >1/2"},
		{"A majority of the recommendations is adopted by the provincial council", "share >1/2 by provincial council"},
		{"A majority of the 12 recommendations is adopted", "7/12"},
		{"Two thirds of the recommendations are agreed by the authorities", "share 2/3 by authorities"},
		{"2/3 of the recommendations are agreed", "share 2/3"},
		{"At least two-thirds of the 12 recommendations agreed", "8/12"},
		{"All recommendations are agreed by the provincial officers", "share 1/1 by provincial officers"},
		{"All 12 recommendations are agreed", "12/12"},
		{"Agreement on all of the recommendations", "share 1/1"},
		{"80% of the recommendations are agreed by the province", "share 4/5 by province"},
		{"At least 80 per cent of the 12 recommendations are agreed", "10/12"},
		{"Of the 12 recommendations, at least 8 are agreed by the province", "8/12 by province"},
		{"12 draft recommendations, at least 8 of which are agreed by the province", "8/12 by province"},
		{"The provincial authorities agree on at least 8 of the 12 recommendations", "8/12 by provincial authorities"},
		{"The expected output is at least 8 agreed recommendations", "8"},
		// English, not certain
		{"Revised and agreed upon policy recommendations", "none ! goal-without-number"},
		{"A set of recommendations, revised and agreed, that the officers of the province find feasible and acceptable", "none ! goal-without-number-by by officers of the province"},
		{"At least 8 recommendations that the province finds acceptable", "8 by province"},
		{"Recommendations that help schools are agreed", "none ! goal-without-number"},
		{"Several recommendations agreed by the province", "none ! goal-without-number-by by province"},
		{"15 of the 12 recommendations are agreed", "none ! goal-unclear"},
		{"At most 8 recommendations are agreed", "none ! goal-unclear"},
		{"About 8 recommendations are agreed", "8 ! goal-unclear"},
		{"8 to 10 recommendations are agreed", "8 ! goal-unclear"},
		{"8-10 recommendations are agreed", "8 ! goal-unclear"},
		{"Most recommendations are agreed by the province", "share >1/2 by province ! goal-unclear"},
		{"120% of the recommendations are agreed", "none ! goal-unclear"},
		{"At least 8 recommendations are agreed; at least 9 recommendations are agreed by the province", "none ! goal-twice"},
		{"At least 10 well-argued recommendations are agreed", "none ! goal-unclear"},
		// English, no goal of this kind
		{"A common checklist; A list of schools that will try it", "none"},
		{"12 recommendations are drafted", "none"},
		{"At least 8 officers attend", "none"},
		{"The recommendations are not agreed", "none"},
		// The number counts something else
		{"The recommendations are agreed by a majority of the provincial officers", "none ! goal-without-number-by by provincial officers"},
		{"Recommendations agreed by 30 June", "none ! goal-without-number"},
		{"20 officers discuss the recommendations and agree", "none ! goal-without-number"},
		{"Agreement by at least 80% of participants on the recommendations", "none ! goal-unclear"},
		{"At least 80% of participants accepted the recommendations", "none ! goal-unclear"},
		{"More than half accepted the recommendations", "none ! goal-unclear"},
		{"Recommendations agreed in 3 areas", "none ! goal-without-number"},
		{"One set of recommendations agreed by all stakeholders", "none ! goal-without-number-by by stakeholders"},
		{"The 12 recommendations are agreed by 3 of 5 provincial offices", "12"},
		{"Eight recommendations, agreed by two thirds of the officers", "8 by officers"},
		{"3 recommendations per group are agreed", "none ! goal-unclear"},
		{"Consensus among participants on 5 key recommendations", "5 by participants"},
		{"Everyone agrees on all recommendations", "share 1/1 by Everyone"},
		{"A set of 5 policy recommendations agreed upon by the provincial government and NGOs", "5 by provincial government and NGOs"},
		{"100% of the recommendations are agreed", "share 1/1"},
		// Thai
		{"ผู้เข้าร่วมอย่างน้อยร้อยละ 80 เห็นชอบข้อเสนอแนะ", "none ! goal-unclear"},
		{"ข้อเสนอแนะได้รับความเห็นชอบโดยร้อยละ 80 ของผู้เข้าร่วม", "none ! goal-without-number-by by ผู้เข้าร่วม"},
		{"ข้อเสนอแนะได้รับความเห็นชอบไม่น้อยกว่าร้อยละ 80", "share 4/5 ! goal-unclear"},
		{"ข้อเสนอแนะเชิงนโยบาย จำนวน 5 ข้อ ที่ได้รับการยอมรับจากทุกภาคส่วน", "5 by ทุกภาคส่วน"},
		{"ได้ข้อเสนอแนะเชิงนโยบายอย่างน้อย 1 ชุด ที่หน่วยงานระดับจังหวัดยอมรับ", "none ! goal-unclear"},
		{"ข้อเสนอแนะกลุ่มละ 3 ข้อได้รับความเห็นชอบ", "none ! goal-unclear"},
		{"ข้อเสนออย่างน้อย 5 ข้อ ได้รับความเห็นชอบจากหน่วยงานระดับจังหวัด", "5 by หน่วยงานระดับจังหวัด"},
		{"ข้อเสนอที่ทุกฝ่ายเห็นชอบอย่างน้อย 5 ข้อ", "5 by ทุกฝ่าย"},
		{"ข้อเสนอแนะเชิงนโยบายอย่างน้อย ๘ ข้อ จากทั้งหมด ๑๒ ข้อ ได้รับความเห็นชอบจากจังหวัดสมุทรสาคร", "8/12 by จังหวัดสมุทรสาคร"},
		{"ข้อเสนอแนะ 8 ใน 12 ข้อได้รับการรับรองโดยผู้ว่าราชการจังหวัด", "8/12 by ผู้ว่าราชการจังหวัด"},
		{"อย่างน้อยแปดข้อเสนอแนะได้รับความเห็นชอบ", "8"},
		{"ข้อเสนอแนะครึ่งหนึ่งได้รับความเห็นชอบจากจังหวัด", "share 1/2 by จังหวัด"},
		{"ข้อเสนอแนะมากกว่าครึ่งหนึ่งได้รับความเห็นชอบจากจังหวัด", "share >1/2 by จังหวัด"},
		{"ข้อเสนอแนะไม่น้อยกว่าสองในสามได้รับความเห็นชอบ", "share 2/3"},
		{"ข้อเสนอแนะไม่น้อยกว่า 2 ใน 3 ได้รับความเห็นชอบ", "share 2/3"},
		{"2 ใน 3 ของข้อเสนอแนะได้รับความเห็นชอบ", "share 2/3"},
		{"ร้อยละ ๘๐ ของข้อเสนอแนะได้รับความเห็นชอบจากหน่วยงานระดับจังหวัด", "share 4/5 by หน่วยงานระดับจังหวัด"},
		{"ข้อเสนอแนะไม่น้อยกว่าร้อยละ 80 ได้รับความเห็นชอบ", "share 4/5"},
		{"ข้อเสนอแนะทุกข้อได้รับความเห็นชอบจากเจ้าหน้าที่จังหวัด", "share 1/1 by เจ้าหน้าที่จังหวัด"},
		{"ข้อเสนอแนะทั้งหมด 12 ข้อ ได้รับความเห็นชอบ", "12/12"},
		{"จังหวัดเห็นชอบข้อเสนอแนะอย่างน้อย 8 ข้อ", "8 by จังหวัด"},
		{"ข้อเสนอแนะเชิงนโยบายที่ปรับแก้และเห็นชอบร่วมกัน ซึ่งเจ้าหน้าที่จังหวัดสมุทรสาครเห็นว่าเป็นไปได้และยอมรับได้", "none ! goal-without-number-by by เจ้าหน้าที่จังหวัดสมุทรสาคร"},
		{"ข้อเสนอแนะไม่เกิน 5 ข้อ ได้รับความเห็นชอบ", "none ! goal-unclear"},
		// Indonesian
		{"Sekurang-kurangnya 8 dari 12 rekomendasi disepakati oleh pemerintah provinsi", "8/12 by pemerintah provinsi"},
		{"Setengah dari rekomendasi disetujui oleh pemerintah provinsi", "share 1/2 by pemerintah provinsi"},
		{"Semua rekomendasi disepakati", "share 1/1"},
		{"Minimal lima rekomendasi kebijakan disetujui oleh Dinas Pendidikan", "5 by Dinas Pendidikan"},
		{"Dua pertiga dari 12 rekomendasi disepakati", "8/12"},
		// Vietnamese
		{"Ít nhất 8 trong số 12 khuyến nghị được chính quyền tỉnh thông qua", "8/12 by chính quyền tỉnh"},
		{"Một nửa số khuyến nghị được chính quyền tỉnh đồng ý", "share 1/2 by chính quyền tỉnh"},
		{"Hai phần ba các khuyến nghị được thông qua", "share 2/3"},
		{"Tất cả các khuyến nghị được chính quyền tỉnh chấp thuận", "share 1/1 by chính quyền tỉnh"},
		// Spanish
		{"Al menos 8 de las 12 recomendaciones son aprobadas por las autoridades provinciales", "8/12 by autoridades provinciales"},
		{"La mitad de las recomendaciones aprobadas por el gobierno provincial", "share 1/2 by gobierno provincial"},
		{"Dos tercios de las recomendaciones son aceptadas por la provincia", "share 2/3 by provincia"},
		{"Al menos cinco recomendaciones que las autoridades consideran aceptables", "5 by autoridades"},
		{"La mayoría de las recomendaciones acordadas", "share >1/2"},
		{"El 80 % de las recomendaciones son aprobadas", "share 4/5"},
		// French
		{"Au moins 8 des 12 recommandations sont approuvées par les autorités provinciales", "8/12 by autorités provinciales"},
		{"La moitié des recommandations sont adoptées par la province", "share 1/2 by province"},
		{"Les deux tiers des recommandations sont acceptées", "share 2/3"},
		{"Toutes les recommandations sont approuvées par les autorités", "share 1/1 by autorités"},
	} {
		if got := sayGoal(parseGoal(t, c[0])); got != c[1] {
			t.Errorf("%s\n  got  %s\n  want %s", c[0], got, c[1])
		}
	}
}

// TestGoalOfTheSeedNote: the note of 2014 names who is to accept, and no number. That is asked, not guessed.
func TestGoalOfTheSeedNote(t *testing.T) {
	text, err := os.ReadFile("../../../shared/demo/concept-note.txt")
	if err != nil {
		t.Fatalf("the seed note belongs in ../shared beside the repository: %v", err)
	}
	n, err := Parse(string(text))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := sayGoal(n), "none ! goal-without-number-by by Samut Sakorn Provincial officers"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for _, w := range n.Warnings {
		line := strings.Split(string(text), "\n")[max(0, w.Line-1)]
		if strings.HasPrefix(w.Code, "goal-") && !strings.HasPrefix(line, "The expected output is") {
			t.Errorf("the doubt names line %d, %q", w.Line, line)
		}
	}
}

// goalForms say "at least n of m recommendations are agreed by P"; {n} and {m} are numbers, {p} the party.
var goalForms = []struct{ lang, text, party string }{
	{"en", "At least {n} of the {m} recommendations are agreed by {p}", "provincial authorities"},
	{"en", "Of the {m} draft recommendations, at least {n} are endorsed by {p}", "the town council"},
	{"en", "{p} accept no fewer than {n} out of {m} policy recommendations", "Provincial officers"},
	{"th", "ข้อเสนอแนะอย่างน้อย {n} ข้อ จากทั้งหมด {m} ข้อ ได้รับความเห็นชอบจาก{p}", "หน่วยงานระดับจังหวัด"},
	{"th", "ข้อเสนอแนะเชิงนโยบายไม่น้อยกว่า {n} ใน {m} ข้อ ได้รับการรับรองโดย{p}", "เทศบาลนคร"},
	{"id", "Sekurang-kurangnya {n} dari {m} rekomendasi disepakati oleh {p}", "pemerintah provinsi"},
	{"vi", "Ít nhất {n} trong số {m} khuyến nghị được {p} thông qua", "chính quyền tỉnh"},
	{"es", "Al menos {n} de las {m} recomendaciones son aprobadas por {p}", "autoridades provinciales"},
	{"fr", "Au moins {n} des {m} recommandations sont approuvées par {p}", "autorités provinciales"},
}

// TestEveryGoalIsReadBack: any n of m, in digits of either script or in words, in every language.
func TestEveryGoalIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		form := rapid.SampledFrom(goalForms).Draw(t, "form")
		m := rapid.IntRange(3, 20).Draw(t, "m")
		n := rapid.IntRange(2, m-1).Draw(t, "n")
		write := rapid.SampledFrom([]func(string, int) string{digits, thaiDigits, inWords}).Draw(t, "writing")
		text := strings.NewReplacer("{n}", write(form.lang, n), "{m}", write(form.lang, m), "{p}", form.party).Replace(form.text)
		want := fmt.Sprintf("%d/%d by %s", n, m, strings.TrimPrefix(form.party, "the "))
		if got := sayGoal(parseGoal(t, text)); got != want {
			t.Fatalf("%s\n  got  %s\n  want %s", text, got, want)
		}
	})
}

func digits(_ string, n int) string { return itoa(n) }

func thaiDigits(lang string, n int) string {
	if lang != "th" {
		return itoa(n)
	}
	return strings.Map(func(r rune) rune { return r - '0' + '๐' }, itoa(n))
}

func inWords(lang string, n int) string {
	tongues := map[string]tongue{"en": englishGoal, "th": thaiGoal, "id": indonesianGoal, "vi": vietnameseGoal, "es": spanishGoal, "fr": frenchGoal}
	word := itoa(n)
	for w, value := range tongues[lang].numbers {
		if value == n && len(w) > len(word) {
			word = w
		}
	}
	return word
}

// TestNoGoalIsImpossible: whatever words stand side by side, a goal asks for one or more and for no more than there are.
func TestNoGoalIsImpossible(t *testing.T) {
	pieces := strings.Split("at least|more than|at most|half|two thirds|a majority|all|80%|120%|0|8|12|15|of the|out of|/|-|recommendations|agreed|by|the province|not|,|ข้อเสนอ|อย่างน้อย|๕|ข้อ|ร้อยละ|ครึ่งหนึ่ง|ใน|ของ|เห็นชอบ|จาก|จังหวัด|ทุก|rekomendasi|disepakati|(", "|")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 2, 14).Draw(t, "pieces"), " ")
		r, ok := newGoalReader(joinSpace(text))
		if !ok {
			return
		}
		g, _ := r.goal()
		if g == nil {
			return
		}
		counted, part := g.Agreed > 0, g.Share != ""
		if counted == part || g.Of > 0 && g.Agreed > g.Of || g.Agreed < 0 {
			t.Fatalf("%s: %+v", text, *g)
		}
	})
}
