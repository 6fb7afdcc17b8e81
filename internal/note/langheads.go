package note

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// languageMarks are the short names of languages in headings of columns, ISO 639-1 and 639-2 in lower case, and the letter or two
// that people write instead.
var languageMarks = map[string]string{
	"en": "en", "eng": "en", "th": "th", "tha": "th", "id": "id", "ind": "id", "vi": "vi", "vie": "vi", "vn": "vi", "es": "es", "esp": "es", "spa": "es", "fr": "fr", "fra": "fr", "fre": "fr",
	"my": "my", "mya": "my", "bur": "my", "lo": "lo", "km": "km", "ms": "ms", "ja": "ja", "jp": "ja", "zh": "zh", "pt": "pt",
	"อังกฤษ": "en", "ไทย": "th",
}

// longestHeading is how many letters a heading of a column has at most.
const longestHeading = 48

// cutLanguage takes the language from the heading of a column: "Title (EN)", "title_th", "EN title", "ข้อเสนอ (ไทย)", "Texto en español".
// base is the heading without it. sure is false for a short mark that could be another word: "ID", "no".
func cutLanguage(heading string) (base, lang string, sure bool) {
	heading = joinSpace(heading)
	if utf8.RuneCountInString(heading) > longestHeading {
		return heading, "", false
	}
	if code := languageNames[strings.ToLower(heading)]; code != "" {
		return "", code, true
	}
	if open := strings.IndexAny(heading, "([/"); open >= 0 {
		if languageCalled(heading[open:]) != "" && languageCalled(heading[:open]) != "" {
			return heading, "", false // "English/ไทย" is the heading of both
		}
		if code := languageCalled(heading[open:]); code != "" {
			return joinSpace(heading[:open]), code, true
		}
		if code := languageCalled(heading[:open]); code != "" {
			return strings.Trim(heading[open:], "()[]/ "), code, true
		}
	}
	words := strings.FieldsFunc(heading, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("_-–—:,.", r) })
	if len(words) == 0 {
		return heading, "", false
	}
	for n := min(2, len(words)); n > 0; n-- {
		if code := languageCalled(strings.Join(words[len(words)-n:], " ")); code != "" {
			return strings.TrimSuffix(strings.Join(words[:len(words)-n], " "), " in"), code, isLanguageName(words[len(words)-n:])
		}
		if code := languageCalled(strings.Join(words[:n], " ")); code != "" {
			return strings.Join(words[n:], " "), code, isLanguageName(words[:n])
		}
	}
	return heading, "", false
}

// languageCalled reads a language's name or mark with nothing beside it.
func languageCalled(s string) string {
	s = strings.ToLower(strings.Trim(s, "()[]/ .:"))
	return firstOf(languageNames[s], languageMarks[s])
}

func isLanguageName(words []string) bool {
	return languageNames[strings.ToLower(strings.Join(words, " "))] != ""
}

// languageColumns finds the columns of the first two languages that the headings of a table name: "No | ภาษาไทย | English", or
// "Title (EN), Text (EN), Title (TH), Text (TH)". Nothing is found unless two languages are named. A mark that could be another
// word ("ID") counts only where it completes the pair.
func languageColumns(cells []string) (columns [2][]int, langs [2]string) {
	for _, unsure := range []bool{false, true} {
		columns, langs = [2][]int{}, [2]string{}
		for i, c := range cells {
			_, lang, sure := cutLanguage(c)
			if lang == "" || lang == "id" && !sure && !unsure {
				continue
			}
			for side := range langs {
				if langs[side] == "" || langs[side] == lang {
					langs[side] = lang
					columns[side] = append(columns[side], i)
					break
				}
			}
		}
		if langs[1] != "" {
			return columns, langs
		}
	}
	return [2][]int{}, [2]string{}
}
