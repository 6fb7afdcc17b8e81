package report

import (
	"strconv"
	"strings"

	"sala.example/internal/document"
	"sala.example/internal/locale"
	"sala.example/internal/workshop"
)

// front is the head of the paper, before its blocks.
func (b *builder) front() *document.Document {
	title := b.s.Settings.Title
	d := &document.Document{
		Kicker: b.kicker(), Title: title.In(b.lang), Lang: b.lang, Created: b.src.Made.In(b.zone),
		Footer: b.say("footer", "hash", shortHash(b.src.Head)),
	}
	if other := title[b.other()]; other != d.Title {
		d.Subtitle, d.SubtitleLang = other, b.other()
	}
	return d
}

// kicker names the kind of paper, the day and the place. Before closing it is
// a draft and says so.
func (b *builder) kicker() string {
	kind := "kicker"
	if b.s.Closed.IsZero() {
		kind = "kicker-draft"
	}
	parts := []string{b.say(kind), b.days()}
	if place := b.s.Settings.Place.In(b.lang); place != "" {
		parts = append(parts, place)
	}
	return strings.Join(parts, " · ")
}

// days is the date of the workshop, or its first and last.
func (b *builder) days() string {
	first, last := "", ""
	for _, p := range b.s.Programme {
		if first == "" || p.Date < first {
			first = p.Date
		}
		last = max(last, p.Date)
	}
	switch {
	case last == "":
		return b.date(b.s.Opened)
	case first == last, first == "":
		return b.day(last)
	}
	return b.say("days", "first", b.day(first), "last", b.day(last))
}

// shortHash is the beginning of a hash in groups of four, to read aloud.
func shortHash(hash string) string {
	if len(hash) < 8 {
		return hash
	}
	return hash[:4] + " " + hash[4:8]
}

// opening is what to read if only one thing is read: what came out, and what
// was to come out.
func (b *builder) opening() []document.Block {
	var blocks []document.Block
	if b.s.Settings.MadeUp {
		blocks = append(blocks, document.Paragraph{Runs: []document.Run{{Text: b.say("made-up"), Bold: true}}})
	}
	blocks = append(blocks, document.Paragraph{Style: document.Lead, Runs: marked(b.lead())})
	if goal := b.s.Settings.ExpectedOutput.In(b.lang); goal != "" {
		blocks = append(blocks, document.Paragraph{Style: document.Soft, Runs: []document.Run{
			{Text: b.say("goal") + " "}, {Text: goal, Lang: b.script(goal)},
		}})
	}
	return append(append(blocks, b.goal()...), b.hosts()...)
}

// lead is the result of the day in one sentence.
func (b *builder) lead() string {
	all := len(b.s.Recommendations)
	if all == 0 {
		return b.say("lead", "parts", b.say("lead-nothing"))
	}
	parts := []string{b.leadAgreed(all)}
	for _, o := range []string{workshop.Revise, workshop.RejectedOutcome, workshop.NoQuorum, undecided} {
		if n := len(b.recommendations(o)); n > 0 {
			parts = append(parts, b.count("lead-"+o, n))
		}
	}
	return b.say("lead", "parts", b.join(parts))
}

func (b *builder) leadAgreed(all int) string {
	dissent := len(b.recommendations(workshop.AgreedWithDissent))
	n := len(b.recommendations(workshop.Agreed)) + dissent
	if n == 0 {
		return b.count("lead-none-agreed", all)
	}
	sentence := b.count("lead-agreed", all, "agreed", strconv.Itoa(n))
	if dissent > 0 {
		sentence += b.count("lead-dissent", dissent)
	}
	return sentence
}

// join makes one sentence of several.
func (b *builder) join(parts []string) string {
	if len(parts) == 1 {
		return parts[0]
	}
	last := len(parts) - 1
	return strings.Join(parts[:last], b.say("join")) + b.say("join-last") + parts[last]
}

func languageName(in, lang string) string {
	if key := "common.language." + lang; locale.Has(in, key) {
		return locale.Say(in, key)
	}
	return lang
}

func others(lang string) string { return locale.Say(lang, "common.others") }
