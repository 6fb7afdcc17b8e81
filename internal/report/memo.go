package report

import (
	"fmt"
	"strconv"

	"sala.example/internal/document"
	"sala.example/internal/workshop"
)

// Memo is what an officer who must ask a superior takes home: a memorandum on
// one recommendation, in Thai in the form of the บันทึกข้อความ (Regulation of the
// Office of the Prime Minister on Correspondence, B.E. 2526, form 29): office,
// number, date, subject, addressee; then cause, purpose and conclusion. Names
// and numbers that Sala does not know, and never asks for, are dotted lines.
// Until is the day by which the answer was promised, such as 2014-10-07, or
// empty.
func Memo(src *Source, r *workshop.Recommendation, until, lang string) *document.Document {
	b := &builder{src: src, s: src.State, lang: lang, zone: src.State.Location()}
	subject := b.say("memo-subject", "n", strconv.Itoa(r.Number), "workshop", b.s.Settings.Title.In(lang))
	d := &document.Document{Title: b.say("memo"), Lang: lang, Created: src.Made.In(b.zone), Footer: subject}
	d.Blocks = append(d.Blocks, b.memoHead(subject)...)
	d.Blocks = append(d.Blocks, b.memoCause()...)
	for i := range r.Segments {
		d.Blocks = append(d.Blocks, b.sideBySide(func(l workshop.Lang) []document.Run {
			return b.wordingRuns(l, r.Segments[i].Wordings[l].Text)
		})...)
	}
	d.Blocks = append(d.Blocks, b.memoFacts(r)...)
	d.Blocks = append(d.Blocks, b.memoEnd(until)...)
	return d
}

// dots is a line to write on.
const dots = "……………………………………"

func (b *builder) memoHead(subject string) []document.Block {
	line := func(key, text string) []document.Cell {
		return []document.Cell{{Runs: []document.Run{{Text: b.say(key), Bold: true}}}, {Runs: plain(text)}}
	}
	return []document.Block{document.Table{RowHeads: true, Widths: []float64{1, 4}, Rows: [][]document.Cell{
		line("memo-office", dots), line("memo-number", dots+" "+b.say("memo-date")+" "+dots),
		line("memo-subject-head", subject), line("memo-to", dots),
	}}}
}

// memoCause says what meeting this was and what it considered.
func (b *builder) memoCause() []document.Block {
	place := b.s.Settings.Place.In(b.lang)
	key := "memo-cause"
	if place == "" {
		key = "memo-cause-nowhere"
	}
	return []document.Block{paragraph(document.Body, b.say(key, "workshop", b.s.Settings.Title.In(b.lang), "days", b.days(), "place", place))}
}

// memoFacts is what the superior needs to judge: the ratings of their own
// party and what the recommendation rests on, as far as there is any.
func (b *builder) memoFacts(r *workshop.Recommendation) []document.Block {
	var items []document.Cell
	add := func(head string, runs []document.Run) {
		if len(runs) > 0 {
			items = append(items, document.Cell{Runs: append([]document.Run{{Text: head + ": ", Bold: true}}, runs...)})
		}
	}
	if round, result := b.s.LastResult(r.ID); result != nil {
		for _, c := range result.Tally.Criteria {
			add(b.criterion(c.Criterion), plain(b.medians(c, round.Gate.Convention)))
		}
	}
	add(b.stanceHead(), b.stances(r))
	for _, e := range r.Evidence {
		add(b.say("memo-evidence"), plain(e.Statement.In(b.lang)))
	}
	if len(items) == 0 {
		return nil
	}
	return []document.Block{paragraph(document.Body, b.say("memo-facts")), document.List{Items: items}}
}

// memoEnd asks for the answer and leaves room for it.
func (b *builder) memoEnd(until string) []document.Block {
	key := "memo-end"
	if until == "" {
		key = "memo-end-no-date"
	}
	return []document.Block{
		paragraph(document.Body, b.say("memo-purpose")),
		paragraph(document.Body, b.say(key, "date", b.day(until))),
		paragraph(document.Body, b.say("memo-answer", "dots", dots)),
		paragraph(document.Body, b.say("memo-sign", "dots", dots)),
	}
}

// MemoFile is the memo on a recommendation in a format ("docx", "pdf",
// "html"), with its content type. ErrNoSuchPaper: no such recommendation,
// language or format.
func MemoFile(src *Source, recommendation workshop.ID, until, lang, format string) (data []byte, contentType string, err error) {
	f, found := formatNamed(format, lang)
	r := src.State.Recommendation(recommendation)
	if !found || r == nil {
		return nil, "", fmt.Errorf("memo on %s, %s.%s: %w", recommendation, lang, format, ErrNoSuchPaper)
	}
	if data, err = f.file(Memo(src, r, until, lang)); err != nil {
		return nil, "", fmt.Errorf("write memo: %w", err)
	}
	return data, f.contentType, nil
}
