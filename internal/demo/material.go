// Package demo holds the material of the demonstration: draft recommendations
// and statements that were written for it, and evidence with sources. None of it
// belongs to the real project; whoever shows it must say so.
package demo

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"sala.example/internal/workshop"
)

//go:embed recommendations.json
var recommendations []byte

//go:embed evidence.json
var evidence []byte

// Recommendation is a draft in both languages. SeedRatings are the medians that
// simulated participants gather around; 0 when the file names none.
type Recommendation struct {
	ID          string      `json:"id"`
	English     string      `json:"text_en"`
	Thai        string      `json:"text_th"`
	Owner       string      `json:"proposed_owner"`
	EvidenceIDs []string    `json:"evidence"`
	SeedRatings SeedRatings `json:"seed_ratings"`
}

// SeedRatings are medians on the 1-9 scales.
type SeedRatings struct {
	Feasible   int `json:"feasibility_median_1_9"`
	Acceptable int `json:"acceptability_median_1_9"`
}

// Evidence is one sourced fact.
type Evidence struct {
	ID        string `json:"id"`
	Statement string `json:"statement_en"`
	Gender    string `json:"gender"`
	Source    struct {
		Title string `json:"title"`
		URL   string `json:"url"`
	} `json:"source"`
}

// Recommendations are those that ship with the program.
func Recommendations() ([]Recommendation, error) {
	return ReadRecommendations(bytes.NewReader(recommendations))
}

// AllEvidence is the evidence that ships with the program.
func AllEvidence() ([]Evidence, error) { return ReadEvidence(bytes.NewReader(evidence)) }

// ReadRecommendations reads {"recommendations": […]}: one or more, each with a
// text in at least one language.
func ReadRecommendations(r io.Reader) ([]Recommendation, error) {
	var file struct {
		Recommendations []Recommendation `json:"recommendations"`
	}
	if err := json.NewDecoder(r).Decode(&file); err != nil {
		return nil, fmt.Errorf("read recommendations: %w", err)
	}
	if len(file.Recommendations) == 0 {
		return nil, errors.New("read recommendations: the file has none under \"recommendations\"")
	}
	for i, rec := range file.Recommendations {
		if rec.English == "" && rec.Thai == "" {
			return nil, fmt.Errorf("read recommendations: number %d has neither text_en nor text_th", i+1)
		}
	}
	return file.Recommendations, nil
}

// ReadEvidence reads {"evidence": […]}.
func ReadEvidence(r io.Reader) ([]Evidence, error) {
	var file struct {
		Evidence []Evidence `json:"evidence"`
	}
	if err := json.NewDecoder(r).Decode(&file); err != nil {
		return nil, fmt.Errorf("read evidence: %w", err)
	}
	return file.Evidence, nil
}

// Text is the recommendation in the languages it has.
func (r Recommendation) Text() workshop.Text { return inBoth(r.English, r.Thai) }

// inBoth leaves out a language without words.
func inBoth(english, thai string) workshop.Text {
	text := workshop.Text{}
	if english != "" {
		text["en"] = english
	}
	if thai != "" {
		text["th"] = thai
	}
	return text
}

// Evidence gives the facts that the recommendation names, in its order.
func (r Recommendation) Evidence(all []Evidence) []workshop.Evidence {
	var found []workshop.Evidence
	for _, id := range r.EvidenceIDs {
		i := slices.IndexFunc(all, func(e Evidence) bool { return e.ID == id })
		if i < 0 {
			continue
		}
		e := all[i]
		if e.Gender == "not stated" {
			e.Gender = ""
		}
		found = append(found, workshop.Evidence{
			ID: e.ID, Statement: workshop.Text{"en": e.Statement}, Source: e.Source.Title, URL: e.Source.URL, Gender: e.Gender,
		})
	}
	return found
}
