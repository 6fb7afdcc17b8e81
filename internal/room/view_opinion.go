package room

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"

	"sala.example/internal/opinion"
	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

func (r *Room) viewOpinion() view.Opinion {
	s := r.state
	v := view.Opinion{From: opinion.MinPeople, Missing: s.MissingForOpinion(), Statements: len(r.votable())}
	for i := range s.Statements {
		if s.Statements[i].Status() == workshop.StatementWaiting && r.stillSaid(&s.Statements[i]) {
			v.Waiting++
		}
	}
	last := s.LastOpinion()
	if last == nil {
		return v
	}
	v.ID, v.Open = last.ID, last.Closed.IsZero()
	if v.Open {
		people, votes, drawn := r.poll.counts()
		v.People, v.Votes = people, votes
		if drawn != nil {
			v.Map = r.viewMap(&drawn.Outcome, false)
		}
		return v
	}
	if o := last.Outcome; o != nil {
		v.People, v.Votes, v.Map = o.People, o.Votes, r.viewMap(o, true)
	}
	return v
}

// votable are the statements that people vote on.
func (r *Room) votable() []workshop.ID {
	var all []workshop.ID
	for i := range r.state.Statements {
		if st := &r.state.Statements[i]; st.Status() == workshop.StatementAccepted && r.stillSaid(st) {
			all = append(all, st.ID)
		}
	}
	return all
}

// stillSaid says that the author's words were neither erased nor taken out.
func (r *Room) stillSaid(st *workshop.Statement) bool {
	if st.Seeded() {
		return true
	}
	_, there := r.people.read(st.Said[0].Text)
	return there
}

// statementText is a statement in every language that it is in; empty when its
// author's words are gone, and their translations with them.
func (r *Room) statementText(st *workshop.Statement) view.Text {
	t := view.Text{}
	if !r.stillSaid(st) {
		return t
	}
	maps.Copy(t, st.Text)
	for _, said := range st.Said {
		if text, there := r.people.read(said.Text); there {
			t[said.Lang] = text
		}
	}
	return t
}

// viewMap puts an outcome into words, with the votes of the groups once the
// collecting has closed.
func (r *Room) viewMap(o *opinion.Outcome, votes bool) *view.OpinionMap {
	v := &view.OpinionMap{
		People: o.People, Ungrouped: o.Ungrouped, Groups: []view.OpinionGroup{}, Apart: o.Apart(), Steady: o.Steadiness(), Picture: pictureTag(o),
	}
	numbers := o.Numbers()
	say := func(list []opinion.OutcomeStatement) []view.OpinionStatement {
		said := []view.OpinionStatement{}
		for _, st := range list {
			if told, ok := r.viewOutcomeStatement(st, st.Consensus, votes); ok {
				told.Number = numbers[st.ID]
				said = append(said, told)
			}
		}
		return said
	}
	for g, group := range o.Groups {
		seen := view.OpinionGroup{Name: groupName(g), Size: group.Size, Stands: []view.OpinionStatement{}}
		for _, stand := range group.Stands {
			if st := o.Statement(stand.Statement); st != nil {
				if told, ok := r.viewOutcomeStatement(*st, stand.For, votes); ok {
					told.Number = numbers[st.ID]
					seen.Stands = append(seen.Stands, told)
				}
			}
		}
		v.Groups = append(v.Groups, seen)
	}
	v.Unites, v.Divides, v.Bridges = say(o.Unites()), say(o.Divides()), say(o.Bridges())
	return v
}

// viewOutcomeStatement is false for a statement whose text is gone.
func (r *Room) viewOutcomeStatement(st opinion.OutcomeStatement, stands string, votes bool) (view.OpinionStatement, bool) {
	v := view.OpinionStatement{ID: st.ID, For: stands, Votes: []view.OpinionVotes{}}
	noun := r.state.Statement(st.ID)
	if noun == nil {
		return v, false
	}
	v.Text = r.statementText(noun)
	for _, c := range st.Cells {
		if votes {
			v.Votes = append(v.Votes, view.OpinionVotes{Group: groupName(c.Group), Agree: c.Agree, Disagree: c.Disagree, Pass: c.Votes - c.Agree - c.Disagree})
		}
	}
	return v, len(v.Text) > 0
}

// groupName is A, B, … or "none" for those in no group.
func groupName(group int) string {
	if group < 0 {
		return "none"
	}
	return opinion.GroupName(group)
}

func pictureTag(o *opinion.Outcome) string {
	data, err := json.Marshal(o)
	if err != nil {
		return "" // an outcome is numbers and names
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:6])
}

func (r *Room) viewStatements(moderator bool) view.Statements {
	v := view.Statements{Waiting: []view.Statement{}, Moderated: []view.Statement{}}
	for i := range r.state.Statements {
		st := &r.state.Statements[i]
		seen := r.viewStatement(st, moderator)
		switch {
		case st.Status() != workshop.StatementWaiting:
			v.Moderated = append(v.Moderated, seen)
		case moderator && len(seen.Text) > 0:
			v.Waiting = append(v.Waiting, seen)
		}
	}
	return v
}

func (r *Room) viewStatement(st *workshop.Statement, moderator bool) view.Statement {
	v := view.Statement{ID: st.ID, Text: r.statementText(st), Status: st.Status(), Seeded: st.Seeded(), Log: []view.Moderation{}}
	if !st.Seeded() {
		v.Lang = st.Said[0].Lang
		if moderator && len(v.Text) > 0 {
			v.Ref = st.Said[0].Text.Ref
		}
	}
	for _, line := range st.Log {
		v.Log = append(v.Log, view.Moderation{At: line.At.In(r.zone).Format("15:04"), As: line.As, Reason: r.people.text(line.Reason)})
	}
	return v
}
