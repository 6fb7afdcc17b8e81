package report

import (
	"strconv"
	"strings"

	"sala.example/internal/document"
	"sala.example/internal/workshop"
)

// goal says what number was to be agreed and whether it was reached; nothing
// when the organiser set none.
func (b *builder) goal() []document.Block {
	p, ok := b.s.Progress()
	if !ok {
		return nil
	}
	key := "goal-set"
	switch {
	case p.Needed == p.Of:
		key = "goal-set-all"
	case p.Needed > p.Of:
		key = "goal-set-number" // fewer texts came than were hoped for
	}
	set := b.say(key, "needed", strconv.Itoa(p.Needed), "of", strconv.Itoa(p.Of), "party", b.s.AcceptingName(b.lang))
	return []document.Block{document.Paragraph{Style: document.Body, Runs: append(plain(set+" "), marked(b.reached(p))...)}}
}

// reached is the verdict; before closing it is only how far the room has come.
func (b *builder) reached(p workshop.Progress) string {
	switch {
	case p.Reached():
		return b.count("goal-reached", p.Agreed)
	case b.s.Closed.IsZero():
		return b.say("goal-so-far", "n", strconv.Itoa(p.Agreed), "needed", strconv.Itoa(p.Needed))
	}
	return b.count("goal-missed", p.Agreed)
}

// hosts names who held the workshop and who supported it.
func (b *builder) hosts() []document.Block {
	var said []string
	for _, part := range []struct {
		key    string
		bodies []workshop.Text
	}{{"organised-by", b.s.Settings.Organisers}, {"with-partners", b.s.Settings.Partners}} {
		var names []string
		for _, body := range part.bodies {
			names = append(names, body.In(b.lang))
		}
		if len(names) > 0 {
			said = append(said, b.say(part.key, "bodies", b.list(names)))
		}
	}
	if len(said) == 0 {
		return nil
	}
	return []document.Block{paragraph(document.Soft, strings.Join(said, " "))}
}

// background is why the workshop was held, in the organiser's words.
func (b *builder) background() []document.Block {
	var blocks []document.Block
	for _, text := range strings.Split(b.s.Settings.Background.In(b.lang), "\n") {
		if text = strings.TrimSpace(text); text != "" {
			blocks = append(blocks, document.Paragraph{Style: document.Body, Runs: []document.Run{{Text: text, Lang: b.script(text)}}})
		}
	}
	return b.section("background", blocks)
}
