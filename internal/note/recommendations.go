package note

import (
	"strings"
	"unicode/utf8"
)

// DraftRecommendation is one recommendation as a document words it, in one language.
type DraftRecommendation struct {
	No       string         `json:"no,omitempty"` // as written: "3", "๑", "2.1"; empty when the document does not number it
	Title    string         `json:"title"`        // its heading, else the beginning of its first segment (at most 80 letters)
	Segments []DraftSegment `json:"segments"`     // its paragraphs in order; at least one unless there is only a heading
	Line     int            `json:"line"`         // 1-based source line
}

// DraftSegment is one paragraph.
type DraftSegment struct {
	Text string `json:"text"`
	Line int    `json:"line"` // 1-based source line; 0 where a pair has nothing on this side
}

// recommendationWords call a recommendation, in lower case, the longest first.
var recommendationWords = []string{
	"draft policy recommendations", "draft policy recommendation", "policy recommendations", "policy recommendation", "draft recommendations", "key recommendations", "recommendations", "recommendation",
	"ร่างข้อเสนอแนะเชิงนโยบาย", "ร่างข้อเสนอเชิงนโยบาย", "ข้อเสนอแนะเชิงนโยบาย", "ข้อเสนอเชิงนโยบาย", "ข้อเสนอแนะ", "ข้อเสนอ", "rekomendasi kebijakan", "draf rekomendasi", "rekomendasi", "khuyến nghị chính sách", "dự thảo khuyến nghị", "các khuyến nghị", "khuyến nghị", "kiến nghị",
	"recomendaciones de política", "recomendaciones", "recomendación", "recommandations de politique", "projet de recommandations", "recommandations", "recommandation",
}

// Recommendations finds the draft recommendations of a document: what is labelled so ("Recommendation 3: …", "ข้อเสนอแนะเชิงนโยบาย ๑."),
// else the numbered list, the headings or the bullets under a heading such as "Recommendations". A document without such a
// heading gives its numbered or bulleted lists, unless it is a programme; lists under other headings (objectives, contacts) never count.
// Lines below a recommendation, and what is numbered inside it, are its segments. The order is the document's.
func Recommendations(text string) []DraftRecommendation {
	if len(text) > MaxText {
		return nil
	}
	lines := recommendationLines(splitLines(text))
	starts := startsOf(lines)
	var all []DraftRecommendation
	for i, l := range lines {
		switch {
		case l.blank():
		case starts(l):
			all = append(all, beginRecommendation(l))
		case len(all) > 0 && i > 0:
			last := &all[len(all)-1]
			last.addLine(l, lines[i-1].blank())
		}
	}
	for i := range all {
		all[i].settle()
	}
	return all
}

// beginRecommendation reads the line that opens one: its number, and its heading or first words.
func beginRecommendation(l line) DraftRecommendation {
	no, rest, _ := recommendationLabel(l.text)
	if no == "" && l.bullet != "-" {
		no = l.bullet
	}
	return DraftRecommendation{No: no, Title: rest, Line: l.no}
}

// addLine adds a paragraph, or goes on with the one before when a line only breaks it.
func (r *DraftRecommendation) addLine(l line, gap bool) {
	n := len(r.Segments)
	switch {
	case n > 0 && !gap && l.bullet == "" && len(r.Segments[n-1].Text) < longestJoined && continues(r.Segments[n-1].Text, l.text):
		r.Segments[n-1].Text += wordGap(r.Segments[n-1].Text, l.text) + l.text
	case n == 0 && !gap && l.bullet == "" && r.Title != "" && len(r.Title) < longestJoined && continues(r.Title, l.text):
		r.Title += wordGap(r.Title, l.text) + l.text
	default:
		r.Segments = append(r.Segments, DraftSegment{Text: l.text, Line: l.no})
	}
}

// longestJoined is the length in bytes up to which lines are joined to one paragraph: no paragraph is longer, and joining stays fast.
const longestJoined = 8000

// wordGap is the space between two lines of one paragraph. Thai has none inside a sentence.
func wordGap(before, after string) string {
	r, _ := utf8.DecodeLastRuneInString(before)
	if isThai(r) && isThai(firstRune(after)) {
		return ""
	}
	return " "
}

// longestTitle is how many letters a title may have before it is the text itself.
const longestTitle = 80

// settle separates "Title: text" and makes the first words the title of a recommendation that is one paragraph.
func (r *DraftRecommendation) settle() {
	if head, rest, ok := strings.Cut(r.Title, ": "); ok && utf8.RuneCountInString(head) <= longestTitle {
		r.Title = strings.TrimSpace(head)
		r.Segments = append([]DraftSegment{{Text: strings.TrimSpace(rest), Line: r.Line}}, r.Segments...)
		return
	}
	if r.Title == "" && len(r.Segments) > 0 && len(r.Segments) > 1 && utf8.RuneCountInString(r.Segments[0].Text) <= longestTitle {
		r.Title, r.Segments = r.Segments[0].Text, r.Segments[1:]
		return
	}
	if r.Title != "" && (len(r.Segments) == 0 || utf8.RuneCountInString(r.Title) > 2*longestTitle) {
		r.Segments = append([]DraftSegment{{Text: r.Title, Line: r.Line}}, r.Segments...)
	}
	if len(r.Segments) > 0 && (r.Title == "" || r.Title == r.Segments[0].Text) {
		r.Title = beginning(r.Segments[0].Text)
	}
}

// beginning cuts a text at a space within the length of a title, and never before a Thai vowel or tone mark.
func beginning(s string) string {
	if utf8.RuneCountInString(s) <= longestTitle {
		return strings.TrimRight(s, " .;")
	}
	head := cutRunes(s, longestTitle)
	if at := strings.LastIndexByte(head, ' '); at > len(head)/3 {
		head = head[:at]
	}
	for r := firstRune(s[len(head):]); r >= 'ะ' && r <= 'ฺ' || r >= '็' && r <= '๎'; r = firstRune(s[len(head):]) {
		_, size := utf8.DecodeLastRuneInString(head)
		head = head[:len(head)-size]
	}
	return strings.TrimRight(head, " ,.;:") + "…"
}

// recommendationLabel reads "Recommendation 3: …", "ข้อเสนอแนะเชิงนโยบาย ๑. …", "Rekomendasi 2 – …" at the start of a text.
func recommendationLabel(s string) (no, rest string, ok bool) {
	for _, w := range recommendationWords {
		after, found := cutPrefixFold(s, w)
		if !found {
			continue
		}
		after = strings.TrimLeft(after, " ")
		for _, mark := range []string{"ข้อที่", "ที่", "no.", "no ", "nº", "n°", "#", "số", "("} {
			if cut, ok := cutPrefixFold(after, mark); ok {
				after = strings.TrimLeft(cut, " ")
				break
			}
		}
		end := outlineEnd(after)
		if end == 0 || followedByLetter(after, end) && !thaiAt(after, end) {
			return "", s, false
		}
		return strings.TrimRight(after[:end], "."), trimLead(strings.TrimLeft(after[end:], ".")), true
	}
	return "", s, false
}

// outlineEnd is the end of a number such as "3", "๓", "2.1" at the start of a text, 0 for none.
func outlineEnd(s string) int {
	end := 0
	for end < len(s) && end < 16 {
		if size := digitSize(s, end); size > 0 {
			end += size
		} else if s[end] == '.' && end > 0 && digitSize(s, end+1) > 0 {
			end++
		} else {
			break
		}
	}
	return end
}
