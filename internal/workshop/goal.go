package workshop

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Goal is the expected output as a number that the room can check itself
// against: so many recommendations agreed by the accepting party. Either Agreed
// or Share is set.
type Goal struct {
	Agreed int    `json:"agreed,omitempty"` // at least so many
	Of     int    `json:"of,omitempty"`     // of so many, as it was planned; 0 when no number was said
	Share  string `json:"share,omitempty"`  // or at least this part of all there are: "2/3", "1/1"; ">1/2" for more than half
}

// mostInGoal is more recommendations than any day can decide.
const mostInGoal = 999

// shareForm is the form of a share.
var shareForm = regexp.MustCompile(`^>?[1-9][0-9]{0,2}/[1-9][0-9]{0,2}$`)

// check refuses a goal that nothing could reach, or that is reached by nothing.
func (g *Goal) check() error {
	if g == nil {
		return nil
	}
	if g.Share != "" {
		num, den, over := g.fraction()
		if !shareForm.MatchString(g.Share) || num > den || over && num == den || g.Agreed != 0 || g.Of != 0 {
			return refuse("workshop.goal", "value", g.Share)
		}
		return nil
	}
	if g.Agreed < 1 || g.Agreed > mostInGoal || g.Of != 0 && g.Of < g.Agreed || g.Of > mostInGoal {
		return refuse("workshop.goal", "value", fmt.Sprintf("%d/%d", g.Agreed, g.Of))
	}
	return nil
}

// fraction reads the share; over says that it must be exceeded.
func (g *Goal) fraction() (num, den int, over bool) {
	text, over := strings.CutPrefix(g.Share, ">")
	a, b, _ := strings.Cut(text, "/")
	num, _ = strconv.Atoi(a) // the form was checked
	den, _ = strconv.Atoi(b)
	return num, den, over
}

// Needed is how many must be agreed when there are total recommendations: one
// at least, for nothing agreed reaches no goal.
func (g *Goal) Needed(total int) int {
	if g.Share == "" {
		return g.Agreed
	}
	num, den, over := g.fraction()
	if over {
		return total*num/den + 1
	}
	return max(1, (total*num+den-1)/den)
}

// Progress is how far a workshop has come towards its goal.
type Progress struct {
	Needed int // agreed recommendations that reach it
	Agreed int // those that stand as agreed, dissent recorded or not
	Of     int // recommendations that the goal speaks of
}

// Reached says that enough is agreed.
func (p Progress) Reached() bool { return p.Agreed >= p.Needed }

// Progress counts the agreed recommendations against the goal; false when the
// organiser set none. A decision stands as agreed only when every condition of
// the accepting party held (RecordDecision), so whatever the room agreed, with
// recorded dissent or without, the accepting party agreed to.
func (s *State) Progress() (Progress, bool) {
	g := s.Settings.Goal
	if g == nil {
		return Progress{}, false
	}
	total := len(s.Recommendations)
	p := Progress{Needed: g.Needed(total), Of: total}
	if g.Of > 0 {
		p.Of = g.Of
	}
	for _, r := range s.Recommendations {
		if d := r.Decision(); d != nil && d.Agreed() {
			p.Agreed++
		}
	}
	return p, true
}
