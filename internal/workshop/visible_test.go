package workshop

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestBlank(t *testing.T) {
	for _, empty := range []string{
		"", " \t\n", "\u200B\u200B", "\u00AD", "\u3164", "\u2800\u2800", "\u115F\u1160\uFFA0", "\uFE0F", "\u034F", "\U000E0001", "\u2066\u2069", "\u200D", "\x00\x1b",
	} {
		if !isBlank(empty) {
			t.Errorf("%+q shows something", empty)
		}
	}
	for _, seen := range []string{"a", "ก", "\u200Bค", "7", "?", "❤️", "ـ", "က", "\uFFFD"} {
		if isBlank(seen) {
			t.Errorf("%q shows nothing", seen)
		}
	}
}

// What turns the writing around goes wherever a command says something; what
// shapes letters stays.
func TestCommandsAreStraight(t *testing.T) {
	const turned, straight = "a\u202Eb\u2066c\u200B\u200Dด", "abc\u200B\u200Dด"
	for name, c := range map[string]struct {
		data string
		text func(Command) string
	}{
		"question.ask":       {`{"text":"` + turned + `"}`, func(c Command) string { return c.(*AskQuestion).Text.Plain() }},
		"wording.edit":       {`{"segment":"g1","lang":"en","rev":1,"text":"` + turned + `"}`, func(c Command) string { return c.(*EditWording).Text }},
		"statement.seed":     {`{"text":{"en":"` + turned + `"}}`, func(c Command) string { return c.(*SeedStatement).Text["en"] }},
		"recommendation.add": {`{"segments":[{"en":"` + turned + `"}]}`, func(c Command) string { return c.(*AddRecommendation).Segments[0]["en"] }},
	} {
		for _, data := range []string{c.data, strings.NewReplacer("\u202E", `\u202e`, "\u2066", `\u2066`).Replace(c.data)} {
			decoded, err := DecodeCommand(name, []byte(data))
			if err != nil {
				t.Errorf("%s: %v", name, err)
			} else if got := c.text(decoded); got != straight {
				t.Errorf("%s: %+q, want %+q", name, got, straight)
			}
		}
	}
}

func TestStraightTakesNothingElse(t *testing.T) {
	marks := []string{"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"}
	rapid.Check(t, func(t *rapid.T) {
		var text, turned strings.Builder
		for _, part := range rapid.SliceOf(rapid.StringOf(rapid.RuneFrom([]rune("aก \u200B\u200D\u200F\n\xff")))).Draw(t, "parts") {
			text.WriteString(part)
			turned.WriteString(part + rapid.SampledFrom(marks).Draw(t, "mark"))
		}
		if got := Straight(turned.String()); got != text.String() {
			t.Fatalf("%+q becomes %+q, want %+q", turned.String(), got, text.String())
		}
	})
}
