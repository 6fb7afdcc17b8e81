package note

import (
	"sort"
	"strings"
	"unicode"
)

// languageNames maps how languages are called in notes to BCP 47 codes.
var languageNames = map[string]string{
	"thai": "th", "ภาษาไทย": "th", "ไทย": "th", "bahasa thailand": "th", "tiếng thái": "th", "tailandés": "th", "thaï": "th", "thaïlandais": "th",
	"english": "en", "ภาษาอังกฤษ": "en", "อังกฤษ": "en", "bahasa inggris": "en", "inggris": "en", "tiếng anh": "en", "inglés": "en", "anglais": "en",
	"indonesian": "id", "bahasa indonesia": "id", "ภาษาอินโดนีเซีย": "id", "indonesio": "id", "indonésien": "id",
	"vietnamese": "vi", "tiếng việt": "vi", "ภาษาเวียดนาม": "vi", "vietnamita": "vi", "vietnamien": "vi",
	"spanish": "es", "español": "es", "castellano": "es", "espagnol": "es", "bahasa spanyol": "es", "french": "fr", "français": "fr", "francés": "fr", "bahasa prancis": "fr", "tiếng pháp": "fr",
	"burmese": "my", "myanmar": "my", "ภาษาพม่า": "my", "ภาษาเมียนมา": "my", "birman": "my", "japanese": "ja", "ภาษาญี่ปุ่น": "ja", "japonés": "ja", "japonais": "ja",
	"chinese": "zh", "mandarin": "zh", "ภาษาจีน": "zh", "khmer": "km", "ภาษาเขมร": "km", "lao": "lo", "ภาษาลาว": "lo", "malay": "ms", "portuguese": "pt", "portugués": "pt",
}

// interpretWords speak of interpretation.
var interpretWords = []string{"interpret", "ล่าม", "แปลพร้อม", "translation", "phiên dịch", "penerjemah", "interpretasi", "interprét", "traducc", "traduct", "dịch song song", "dịch đồng thời", "dịch cabin"}

// namedLanguage is a language at its place in a text.
type namedLanguage struct {
	code     string
	from, to int
}

// languages reads the floor and the interpretation from the section of that name, else from a sentence about interpreters.
func languages(entries []entry, doc document) Languages {
	for _, e := range entries {
		if l := readLanguages(e.text); l.Floor != "" {
			return l
		}
	}
	for _, tok := range doc.tokens {
		if (tok.kind == tokText || tok.kind == tokSection) && len(tok.text) < 1200 && saysInterpretation(tok.text) {
			if l := readLanguages(tok.text); l.Floor != "" && len(l.Interpretation) > 0 {
				return l
			}
		}
	}
	return Languages{}
}

func saysInterpretation(s string) bool {
	low := strings.ToLower(s)
	for _, w := range interpretWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// readLanguages takes the first language that is not bound to the word for interpretation as that of the floor.
func readLanguages(s string) Languages {
	found := findLanguages(strings.ToLower(s))
	if len(found) == 0 {
		return Languages{}
	}
	low := strings.ToLower(s)
	floor := 0
	for i, l := range found {
		if !boundToInterpretation(low, l) {
			floor = i
			break
		}
	}
	out := Languages{Floor: found[floor].code}
	for i, l := range found {
		if i != floor && l.code != out.Floor {
			out.Interpretation = appendOnce(out.Interpretation, l.code)
		}
	}
	return out
}

// boundToInterpretation recognises "English interpretation", "interpretation into English".
func boundToInterpretation(low string, l namedLanguage) bool {
	after := strings.TrimLeft(low[l.to:], " -")
	after = strings.TrimPrefix(after, "simultaneous ")
	if beginsWithAny(after, interpretWords) {
		return true
	}
	before := low[max(0, l.from-40):l.from]
	for _, w := range []string{"interpretation in ", "interpretation into ", "interpretation to ", "ล่าม", "แปลเป็น", "interpretación al ", "interpretación en ", "interprétation en ", "interprétation vers ", "dịch sang "} {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

func beginsWithAny(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// findLanguages lists the languages named in a text, in order, the longer of two names at one place.
func findLanguages(low string) []namedLanguage {
	var found []namedLanguage
	for name, code := range languageNames {
		for from := 0; ; {
			at := strings.Index(low[from:], name)
			if at < 0 {
				break
			}
			at += from
			from = at + len(name)
			if !insideWord(low, at, from) {
				found = append(found, namedLanguage{code, at, from})
			}
		}
	}
	sort.Slice(found, func(i, j int) bool {
		return found[i].from < found[j].from || found[i].from == found[j].from && found[i].to > found[j].to
	})
	kept := found[:0]
	for _, l := range found {
		if n := len(kept); n == 0 || l.from >= kept[n-1].to {
			kept = append(kept, l)
		}
	}
	return kept
}

// insideWord says that a Latin name is part of a longer word ("lao" in "laos").
func insideWord(s string, from, to int) bool {
	if isThai(firstRune(s[from:])) {
		return false
	}
	return followedByLetter(s, to) || from > 0 && s[from-1] < 0x80 && unicode.IsLetter(rune(s[from-1]))
}

// commonWords tell the Latin languages apart.
var commonWords = map[string]map[string]bool{
	"en": wordSet("the of and to in for on with is are by from will at"),
	"id": wordSet("dan yang untuk pada dengan di dari oleh dalam ini adalah acara kegiatan pukul sesi"),
	"vi": wordSet("và của các cho trong với được là tại về ngày giờ hội nghị"),
	"es": wordSet("de la el los las y en para con por del que una sobre taller"),
	"fr": wordSet("de la le les et des du pour dans avec sur une au aux est atelier à l d"),
}

// detectLang names the language a note is written in: th when a good part of its letters is Thai, else the Latin language
// whose small words are the most frequent. English is the answer when there is nothing to go by.
func detectLang(text string) string {
	text = cutRunes(text, 20000)
	thai, latin := 0, 0
	for _, r := range text {
		switch {
		case isThai(r):
			thai++
		case unicode.IsLetter(r):
			latin++
		}
	}
	if thai*2 > latin {
		return "th"
	}
	counts := map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		for lang, words := range commonWords {
			if words[w] {
				counts[lang]++
			}
		}
	}
	best := "en"
	for _, lang := range []string{"id", "vi", "es", "fr"} {
		if counts[lang] > counts[best] {
			best = lang
		}
	}
	return best
}
