package report

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"sala.example/internal/document"
	"sala.example/internal/locale"
	"sala.example/internal/thai"
	"sala.example/internal/workshop"
)

// say is a sentence of the report's own.
func (b *builder) say(key string, args ...string) string {
	return locale.Say(b.lang, "report."+key, args...)
}

// count is a sentence with the number n in it; for one thing it is another.
func (b *builder) count(key string, n int, args ...string) string {
	if n == 1 {
		key += "-one"
	}
	return b.say(key, append(args, "n", strconv.Itoa(n))...)
}

// marked makes runs of a sentence in which *stars* mark what is bold.
func marked(text string) []document.Run {
	var runs []document.Run
	for i, piece := range strings.Split(text, "*") {
		if piece != "" {
			runs = append(runs, document.Run{Text: piece, Bold: i%2 == 1})
		}
	}
	return runs
}

func text(s string) document.Cell { return document.Text("", s) }

func plain(s string) []document.Run { return []document.Run{{Text: s}} }

func paragraph(style document.Style, s string) document.Paragraph {
	return document.Paragraph{Style: style, Runs: plain(s)}
}

// written is what a person wrote, in the language that its script tells. Words
// that were erased leave a note, because a sentence around them needs something.
func (b *builder) written(w workshop.Words) document.Run {
	if said := b.read(w); said != "" {
		return document.Run{Text: said, Lang: b.script(said)}
	}
	return document.Run{Text: b.say("erased"), Soft: true}
}

// read is what a person wrote; empty when nothing was written or it was erased.
func (b *builder) read(w workshop.Words) string {
	if w.IsZero() {
		return ""
	}
	return strings.TrimSpace(b.src.Words(w))
}

// writtenIfAny is written, and no run at all when nothing was written.
func (b *builder) writtenIfAny(w workshop.Words) []document.Run {
	if w.IsZero() {
		return nil
	}
	return []document.Run{b.written(w)}
}

// script tells the language of words by their first letters; words without
// letters are in the report's.
func (b *builder) script(words string) string {
	for _, r := range words {
		switch {
		case unicode.Is(unicode.Thai, r):
			return "th"
		case unicode.Is(unicode.Myanmar, r):
			return "my"
		case unicode.Is(unicode.Latin, r):
			return "en"
		}
	}
	return b.lang
}

// lines sets each list of runs on a line of its own.
func lines(list ...[]document.Run) []document.Run {
	var out []document.Run
	for _, runs := range list {
		if len(runs) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, document.Run{Text: "\n"})
		}
		out = append(out, runs...)
	}
	return out
}

func (b *builder) date(t time.Time) string { return thai.Date(t.In(b.zone), b.lang) }

// day writes a date such as 2014-10-23; what is no date stays as it is.
func (b *builder) day(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return thai.Date(t, b.lang)
}

// span writes two times of day such as 13:00; an empty end is open.
func (b *builder) span(start, end string) string {
	if b.lang == "th" {
		start, end = strings.ReplaceAll(start, ":", "."), strings.ReplaceAll(end, ":", ".")
	}
	if end == "" {
		return b.say("from", "start", start)
	}
	return b.say("span", "start", start, "end", end)
}

// clock is the time of day in the workshop's zone, such as 13:00.
func (b *builder) clock(t time.Time) string { return t.In(b.zone).Format("15:04") }

// number writes 7 as "7" and 6.5 as "6.5".
func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// short is a text's first words, cut where a line could end.
func short(s string) string {
	const room = 64
	if len([]rune(s)) <= room {
		return s
	}
	cut := 0
	for _, at := range thai.Default().Breaks(s) {
		if len([]rune(s[:at])) > room {
			break
		}
		cut = at
	}
	return strings.TrimRight(s[:cut], " ,;:") + " …"
}
