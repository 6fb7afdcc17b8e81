package rehearse

import (
	"context"
	"fmt"
	"time"

	"sala.example/internal/note"
	"sala.example/internal/room/view"
)

// playItem starts an item, lets happen what belongs to it, and finishes it.
func (d *Day) playItem(ctx context.Context, i int) error {
	if err := d.startItem(ctx, i); err != nil {
		return err
	}
	if err := d.during(ctx, i); err != nil {
		return err
	}
	if i+1 == d.agreementItem() {
		if err := d.collect(ctx); err != nil {
			return err
		}
	}
	return d.finishItem(ctx, i)
}

// startItem moves the clock to the item's beginning, as late as the day is.
func (d *Day) startItem(ctx context.Context, i int) error {
	it := d.items[i]
	if i == 0 {
		d.o.Clock.Set(it.start.Add(-5 * time.Minute))
		if err := d.arrive(ctx, false); err != nil {
			return err
		}
	}
	d.o.Clock.Set(it.start.Add(d.late))
	d.step("session")
	return d.chair.do(ctx, "session.start", map[string]string{"session": it.id})
}

// finishItem moves the clock to the item's end. Talks run over; pauses and the
// chair's re-plan win some of it back.
func (d *Day) finishItem(ctx context.Context, i int) error {
	it := d.items[i]
	if it.kind == string(note.KindTalk) {
		d.late += 4 * time.Minute
	}
	d.o.Clock.Set(it.end.Add(d.late))
	if err := d.chair.do(ctx, "session.finish", map[string]string{"session": it.id}); err != nil {
		return err
	}
	if it.kind == string(note.KindTalk) {
		return d.replan(ctx)
	}
	return nil
}

// replan takes the re-plan that the console offers, when it offers one.
func (d *Day) replan(ctx context.Context) error {
	var day view.Day
	if err := d.chair.topic(ctx, "day", &day); err != nil {
		return err
	}
	if len(day.Rescue) == 0 {
		return nil
	}
	if err := d.chair.do(ctx, "programme.replan", map[string]any{"moves": day.Rescue}); err != nil {
		return err
	}
	zone := d.items[0].start.Location()
	for _, m := range day.Rescue {
		for i := range d.items {
			if d.items[i].id != m.Session {
				continue
			}
			date := d.items[i].start.Format(time.DateOnly)
			start, end, err := span(view.Item{Date: date, Start: m.Start, End: m.End}, zone)
			if err != nil {
				return err
			}
			d.items[i].start, d.items[i].end = start, end
		}
	}
	d.late = 0
	return nil
}

// during is what happens in an item of its kind.
func (d *Day) during(ctx context.Context, i int) error {
	switch note.Kind(d.items[i].kind) {
	case note.KindTalk:
		return d.talk(ctx)
	case note.KindQA:
		return d.answer(ctx)
	case note.KindIntroduction:
		return d.chair.do(ctx, "screen.show", map[string]string{"mode": "intro"})
	case note.KindGroup:
		return d.groupWork(ctx)
	case note.KindBreak:
		return d.arrive(ctx, true)
	}
	return nil
}

// talk: questions are typed and supported; one phone loses its connection,
// keeps what its owner types, and sends it when it is back.
func (d *Day) talk(ctx context.Context) error {
	if err := d.lostConnection(ctx); err != nil {
		return err
	}
	for _, p := range d.some(4) {
		d.o.Clock.Advance(time.Minute)
		if err := d.ask(ctx, p); err != nil {
			return err
		}
	}
	return d.support(ctx)
}

// ask puts the next question that nobody has put yet.
func (d *Day) ask(ctx context.Context, p *person) error {
	lang := p.lang
	if d.asked[lang] >= len(questions[lang]) {
		return nil
	}
	text := questions[lang][d.asked[lang]]
	d.asked[lang]++
	return p.do(ctx, "question.ask", map[string]string{"text": text, "lang": lang})
}

func (d *Day) support(ctx context.Context) error {
	var q view.Questions
	if err := d.chair.topic(ctx, "questions", &q); err != nil {
		return err
	}
	for _, question := range q.Questions {
		if question.Status != "open" {
			continue
		}
		for _, p := range d.some(2 + d.rng.IntN(6)) {
			if err := p.do(ctx, "question.support", map[string]string{"question": question.ID}); err != nil {
				return err
			}
		}
	}
	return nil
}

