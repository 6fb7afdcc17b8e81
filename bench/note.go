package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"sala.example/internal/note"
)

const (
	notePages    = 20
	linesOnAPage = 40
	noteRuns     = 15
)

// benchNote: a programme of twenty pages is understood.
func benchNote(_ context.Context, _ *lab) (any, error) {
	text, want := longProgramme()
	var times []float64
	items := 0
	for range noteRuns {
		began := time.Now()
		n, err := note.Parse(text)
		if err != nil {
			return nil, err
		}
		times = append(times, milliseconds(time.Since(began)))
		items = len(n.Items())
	}
	if items == 0 {
		return nil, errors.New("no item was understood")
	}
	return map[string]any{
		"pages": notePages, "lines": strings.Count(text, "\n"), "characters": len([]rune(text)),
		"items": items, "items_written": want, "parse_ms": round(median(times)),
	}, nil
}

// longProgramme writes days of items in several hands: dashes and dots in
// times, am and pm, speakers and parts below.
func longProgramme() (text string, items int) {
	var b strings.Builder
	b.WriteString("Workshop on the education of migrant children\nVenue: Meeting room 1\n")
	kinds := []string{"Presentation of findings", "Questions and answers", "Group work on the framework", "Coffee break", "Reflection"}
	for line, day := 0, 0; line < notePages*linesOnAPage; day++ {
		fmt.Fprintf(&b, "\nDay %d: %d September 2014\n", day+1, day+1)
		line += 2
		for hour := 9; hour < 17; hour++ {
			title := fmt.Sprintf("%s, part %d", kinds[(hour+day)%len(kinds)], day+1)
			form := []string{"%d:00-%d:30 %s\n", "%d.00 - %d.30 %s\n"}[(hour+day)%2]
			fmt.Fprintf(&b, form, hour, hour, title)
			fmt.Fprintf(&b, "By Participant %d, Organisation %d\n", hour, day+1)
			fmt.Fprintf(&b, "%d:30-%d:00 Discussion of topic %d\n", hour, hour+1, hour*10+day)
			items, line = items+2, line+3
		}
	}
	return b.String(), items
}
