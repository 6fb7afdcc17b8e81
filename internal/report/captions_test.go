package report

import (
	"testing"
	"time"

	"sala.example/internal/workshop"
)

func TestWebVTT(t *testing.T) {
	nine := time.Date(2014, 9, 23, 2, 0, 0, 0, time.UTC)
	said := map[string]string{
		"1": "Good morning.", "2": "สวัสดี", "3": "A <b>bold</b> claim -->\n& more", "4": "", // taken out
		"5": "Ten days, and then a further sentence that takes longer to say than the one before it.", "6": "Yes.",
	}
	line := func(ref string, lang workshop.Lang, after time.Duration) workshop.Caption {
		return workshop.Caption{ID: "l" + ref, Lang: lang, Text: workshop.Words{Ref: ref}, At: nine.Add(after)}
	}
	src := &Source{
		Words: func(w workshop.Words) string { return said[w.Ref] },
		State: &workshop.State{
			Settings:  workshop.Settings{Timezone: "Asia/Bangkok"},
			Programme: []workshop.Session{{ID: "s1"}, {ID: "s2", Started: nine}},
			Captions: []workshop.Caption{
				line("1", "en", 10*time.Second), line("2", "th", 12*time.Second), line("3", "en", 3*time.Hour+61500*time.Millisecond),
				line("4", "en", 4*time.Hour), line("5", "en", 4*time.Hour+time.Second), line("6", "en", 4*time.Hour+time.Second),
			},
		},
	}
	const want = `WEBVTT

NOTE 00:00:00 is 2014-09-23T09:00:00+07:00

00:00:08.000 --> 00:00:10.000
Good morning.

03:00:59.500 --> 03:01:01.500
A &lt;b&gt;bold&lt;/b&gt; claim --&gt; &amp; more

03:59:55.266 --> 04:00:01.000
Ten days, and then a further sentence that takes longer to say than the one before it.

04:00:01.000 --> 04:00:01.001
Yes.
`
	if got := WebVTT(src, "en"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := WebVTT(src, "my"); got != "WEBVTT\n" {
		t.Errorf("a language without captions: %q", got)
	}
}

// Captions before any item was started begin with themselves.
func TestWebVTTBeforeTheDay(t *testing.T) {
	at := time.Date(2014, 9, 23, 2, 0, 0, 0, time.UTC)
	src := &Source{
		Words: func(workshop.Words) string { return "One, two." },
		State: &workshop.State{Captions: []workshop.Caption{{ID: "l1", Lang: "en", Text: workshop.Words{Ref: "1"}, At: at}}},
	}
	const want = "WEBVTT\n\nNOTE 00:00:00 is 2014-09-23T01:59:58Z\n\n00:00:00.000 --> 00:00:02.000\nOne, two.\n"
	if got := WebVTT(src, "en"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
