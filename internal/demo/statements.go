package demo

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"sala.example/internal/workshop"
)

//go:embed statements.json
var statements []byte

// Camps is how many ways of thinking simulated participants have.
const Camps = 3

// Statement is a sentence to agree or disagree with. AgreeOf10 says how many of
// ten simulated participants of each camp agree. A general one suits any draft.
type Statement struct {
	English   string     `json:"text_en"`
	Thai      string     `json:"text_th"`
	AgreeOf10 [Camps]int `json:"agree_of_10"`
	General   bool       `json:"general"`
}

// Statements are those that ship with the program, for the recommendations that
// do.
func Statements() ([]Statement, error) {
	var file struct {
		Statements []Statement `json:"statements"`
	}
	if err := json.Unmarshal(statements, &file); err != nil {
		return nil, fmt.Errorf("read statements: %w", err)
	}
	return file.Statements, nil
}

// longest is how many letters a statement may have: the workshop takes no more.
const longest = 200

// mostOn is how many recommendations become statements: a person answers so
// many and the general ones in a few minutes.
const mostOn = 12

// leans are what camps think of recommendations that nobody described.
var leans = [][Camps]int{{9, 8, 9}, {9, 2, 7}, {2, 9, 8}, {9, 1, 3}, {3, 8, 1}}

// StatementsOn makes statements for other recommendations: their own texts, as
// far as they are short enough, and the general ones.
func StatementsOn(recommendations []Recommendation) ([]Statement, error) {
	shipped, err := Statements()
	if err != nil {
		return nil, err
	}
	var list []Statement
	for i, r := range recommendations {
		s := Statement{English: short(r.English), Thai: short(r.Thai), AgreeOf10: leans[i%len(leans)]}
		if len(s.Text()) > 0 && len(list) < mostOn {
			list = append(list, s)
		}
	}
	for _, s := range shipped {
		if s.General {
			list = append(list, s)
		}
	}
	return list, nil
}

// short is a text that may be a statement, else nothing.
func short(text string) string {
	if text = strings.TrimSpace(text); utf8.RuneCountInString(text) > longest {
		return ""
	}
	return text
}

// Text is the statement in the languages it has.
func (s Statement) Text() workshop.Text { return inBoth(s.English, s.Thai) }
