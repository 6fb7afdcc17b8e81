package room

import (
	"sala.example/internal/opinion"
)

// drawEvery is how many ticks lie between two maps at least: well under a
// second, so that the picture follows within one.
const drawEvery = 3

// showEvery is how many ticks lie between two counts: a second, however many
// vote, since everybody in the room is sent them.
const showEvery = 5

// tickOpinion shows new counts, and has the map drawn when it is due.
func (r *Room) tickOpinion() {
	show, draw := r.poll.due()
	if show {
		r.dirty["opinion"] = true
	}
	if !draw {
		return
	}
	out, roles := r.state.NotVotedOn(r.people.read), map[string]string{}
	for id, p := range r.state.Participants {
		roles[id] = p.RoleGroup
	}
	go r.poll.draw(out, func(voter string) string { return roles[voter] })
}

// due says whether there is something to show, and whether to draw: enough
// people have voted, no map is being drawn, and three people's votes have moved
// since the last, so that no difference between two maps is one person's.
func (p *poll) due() (show, draw bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wait, p.rest = max(0, p.wait-1), max(0, p.rest-1)
	if p.hung || p.changed && p.rest == 0 {
		show, p.hung, p.changed, p.rest = true, false, false, showEvery
	}
	if p.drawing || p.wait > 0 || len(p.moved) < opinion.MinGroup || p.book.Voters() < opinion.MinPeople {
		return show, false
	}
	p.drawing, p.wait = true, drawEvery
	return show, true
}

// draw makes the map from the votes as they are, and then finds out how steady
// it is. Meanwhile votes come in.
func (p *poll) draw(out map[string]bool, role func(string) string) {
	p.mu.Lock()
	matrix, id, gone, votes := p.book.Matrix(out), p.id, p.gone, p.book.Votes()
	clear(p.moved)
	var before *opinion.Stability
	if p.drawn != nil {
		before = p.drawn.Outcome.Stability
	}
	p.mu.Unlock()
	drawn := opinion.Draw(matrix, role)
	drawn.Outcome.Stability = before // until the new one is there
	p.hang(id, gone, drawn)
	steady := *drawn
	steady.Steady(opinion.Resamples(votes), 1)
	p.hang(id, gone, &steady)
	p.mu.Lock()
	p.drawing = false
	p.mu.Unlock()
}

// hang shows a map, unless its collecting has closed or somebody was forgotten
// since it was begun.
func (p *poll) hang(id string, gone int, drawn *opinion.Map) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if id == p.id && gone == p.gone {
		p.drawn, p.hung = drawn, true
	}
}

// counts are what everybody may know of the open collecting.
func (p *poll) counts() (people, votes int, drawn *opinion.Map) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.book.Voters(), p.book.Votes(), p.drawn
}
