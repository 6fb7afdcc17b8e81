// Package board holds the templates of framing boards: the domains into which
// a breakout group sorts its cards. Each names its source.
package board

import (
	_ "embed"
	"encoding/json"
	"slices"
	"sync"
)

//go:embed templates.json
var data []byte

// Template is a board: domains in a fixed order, named per language.
type Template struct {
	ID      string            `json:"id"`
	Name    map[string]string `json:"name"`
	Source  string            `json:"source"`
	Domains []Domain          `json:"domains"`
}

// Domain is one field of a board.
type Domain struct {
	ID   string            `json:"id"`
	Name map[string]string `json:"name"`
}

var templates = sync.OnceValue(func() []Template {
	var list []Template
	if err := json.Unmarshal(data, &list); err != nil {
		panic(err) // compiled in, and read by a test
	}
	return list
})

// Templates lists every template, the default first.
func Templates() []Template { return slices.Clone(templates()) }

// ByID finds a template.
func ByID(id string) (Template, bool) {
	for _, t := range templates() {
		if t.ID == id {
			return t, true
		}
	}
	return Template{}, false
}
