package report

import (
	"fmt"
	"html"
	"strings"
	"time"
	"unicode/utf8"

	"sala.example/internal/workshop"
)

// How long a caption is shown before the moment in which it was typed to its
// end: as long as it takes to say.
const (
	lettersASecond = 15
	shortestCue    = 2 * time.Second
)

// WebVTT gives the captions of one language as a file for video players (W3C
// WebVTT). Its clock begins with the first item that was started, which a note
// in it tells; a cue ends when its sentence was typed, and no two overlap.
func WebVTT(src *Source, lang workshop.Lang) string {
	var b strings.Builder
	b.WriteString("WEBVTT\n")
	begin := captionsBegin(src.State)
	var last time.Duration
	for _, c := range src.State.Captions {
		text := src.Words(c.Text)
		if c.Lang != lang || text == "" {
			continue
		}
		if last == 0 {
			fmt.Fprintf(&b, "\nNOTE 00:00:00 is %s\n", begin.In(src.State.Location()).Format(time.RFC3339))
		}
		end := c.At.Sub(begin)
		length := max(shortestCue, time.Duration(utf8.RuneCountInString(text))*time.Second/lettersASecond)
		start := max(last, end-length)
		end = max(end, start+time.Millisecond)
		fmt.Fprintf(&b, "\n%s --> %s\n%s\n", vttTime(start), vttTime(end), vttText(text))
		last = end
	}
	return b.String()
}

// captionsBegin is when the day began, or its first caption if that was earlier.
func captionsBegin(s *workshop.State) time.Time {
	var begin time.Time
	earlier := func(at time.Time) {
		if !at.IsZero() && (begin.IsZero() || at.Before(begin)) {
			begin = at
		}
	}
	for _, p := range s.Programme {
		earlier(p.Started)
	}
	for _, c := range s.Captions {
		earlier(c.At.Add(-shortestCue))
	}
	return begin
}

// vttTime is "01:02:03.450".
func vttTime(d time.Duration) string {
	ms := d.Milliseconds()
	return fmt.Sprintf("%02d:%02d:%02d.%03d", ms/3_600_000, ms/60_000%60, ms/1000%60, ms%1000)
}

// vttText is one line in which nothing is a tag or an arrow.
func vttText(text string) string {
	return html.EscapeString(strings.Join(strings.Fields(text), " "))
}
