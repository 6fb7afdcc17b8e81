package web

import (
	"sync"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/workshop"
)

// pace bounds how fast one participant puts things before the room: every phone
// gets a list anew that somebody fills or changes by the thousand. Ratings and
// votes replace one another, unseen by others, and are not bounded.
type pace struct {
	now  func() time.Time
	most int // at once; 0: as fast as they like

	mu   sync.Mutex
	paid map[string]time.Time // by person: when all that they sent has had its time
}

// paceTime is what each command takes.
const paceTime = time.Second

func newPace(now func() time.Time, most int) *pace {
	return &pace{now: now, most: most, paid: map[string]time.Time{}}
}

// allows says that the actor may send the command now, and counts it.
func (p *pace) allows(a workshop.Actor, cmd workshop.Command) bool {
	switch cmd.(type) {
	case *workshop.CastBallot, *workshop.VoteStatement:
		return true
	}
	return p.most == 0 || a.Role != access.Participant || p.take(a.ID)
}

func (p *pace) take(person string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	now, most := p.now(), time.Duration(p.most)*paceTime
	ahead := p.paid[person].Sub(now)
	if ahead < 0 || ahead > most { // long ago, or the clock was set back
		ahead = 0
	}
	if ahead+paceTime > most {
		return false
	}
	if len(p.paid) >= maxKnown {
		clear(p.paid)
	}
	p.paid[person] = now.Add(ahead + paceTime)
	return true
}
