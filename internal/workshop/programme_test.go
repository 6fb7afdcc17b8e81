package workshop

import (
	"testing"
	"time"
)

func TestStartSessionFinishesWhatRuns(t *testing.T) {
	r := newRoom(t)
	r.do(chair, &StartSession{Session: "s1"})
	r.later(40*time.Minute).do(chair, &StartSession{Session: "s2"})

	first, second := r.s.Session("s1"), r.s.Session("s2")
	if !first.Started.Equal(morning) || !first.Finished.Equal(r.now) {
		t.Errorf("first item from %v to %v", first.Started, first.Finished)
	}
	if !second.Running() || !second.Started.Equal(r.now) {
		t.Errorf("second item started %v", second.Started)
	}
}

func TestParallelSessionsRunSideBySide(t *testing.T) {
	r := emptyRoom(t)
	c := sampleCreate()
	c.Programme[2].Start, c.Programme[2].End = c.Programme[1].Start, c.Programme[1].End
	r.do(organiser, c)
	r.do(chair, &StartSession{Session: "s2"})
	r.do(chair, &StartSession{Session: "s3"})
	if !r.s.Session("s2").Running() || !r.s.Session("s3").Running() {
		t.Error("parallel items do not both run")
	}
	events := r.do(chair, &StartSession{Session: "s4"})
	equal(t, "events", kinds(events), []string{"session.finished", "session.finished", "session.started"})
}

func TestSessionRefusals(t *testing.T) {
	r := newRoom(t)
	r.refused(chair, &StartSession{Session: "s9"}, "session.unknown")
	r.refused(chair, &FinishSession{Session: "s9"}, "session.unknown")
	r.refused(chair, &FinishSession{Session: "s1"}, "session.not-running")
	r.do(chair, &StartSession{Session: "s1"})
	r.refused(chair, &StartSession{Session: "s1"}, "session.already-started")
	r.do(chair, &FinishSession{Session: "s1"})
	r.refused(chair, &FinishSession{Session: "s1"}, "session.not-running")
	r.refused(chair, &StartSession{Session: "s1"}, "session.already-started")
}

func TestReplanKeepsTheFirstPlan(t *testing.T) {
	r := newRoom(t)
	r.do(chair, &Replan{Moves: []Move{{Session: "s3", Start: "10:15", End: "10:30"}, {Session: "s5", Start: "11:30", End: ""}}})
	r.do(chair, &Replan{Moves: []Move{{Session: "s3", Start: "10:20", End: "10:30"}}})
	moved := r.s.Session("s3")
	if moved.Start != "10:20" || moved.End != "10:30" || *moved.Planned != (Slot{"10:00", "10:30"}) {
		t.Errorf("moved to %s-%s, planned %v", moved.Start, moved.End, moved.Planned)
	}
	if open := r.s.Session("s5"); open.End != "" || *open.Planned != (Slot{"11:30", "12:00"}) {
		t.Errorf("open end: %q, planned %v", open.End, open.Planned)
	}
	if r.s.Session("s4").Planned != nil {
		t.Error("an item that was not moved has an earlier plan")
	}
}

// One bad move stops them all.
func TestReplanRefusals(t *testing.T) {
	r := newRoom(t)
	good := Move{Session: "s4", Start: "10:40", End: "11:30"}
	r.refused(chair, &Replan{}, "programme.nothing-to-move")
	r.refused(chair, &Replan{Moves: []Move{good, {Session: "s9", Start: "10:00", End: "10:10"}}}, "session.unknown")
	r.refused(chair, &Replan{Moves: []Move{good, {Session: "s5", Start: "11:30", End: "11:00"}}}, "session.end-before-start")
	r.refused(chair, &Replan{Moves: []Move{good, {Session: "s5", Start: "half past", End: "11:00"}}}, "session.not-a-time")
	r.refused(chair, &Replan{Moves: []Move{good, {Session: "s5", Start: "23:30", End: "24:10"}}}, "session.not-a-time")
	r.do(chair, &StartSession{Session: "s1"})
	r.do(chair, &FinishSession{Session: "s1"})
	r.refused(chair, &Replan{Moves: []Move{good, {Session: "s1", Start: "09:00", End: "09:10"}}}, "session.already-started")
	if r.s.Session("s4").Planned != nil {
		t.Error("a refused re-plan moved an item")
	}
}

// The rule: items that have not begun.
func TestReplanLeavesTheRunningItemAlone(t *testing.T) {
	r := newRoom(t)
	r.do(chair, &StartSession{Session: "s2"})
	r.refused(chair, &Replan{Moves: []Move{{Session: "s2", Start: "09:30", End: "10:00"}}}, "session.already-started")
}
