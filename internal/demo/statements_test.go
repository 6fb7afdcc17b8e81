package demo

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestShippedStatements(t *testing.T) {
	list, err := Statements()
	if err != nil || len(list) < 12 {
		t.Fatalf("%d statements, %v", len(list), err)
	}
	for _, s := range list {
		for _, text := range []string{s.English, s.Thai} {
			if text == "" || utf8.RuneCountInString(text) > longest {
				t.Errorf("no statement in a language, or too long: %q", text)
			}
		}
		for _, n := range s.AgreeOf10 {
			if n < 0 || n > 10 {
				t.Errorf("%q: %d of ten", s.English, n)
			}
		}
	}
}

// Statements on other recommendations hold those that are short enough, in each
// language for itself, and never more than a person has patience for.
func TestStatementsOn(t *testing.T) {
	long := strings.Repeat("ก", longest+1)
	list, err := StatementsOn([]Recommendation{{English: "Short."}, {English: long, Thai: long}, {English: "Other.", Thai: long}, {Thai: long[:3*longest]}, {English: " \n"}})
	if err != nil {
		t.Fatal(err)
	}
	var own []Statement
	for _, s := range list {
		if !s.General {
			own = append(own, s)
		}
	}
	if len(own) != 3 || len(own[0].Text()) != 1 || own[1].Thai != "" || own[2].Thai != long[:3*longest] {
		t.Errorf("got %+v", own)
	}
	if len(list) < len(own)+3 {
		t.Errorf("%d statements in all: the general ones are missing", len(list))
	}
	many, err := StatementsOn(make([]Recommendation, 0))
	if err != nil || len(many) == 0 {
		t.Errorf("without recommendations: %d statements, %v", len(many), err)
	}
	var forty []Recommendation
	for range 40 {
		forty = append(forty, Recommendation{English: "Short."})
	}
	if list, _ = StatementsOn(forty); len(list) != mostOn+len(many) {
		t.Errorf("%d statements on forty recommendations", len(list))
	}
}
