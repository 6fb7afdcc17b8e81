package room

import (
	"strings"

	"sala.example/internal/access"
	"sala.example/internal/workshop"
)

// touches says which topics an event can change, by the first part of its
// kind. A kind that is not here changes them all.
var touches = map[string][]string{
	"session":        {"day"},
	"programme":      {"day"},
	"participant":    {"day", "turnout", "screen", "desk", "groups", "opinion"},
	"question":       {"questions"},
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

func (r *Room) touch(e workshop.Event) {
	if _, forgotten := e.(*workshop.ParticipantErased); forgotten {
		r.touchAll() // their words stood anywhere
		return
	}
	noun, _, _ := strings.Cut(e.Kind(), ".")
	topics, known := touches[noun]
	if !known {
		r.touchAll()
		return
	}
	for _, name := range topics {
		r.dirty[name] = true
	}
}

func (r *Room) touchAll() {
	for _, name := range access.Topics() {
		r.dirty[name] = true
	}
}

// publish computes the topics that may have changed, once for each variant,
// and shows them all at once.
func (r *Room) publish() {
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
			if t := r.compute(name, variant); t != nil {
				shown[topicKey(name, variant)] = t
			}
		}
	}
	clear(r.dirty)
	r.deps.Metrics.Topics.Add(float64(len(shown)))
	r.deps.Metrics.Changed.Add(float64(r.live.show(shown)))
}

func (r *Room) compute(name, variant string) *Topic {
	t, err := newTopic(name, r.state.Seq, r.view(name, variant))
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
	}
	return nil
}
