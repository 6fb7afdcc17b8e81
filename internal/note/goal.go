package note

import (
	"slices"
	"strings"
)

// Goal is an expected output that can be checked: how many recommendations are to be agreed, and by whom. Either Agreed is
// set, or Share where the note gives a part of a total that it does not name.
type Goal struct {
	Agreed int    `json:"agreed,omitempty"` // at least so many
	Of     int    `json:"of,omitempty"`     // of so many; 0 when the note does not say
	Share  string `json:"share,omitempty"`  // at least such a part of all there are: "2/3", "4/5", "1/1" for all; ">1/2" for more than half
	By     string `json:"by,omitempty"`     // who agrees, as the note names them
}

// goalSentence is a sentence about agreeing on recommendations, and its line.
type goalSentence struct {
	reader goalReader
	line   int
}

// mostGoalSentences and longestGoalSentence (bytes) bound the work on a text that is no note.
const (
	mostGoalSentences   = 40
	longestGoalSentence = 800
)

// readGoal looks for the goal in the expected output. A sentence that speaks of agreeing on recommendations and gives no
// number, or gives one that can be read in two ways, becomes a doubt.
func readGoal(n *Note, contents map[section][]entry, doc document) {
	var found []Goal
	sentences := goalSentences(contents, doc)
	for _, s := range sentences {
		goal, certain := s.reader.goal()
		switch {
		case goal == nil && certain:
			continue // said without a number; perhaps another sentence has one
		case !certain:
			n.warn(CodeGoalUnclear, s.line, "written", shownGoal(s.reader.text))
		}
		if goal != nil && !slices.ContainsFunc(found, func(g Goal) bool { return g.same(*goal) }) {
			found = append(found, *goal)
		}
		if len(found) == 2 {
			n.warn(CodeGoalTwice, s.line, "written", shownGoal(s.reader.text))
			return
		}
	}
	if len(found) == 1 {
		n.Goal = &found[0]
		return
	}
	warnWithoutNumber(n, sentences)
}

// warnWithoutNumber asks for the number that the expected output leaves open, unless a doubt was raised already.
func warnWithoutNumber(n *Note, sentences []goalSentence) {
	unclear := slices.ContainsFunc(n.Warnings, func(w Warning) bool { return w.Code == CodeGoalUnclear })
	if len(sentences) == 0 || unclear {
		return
	}
	for _, s := range sentences {
		if by := s.reader.party(); by != "" {
			n.warn(CodeGoalNumberBy, s.line, "by", by)
			return
		}
	}
	n.warn(CodeGoalNumber, sentences[0].line)
}

// same compares what is to be reached, not who is named.
func (g Goal) same(other Goal) bool {
	return g.Agreed == other.Agreed && g.Share == other.Share && (g.Of == other.Of || g.Of == 0 || other.Of == 0)
}

func shownGoal(s string) string {
	if short := cutRunes(s, 120); short != s {
		return short + "…"
	}
	return s
}

// goalSentences takes the section of the expected output, else the sentence that names it anywhere outside the programme.
func goalSentences(contents map[section][]entry, doc document) []goalSentence {
	var found []goalSentence
	for _, e := range contents[secOutput] {
		found = addGoalSentences(found, e.text, e.line)
	}
	if len(contents[secOutput]) > 0 {
		return found
	}
	for _, tok := range doc.tokens {
		if tok.kind == tokText && outputSentence(tok.text) != "" {
			return addGoalSentences(nil, tok.text, tok.line.no)
		}
	}
	return nil
}

// addGoalSentences adds the sentences of a text that speak of recommendations and of agreeing.
func addGoalSentences(list []goalSentence, text string, line int) []goalSentence {
	for _, s := range sentencesOf(text) {
		if len(list) == mostGoalSentences {
			break
		}
		if r, ok := newGoalReader(s); ok {
			list = append(list, goalSentence{r, line})
		}
	}
	return list
}

// sentencesOf cuts at full stops that end a word, and at semicolons.
func sentencesOf(text string) []string {
	var list []string
	for _, part := range strings.Split(text, ";") {
		for part != "" {
			end := strings.Index(part, ". ")
			if end < 0 {
				end = len(part)
			}
			if s := strings.Trim(part[:end], " ."); s != "" && len(s) <= longestGoalSentence {
				list = append(list, joinSpace(s))
			}
			part = strings.TrimLeft(part[end:], ". ")
		}
	}
	return list
}
