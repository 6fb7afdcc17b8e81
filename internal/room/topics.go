package room

import (
	"cmp"
	"context"
	"strings"

	"sala.example/internal/access"
	"sala.example/internal/workshop"
)

// touches says which topics an event can change, by the first part of its
// kind. A kind that is not here changes them all.
var touches = map[string][]string{
	"session":        {"day", "captions"},
	"programme":      {"day"},
	"participant":    {"day", "turnout", "screen", "desk", "groups", "opinion"},
	"question":       {"questions"},
	"caption":        {"captions"},
	"captions":       {"captions"},
	"recommendation": {"texts", "day", "groups", "booth"},
	"wording":        {"texts", "rounds"},
	"amendment":      {"texts"},
	"objection":      {"texts", "rounds"},
	"stance":         {"texts"},
	"decision":       {"texts", "day", "rounds", "booth"},
	"group":          {"groups"},
	"card":           {"groups"},
	"action":         {"groups"},
	"round":          {"rounds", "turnout", "texts"},
	"statement":      {"statements", "opinion"},
	"opinion":        {"opinion"},
	"screen":         {"screen", "booth"},
}

// touchedBy names the topics that an event of a kind can change. The words of
// somebody who is erased may have stood anywhere.
func touchedBy(kind string) []string {
	noun, _, _ := strings.Cut(kind, ".")
	if topics, known := touches[noun]; known && kind != new(workshop.ParticipantErased).Kind() {
		return topics
	}
	return access.Topics()
}

func (r *Room) touch(e workshop.Event) {
	for _, name := range touchedBy(e.Kind()) {
		r.dirty[name] = true
	}
}

func (r *Room) touchAll() {
	for _, name := range access.Topics() {
		r.dirty[name] = true
	}
}

// recent is how many events a room that opens looks back, to tell those who come
// back only what changed.
const recent = 500

// lastTouched says for the topics that change with events alone after which
// event they changed last, or may have. Phones that were connected before a
// restart so need not fetch them all again.
func (r *Room) lastTouched(ctx context.Context) map[string]uint64 {
	behind := max(r.state.Seq, recent) - recent
	events, err := r.deps.Journal.Read(ctx, r.id, behind, recent)
	if err != nil {
		return nil // then all may have changed just now
	}
	last := map[string]uint64{}
	for name := range byEventsAlone {
		last[name] = max(1, behind)
	}
	for _, e := range events {
		for _, name := range touchedBy(e.Kind) {
			if byEventsAlone[name] {
				last[name] = e.Seq
			}
		}
	}
	return last
}

func (r *Room) publish() { r.publishAs(nil) }

// publishAs computes the topics that may have changed, once for each variant,
// and shows them all at once. A topic is as of the newest event unless revs says
// otherwise.
func (r *Room) publishAs(revs map[string]uint64) {
	if len(r.dirty) == 0 {
		return
	}
	shown := map[string]*Topic{}
	for name := range r.dirty {
		for _, class := range access.Classes() {
			variant, ok := access.Variant(name, class)
			if !ok || shown[topicKey(name, variant)] != nil {
				continue
			}
			if t := r.compute(name, variant, cmp.Or(revs[name], r.state.Seq)); t != nil {
				shown[topicKey(name, variant)] = t
			}
		}
	}
	clear(r.dirty)
	r.deps.Metrics.Topics.Add(float64(len(shown)))
	r.deps.Metrics.Changed.Add(float64(r.live.show(shown, r.here())))
}

func (r *Room) compute(name, variant string, rev uint64) *Topic {
	t, err := newTopic(name, rev, r.view(name, variant))
	if err != nil {
		r.log.Error("topic not shown", "error", err)
		return nil
	}
	return t
}

// view computes a topic as one variant sees it.
func (r *Room) view(name, variant string) any {
	switch name {
	case "day":
		return r.viewDay(variant == "leading")
	case "texts":
		return r.viewTexts()
	case "questions":
		return r.viewQuestions()
	case "groups":
		return r.viewGroups()
	case "rounds":
		return r.viewRounds()
	case "turnout":
		return r.viewTurnout()
	case "screen":
		return r.viewScreen()
	case "desk":
		return r.viewDesk()
	case "opinion":
		return r.viewOpinion()
	case "statements":
		return r.viewStatements(variant == "leading")
	case "booth":
		return r.viewBooth()
	case "captions":
		return r.viewCaptions()
	}
	return nil
}
