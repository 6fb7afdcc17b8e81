package main

import (
	"context"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"sala.example/internal/diff"
	"sala.example/internal/note/sample"
	"sala.example/internal/thai"
)

const (
	paragraph  = 17_880 // characters
	wordsRuns  = 30
	diffRuns   = 15
	editsApart = 400 // characters
)

// benchWords: Thai is cut into words, and two wordings of a long paragraph are
// compared.
func benchWords(_ context.Context, _ *lab) (any, error) {
	before := thaiParagraph()
	after, edits := edited(before)
	segmenter := thai.Default()
	var speed, times []float64
	for range wordsRuns {
		began := time.Now()
		if len(segmenter.Words(before)) < paragraph/20 {
			return nil, errors.New("the paragraph was not cut into words")
		}
		speed = append(speed, paragraph/time.Since(began).Seconds())
	}
	changes := 0
	for range diffRuns {
		began := time.Now()
		ops := diff.Words(before, after)
		times = append(times, milliseconds(time.Since(began)))
		changes = len(ops)
	}
	if changes < edits {
		return nil, errors.New("changes were not found")
	}
	return map[string]any{
		"characters": paragraph, "characters_per_second": round(median(speed)),
		"edits": edits, "pieces": changes, "diff_ms": round(median(times)),
	}, nil
}

// thaiParagraph is the sample note's Thai, as often as it takes, in one line.
func thaiParagraph() string {
	text := strings.Join(strings.Fields(sample.Thai), " ")
	var b strings.Builder
	for utf8.RuneCountInString(b.String()) < paragraph {
		b.WriteString(text + " ")
	}
	return string([]rune(b.String())[:paragraph])
}

// edited changes a word here and there.
func edited(text string) (after string, edits int) {
	runes := []rune(text)
	var b strings.Builder
	for at := 0; at < len(runes); at += editsApart {
		end := min(len(runes), at+editsApart)
		b.WriteString(string(runes[at:end]))
		if end < len(runes) {
			b.WriteString(" โดยเร็ว ")
			edits++
		}
	}
	return b.String(), edits
}
