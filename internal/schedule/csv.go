package schedule

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"sala.example/internal/note"
)

// CSV writes the programme as a table that Sala reads back to the letter:
// date, start, end (empty: open), one title column for each language, kind,
// room, speakers and parts (as note.JoinPeople and note.JoinSubitems write
// them), decides ("yes" or empty) and uid. It begins with a byte order mark, so that
// spreadsheets see that it is UTF-8.
func CSV(p Plan) ([]byte, error) {
	langs := p.languages()
	header := []string{"date", "start", "end"}
	for _, lang := range langs {
		header = append(header, "title_"+lang)
	}
	header = append(header, "kind", "room", "speakers", "parts", "decides", "uid")
	rows := [][]string{header}
	for _, item := range p.Items {
		rows = append(rows, p.row(item, langs))
	}
	var out bytes.Buffer
	out.WriteString("\uFEFF")
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	if err := w.WriteAll(rows); err != nil {
		return nil, fmt.Errorf("write programme: %w", err)
	}
	return out.Bytes(), nil
}

func (p Plan) row(item Item, langs []string) []string {
	end := ""
	if !item.End.IsZero() {
		end = item.End.Format("15:04")
	}
	row := []string{item.Start.Format(time.DateOnly), item.Start.Format("15:04"), end}
	for _, lang := range langs {
		row = append(row, plain(item.Titles[lang]))
	}
	decides := ""
	if item.Decides {
		decides = "yes"
	}
	return append(row, item.Kind, plain(item.Room), plain(note.JoinPeople(notePeople(item.Speakers))), plain(parts(item)), decides, item.ID)
}

// parts are the parts of an item in one cell, with their people.
func parts(item Item) string {
	var all []note.Subitem
	for _, part := range item.Parts {
		all = append(all, note.Subitem{Title: part.Title, Speakers: notePeople(part.Speakers)})
	}
	return note.JoinSubitems(all)
}

func notePeople(people []Person) []note.Person {
	var all []note.Person
	for _, p := range people {
		all = append(all, note.Person{Name: p.Name, Affiliation: p.Affiliation})
	}
	return all
}

// plain keeps a spreadsheet from carrying out what begins like a formula
// (OWASP, "CSV injection"). Readers take the apostrophe off again.
func plain(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

// languages are those of the titles, the plan's own first.
func (p Plan) languages() []string {
	found := map[string]bool{}
	for _, item := range p.Items {
		for lang := range item.Titles {
			found[lang] = true
		}
	}
	delete(found, p.Lang)
	return append([]string{p.Lang}, slices.Sorted(maps.Keys(found))...)
}
