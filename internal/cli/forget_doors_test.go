package cli

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/room/view"
)

// plantMore has people say something through the doors that plant does not
// open: what was replaced, taken back, refused or put into another language, in
// an open round and an open poll, by way of a list and of the desk. It gives
// what each marker is, and the ids of those who said it beside "victim".
func (s *site) plantMore() (doors map[string]string, others []string) {
	s.t.Helper()
	doors = map[string]string{}
	door := func(what string) string {
		m := marker(len(doors) + 1)
		doors[m] = what
		return m
	}
	s.join("victim", url.Values{"roleGroup": {"officer"}, "lang": {"en"}, "name": {door("a name that was changed")}})
	me := s.browser["victim"]
	me.post(s.w("/profile"), fields{"roleGroup": "officer", "lang": "en", "alias": door("an alias that was changed")}).want(http.StatusOK)
	alias := door("an alias")
	me.post(s.w("/profile"), fields{"roleGroup": "migrant", "lang": "th", "alias": alias}).want(http.StatusOK)
	s.as("victim", "participant.introduce", fields{"line": door("an introduction that was changed")})
	s.as("victim", "participant.introduce", fields{"line": door("an introduction")})
	s.plantAmendments(door)
	s.plantOnTheSheet(door)
	s.plantInThePoll(door)
	s.plantInTheCaptions(door, alias)
	s.as(access.Chair, "round.open", fields{})
	var rounds view.Rounds
	s.topic(access.Chair, "rounds", &rounds)
	for _, reason := range []string{door("a reason that was changed"), door("the reason of an open ballot")} {
		s.as("victim", "ballot.cast", fields{"round": rounds.Open.ID, "recommendation": s.texts[0].ID, "ratings": fields{"feasible": 3, "acceptable": 4}, "reason": reason})
	}
	return doors, s.plantAtTheDesk(door)
}

func (s *site) plantAmendments(door func(string) string) {
	s.t.Helper()
	propose := func(what string) string {
		s.as("victim", "amendment.propose", fields{"segment": s.texts[0].Segments[0].ID, "lang": "en", "rev": 1, "text": door(what), "reason": door("the reason of " + what)})
		s.readTexts()
		return s.texts[0].Amendments[len(s.texts[0].Amendments)-1].ID
	}
	s.as("victim", "amendment.withdraw", fields{"amendment": propose("an amendment that was withdrawn")})
	s.as(access.Chair, "amendment.reject", fields{"amendment": propose("an amendment that was rejected"), "answer": "No."})
	for _, stance := range []fields{{"stance": "reserve", "text": door("a stance that was changed")}, {"stance": "cannot", "text": door("a stance")}} {
		stance["recommendation"] = s.texts[0].ID
		s.as("officer1", "stance.give", stance) // of the accepting party
	}
	s.as("victim", "question.ask", fields{"text": door("a question")})
}

func (s *site) plantOnTheSheet(door func(string) string) {
	s.t.Helper()
	var groups view.Groups
	s.topic(access.Chair, "groups", &groups)
	s.group = groups.Groups[0].ID
	s.as("victim", "group.join", fields{"group": s.group})
	for _, what := range []string{"a card that was moved", "a card that was removed"} {
		s.as("victim", "card.add", fields{"group": s.group, "domain": groups.Groups[0].Domains[0].ID, "text": door(what)})
	}
	s.topic(access.Chair, "groups", &groups)
	cards := groups.Groups[0].Cards
	s.as("victim", "card.move", fields{"card": cards[0].ID, "domain": groups.Groups[0].Domains[1].ID})
	s.as("victim", "card.remove", fields{"card": cards[1].ID})
	row := func(what string) fields {
		return fields{"group": s.group, "recommendation": s.texts[0].ID, "row": fields{"action": door(what), "lead": door("who leads " + what), "firstStep": door("the first step of " + what)}}
	}
	s.as("victim", "action.put", row("an action that was changed"))
	s.topic(access.Chair, "groups", &groups)
	again := row("an action")
	again["id"], again["rev"] = groups.Actions[0].ID, groups.Actions[0].Rev
	s.as("victim", "action.put", again)
	s.as("victim", "action.put", row("an action that was removed"))
	s.topic(access.Chair, "groups", &groups)
	s.as("victim", "action.remove", fields{"id": groups.Actions[1].ID})
}