// lostConnection happens once, to the first participant.
func (d *Day) lostConnection(ctx context.Context) error {
	p := d.people[0]
	if !p.joined || p.stream == nil || p.sent > 1 {
		return nil
	}
	p.stream.cancel()
	p.offline = true
	for range 2 {
		if err := d.ask(ctx, p); err != nil {
			return err
		}
	}
	d.o.Clock.Advance(10 * time.Minute)
	if err := p.comeBack(ctx); err != nil {
		return fmt.Errorf("back online: %w", err)
	}
	p.listen(ctx)
	return nil
}

// answer: half of the open questions are answered in the room; for the others
// the programme has no time.
func (d *Day) answer(ctx context.Context) error {
	var q view.Questions
	if err := d.chair.topic(ctx, "questions", &q); err != nil {
		return err
	}
	open := 0
	for _, question := range q.Questions {
		if question.Status != "open" {
			continue
		}
		open++
		command, fields := "question.answer", map[string]string{"question": question.ID, "answer": answers[question.Lang]}
		if open%2 == 0 {
			command, fields = "question.carry", map[string]string{"question": question.ID}
		}
		if err := d.chair.do(ctx, command, fields); err != nil {
			return err
		}
	}
	return nil
}

// groupWork seats everybody the first time and fills the boards; the second
// time it fills the action plan. Amendments come out of both.
func (d *Day) groupWork(ctx context.Context) error {
	var g view.Groups
	if err := d.chair.topic(ctx, "groups", &g); err != nil {
		return err
	}
	if len(g.Groups) == 0 {
		return d.amend(ctx)
	}
	if len(g.Groups[0].Cards) == 0 {
		if err := d.frame(ctx, g); err != nil {
			return err
		}
		return d.amend(ctx)
	}
	return d.plan(ctx, g)
}

func (d *Day) frame(ctx context.Context, g view.Groups) error {
	here := d.present()
	for i, p := range here {
		if err := p.do(ctx, "group.join", map[string]string{"group": g.Groups[i%len(g.Groups)].ID}); err != nil {
			return err
		}
	}
	for i, p := range here[:min(len(here), 5*len(g.Groups))] {
		group := g.Groups[i%len(g.Groups)]
		card := map[string]string{
			"group": group.ID, "domain": group.Domains[d.rng.IntN(len(group.Domains))].ID,
			"text": cards[p.lang][i%len(cards[p.lang])],
		}
		if err := p.do(ctx, "card.add", card); err != nil {
			return err
		}
	}
	return d.chair.do(ctx, "screen.show", map[string]string{"mode": "group", "ref": g.Groups[0].ID})
}

// plan: each group writes an action for its share of the recommendations.
func (d *Day) plan(ctx context.Context, g view.Groups) error {
	here := d.present()
	for i, r := range d.recommendation {
		seat := i % len(g.Groups)
		if seat >= len(here) {
			seat = 0
		}
		fields := d.action(r, here[seat].lang)
		fields["group"] = g.Groups[seat].ID
		if err := here[seat].do(ctx, "action.put", fields); err != nil {
			return err
		}
	}
	return nil
}

// action is a row of the plan that keeps promise 2.
func (d *Day) action(r recommendation, lang string) map[string]any {
	today := d.o.Clock.Now()
	words := map[string][4]string{
		"th": {"จัดทำแผนและงบประมาณเพื่อดำเนินการตามข้อเสนอ", "ประชุมหน่วยงานที่เกี่ยวข้องครั้งแรก", "งบประมาณปกติ", "มีรายงานผลต่อที่ประชุมจังหวัด"},
		"en": {"Prepare plan and budget to carry the recommendation out", "First meeting of the bodies concerned", "regular budget", "a report before the provincial meeting"},
	}[lang]
	owner := r.draft.Owner
	if owner == "" {
		owner = map[string]string{"th": "สำนักงานจังหวัด", "en": "Provincial office"}[lang]
	}
	return map[string]any{
		"recommendation": r.id,
		"row": map[string]string{
			"action": words[0], "lead": owner, "firstStep": words[1],
			"firstStepBy": today.AddDate(0, 0, 21).Format(time.DateOnly), "due": today.AddDate(0, 6, 0).Format(time.DateOnly),
			"budget": words[2], "indicator": words[3],
		},
	}
}
