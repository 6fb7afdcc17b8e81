package note

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func recommendationText(list []DraftRecommendation) string {
	var b strings.Builder
	for _, r := range list {
		fmt.Fprintf(&b, "%d %s [%s]", r.Line, r.No, r.Title)
		for _, s := range r.Segments {
			fmt.Fprintf(&b, " {%d %s}", s.Line, s.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestRecommendations(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"numbers with a title, wrapped lines and parts": {
			"Recommendations\n1. Schools accept every child: They enrol within 30 days,\nwhatever the papers.\n2. Provinces pay for interpreters\n   - one a district\n   - from 2569\n3. Employers report.\n\nContact\n1. Participant 1\n",
			"2 1 [Schools accept every child] {2 They enrol within 30 days, whatever the papers.}\n4 2 [Provinces pay for interpreters] {5 one a district} {6 from 2569}\n7 3 [Employers report] {7 Employers report.}\n",
		},
		"labels, Thai": {
			"ข้อเสนอแนะเชิงนโยบาย ๑. ให้โรงเรียนรับเด็กทุกคน\nภายใน ๓๐ วัน\nข้อเสนอแนะเชิงนโยบายที่ ๒ จัดล่าม\n",
			"1 ๑ [ให้โรงเรียนรับเด็กทุกคน] {2 ภายใน ๓๐ วัน}\n3 ๒ [จัดล่าม] {3 จัดล่าม}\n",
		},
		"labels in four languages": {
			"Recommendation 1: Open schools\nRekomendasi 2. Buka sekolah\nKhuyến nghị số 3: Mở trường\nRecomendación n° 4 – Abrir escuelas\nRecommandation 5 : Ouvrir les écoles\n",
			"1 1 [Open schools] {1 Open schools}\n2 2 [Buka sekolah] {2 Buka sekolah}\n3 3 [Mở trường] {3 Mở trường}\n4 4 [Abrir escuelas] {4 Abrir escuelas}\n5 5 [Ouvrir les écoles] {5 Ouvrir les écoles}\n",
		},
		"headings with paragraphs": {
			"# Report\n## Background\n1. a\n2. b\n## Recommendations\n### Open the doors\nOne.\n\nTwo.\n### Pay interpreters\nThree.\n## Annex\nText",
			"6  [Open the doors] {7 One.} {9 Two.}\n10  [Pay interpreters] {11 Three.}\n",
		},
		"bullets": {
			"Khuyến nghị\n- Làm rõ trách nhiệm\n- Cấp kinh phí\n",
			"2  [Làm rõ trách nhiệm] {2 Làm rõ trách nhiệm}\n3  [Cấp kinh phí] {3 Cấp kinh phí}\n",
		},
		"a list without heading, numbers inside": {
			"1. First\n1. part\n2. Second\n", "1 1 [First] {2 part}\n3 2 [Second] {3 Second}\n",
		},
		"objectives are none": {"Objectives\n1. share\n2. agree\n", ""},
		"a programme is none": {"9:00-9:30 A\n9:30-10:00 B\n10:00-11:00 C\n1. x\n2. y", ""},
		"nothing":             {"", ""},
	} {
		if diff := cmp.Diff(c.want, recommendationText(Recommendations(c.in))); diff != "" {
			t.Errorf("%s: - wanted, + got:\n%s", name, diff)
		}
	}
}

func TestBeginningKeepsMarks(t *testing.T) {
	long := strings.Repeat("น้ำที่", 30)
	got := beginning(long)
	head := strings.TrimSuffix(got, "…")
	if r := firstRune(long[len(head):]); r >= 'ะ' && r <= 'ฺ' || r >= '็' && r <= '๎' {
		t.Errorf("cut inside a cluster: %q", got)
	}
}

func TestAlignRecommendations(t *testing.T) {
	th := "ข้อเสนอแนะเชิงนโยบาย\n๑. ให้โรงเรียนรับเด็กภายใน ๓๐ วัน\n๒. จัดงบประมาณ ๑,๕๐๐ บาทต่อคนในปี ๒๕๗๐\n๓. ให้ UNICEF ช่วยร้อยละ ๒๐\n๔. ติดตามผล\n"
	en := "Recommendations\n1. Schools accept children within 30 days\n2. Budget 1,500 baht a head in 2027\n3. NGOs support 25 percent\n4. Follow up every year with a public report that all provinces publish\n"
	al := AlignRecommendations(th, en)
	if al.Langs != [2]string{"th", "en"} || len(al.Pairs) != 4 {
		t.Fatalf("%+v", al)
	}
	for i, want := range []string{"", "", DoubtNumbers + " " + DoubtNames, DoubtLength} {
		p := al.Pairs[i]
		if got := strings.Join(p.Segments[0].Reasons, " "); got != want || p.Doubtful != (want != "") {
			t.Errorf("pair %d (%s | %s): %q, doubtful %v", i, p.Segments[0].A.Text, p.Segments[0].B.Text, got, p.Doubtful)
		}
	}
	if left := AlignRecommendations(th, "Recommendations\n1. One\n2. Two\n"); len(left.Pairs) != 4 || !left.Pairs[3].Doubtful || left.Pairs[3].Segments[0].Reasons[0] != DoubtMissing {
		t.Errorf("left over: %+v", left.Pairs)
	}
	if uneven := AlignRecommendations("Recommendations\n1. A\n- b\n- c\n2. D\n", "Rekomendasi\n1. A\n- b\n2. D\n"); uneven.Pairs[0].Segments[0].Reasons[0] != DoubtCount {
		t.Errorf("uneven: %+v", uneven.Pairs)
	}
}

func TestBilingualRecommendations(t *testing.T) {
	al, ok := BilingualRecommendations("| ข้อ | ภาษาไทย | English |\n|---|---|---|\n| 1 | รับเด็กทุกคน | Accept every child |\n| | ภายใน 30 วัน | within 30 days |\n| 2 | จัดล่าม 5 คน | Pay 6 interpreters |\n")
	if !ok || al.Langs != [2]string{"th", "en"} || len(al.Pairs) != 2 {
		t.Fatalf("%v %+v", ok, al)
	}
	if p := al.Pairs[0]; p.No != "1" || p.Title.A.Text != "รับเด็กทุกคน" || p.Segments[0].B.Text != "within 30 days" || p.Segments[0].A.Line != 4 || p.Doubtful {
		t.Errorf("first pair %+v", p)
	}
	if !al.Pairs[1].Doubtful {
		t.Errorf("5 and 6 agree: %+v", al.Pairs[1])
	}
	marked, err := Load(strings.NewReader("Owner,Title (EN),Text (EN),Title (TH),Text (TH)\nSchools,Accept all,Enrol every child | at once.,รับทุกคน,รับเด็กทุกคนทันที\nDistrict,Interpreters,Pay five.,ล่าม,จ่ายห้าคน\n"), "r.csv")
	if err != nil {
		t.Fatal(err)
	}
	if al, ok := BilingualRecommendations(marked.Body); !ok || al.Langs != [2]string{"en", "th"} || len(al.Pairs) != 2 || al.Pairs[0].Title.A.Text != "Accept all" || al.Pairs[0].Segments[0].A.Text != "Enrol every child | at once." || al.Pairs[1].Segments[0].B.Text != "จ่ายห้าคน" {
		t.Errorf("marks in headings: %v %+v", ok, al)
	}
	if al, ok := BilingualRecommendations("| Judul (Bahasa Indonesia) | EN title |\n|---|---|\n| Buka sekolah | Open schools |\n| Bayar penerjemah | Pay interpreters |\n"); !ok || al.Langs != [2]string{"id", "en"} || len(al.Pairs) != 2 {
		t.Errorf("Indonesian and English: %v %+v", ok, al)
	}
	if tabs, ok := BilingualRecommendations("1. รับเด็กทุกคน\t1. Accept every child\n2. จัดล่าม\t2. Pay interpreters\n"); !ok || len(tabs.Pairs) != 2 || tabs.Pairs[1].Title.B.Text != "Pay interpreters" {
		t.Errorf("tabs: %v %+v", ok, tabs)
	}
	if _, ok := BilingualRecommendations("Recommendations\n1. One\n2. Two\n"); ok {
		t.Error("a list is no table")
	}
}

func FuzzRecommendations(f *testing.F) {
	f.Add("Recommendations\n1. a\n2. b", "ข้อเสนอแนะ\n๑. ก\n๒. ข")
	f.Add("| ก | b |\n| ค | d |", "Recommendation 1.2.3: x")
	f.Fuzz(func(t *testing.T, a, b string) {
		lines := strings.Count(a, "\n") + strings.Count(a, "\r") + strings.Count(a, "\f") + strings.Count(a, "\v") + len(a)/3 + 2
		for _, r := range Recommendations(a) {
			if r.Line < 1 || r.Line > lines || len(r.Segments) == 0 && r.Title == "" {
				t.Fatalf("%+v", r)
			}
		}
		AlignRecommendations(a, b)
		BilingualRecommendations(a)
	})
}