func (s *site) plantInThePoll(door func(string) string) {
	s.t.Helper()
	s.as(access.Chair, "opinion.open", fields{})
	for _, what := range []string{"a statement", "a statement that was turned away", "a statement that nobody looked at"} {
		s.as("victim", "statement.propose", fields{"text": door(what), "lang": "en"})
	}
	var statements view.Statements
	s.topic(access.Chair, "statements", &statements)
	s.as(access.Chair, "statement.moderate", fields{"statement": statements.Waiting[0].ID, "as": "accepted"})
	s.as(access.Chair, "statement.moderate", fields{"statement": statements.Waiting[1].ID, "as": "turned-away", "reason": "Twice."})
	s.as(access.Interpreter, "statement.translate", fields{"statement": statements.Waiting[0].ID, "lang": "th", "text": door("a statement in another language")})
}

// plantInTheCaptions has the interpreter type what was said: a sentence that was
// put right, and one in which somebody is named.
func (s *site) plantInTheCaptions(door func(string) string, alias string) {
	s.t.Helper()
	say := func(text string) string {
		s.as(access.Interpreter, "caption.say", fields{"lang": "en", "text": text})
		var captions view.Captions
		s.topic(access.Chair, "captions", &captions)
		lines := captions.Lines["en"]
		return lines[len(lines)-1].ID
	}
	s.as(access.Interpreter, "caption.correct", fields{"caption": say(door("a caption that was changed")), "text": "Good morning."})
	say(fmt.Sprintf("Thank you, %s, for %s.", alias, door("a caption")))
}

// plantAtTheDesk lets in somebody of a list and a walk-in.
func (s *site) plantAtTheDesk(door func(string) string) (people []string) {
	s.t.Helper()
	s.browser[access.Organiser].post(s.w("/people?as=organiser"), fields{"people": []fields{
		{"name": door("a name on the list"), "alias": door("an alias on the list"), "affiliation": door("an affiliation on the list"), "roleGroup": "school", "lang": "th"},
		{"name": door("a name of somebody who did not come"), "roleGroup": "school", "lang": "th"},
	}}).want(http.StatusOK)
	for _, p := range s.expected()[:1] {
		s.as(access.Desk, "participant.join", fields{"participant": p.ID, "roleGroup": p.Group, "lang": p.Lang, "desk": true})
		people = append(people, p.ID)
	}
	var in struct{ ID, Link string }
	s.browser[access.Desk].post(s.w("/walkin?as=desk"), fields{"name": door("a walk-in's name"), "alias": door("a walk-in's alias"), "roleGroup": "school", "lang": "th"}).want(http.StatusOK).json(&in)
	s.newBrowser("walkin").follow(s.local(in.Link))
	s.as("walkin", "question.ask", fields{"text": door("a walk-in's question")})
	return append(people, in.ID)
}

// Every door is planted through in the middle of a round and a poll, then all
// who spoke are erased: nothing of it is in a file, a topic, a page, nor in a
// backup that is made afterwards, nor in the papers at the end.
func TestErasureReachesEveryDoor(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	for i := range 6 {
		s.join(fmt.Sprint("more", i), url.Values{"roleGroup": {"school"}, "lang": {"th"}})
	}
	doors, others := s.plantMore()
	shown := s.shown()
	for mark, what := range doors {
		hidden := strings.Contains(what, "changed") || strings.Contains(what, "removed") || strings.Contains(what, "ballot") || strings.Contains(what, "introduction") ||
			strings.Contains(what, "name") || strings.Contains(what, "alias") || strings.Contains(what, "affiliation")
		if !hidden && !anywhere(shown, mark) {
			t.Errorf("%s was planted and is nowhere to be seen", what)
		}
	}

	s.browser["victim"].post(s.w("/erase"), fields{}).want(http.StatusOK)
	s.browser["officer1"].post(s.w("/erase"), fields{}).want(http.StatusOK)
	for _, person := range others {
		s.as(access.Organiser, "participant.erase", fields{"participant": person})
	}
	s.browser[access.Organiser].post(s.w("/people/forget?as=organiser"), fields{}).want(http.StatusOK)
	s.noneOf("after the erasure", s.shown(), doors, "")
	copied := filepath.Join(t.TempDir(), "after.sala")
	if status, _, said := sala(t, "backup", copied, "--data", s.dir); status != 0 {
		t.Fatalf("backup: %s", said)
	}
	data, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	s.noneOf("after the erasure", map[string]string{"the backup": unzipped(t, data)}, doors, "")
	if status, _, said := sala(t, "verify", copied); status != 0 {
		t.Errorf("the backup does not verify: %s", said)
	}

	var rounds view.Rounds
	s.topic(access.Chair, "rounds", &rounds)
	s.as(access.Chair, "round.close", fields{"round": rounds.Open.ID})
	var poll view.Opinion
	s.topic(access.Chair, "opinion", &poll)
	s.as(access.Chair, "opinion.close", fields{"opinion": poll.ID})
	s.as(access.Chair, "workshop.close", fields{})
	s.nowhere("at the end", doors, "")
}
