package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"sala.example/internal/diff"
	"sala.example/internal/note"
)

type noteCommand struct {
	File string `arg:"" help:"Concept note or programme: text, Markdown, HTML, DOCX, ODT, PDF, XLSX, CSV or iCalendar."`
	JSON bool   `name:"json" help:"Print everything as JSON."`
	Lang string `default:"en" enum:"en,th" help:"Language of the warnings."`
}

// Run prints what was understood.
func (c *noteCommand) Run(s streams) error {
	n, err := readNote(c.File)
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(s.out, n)
	}
	printNote(s.out, n, c.Lang)
	return nil
}

func readNote(path string) (*note.Note, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return note.Read(f, path)
}

func printNote(w io.Writer, n *note.Note, lang string) {
	fmt.Fprintf(w, "%s\n%s\n", n.Title, n.Venue)
	for _, day := range n.Days {
		fmt.Fprintf(w, "\n%s\n", day.Date)
		for _, item := range day.Items {
			fmt.Fprintf(w, "  %5s–%-5s  %s\n", item.Start, item.End, item.Title)
			printPeople(w, item.Moderators)
			printPeople(w, item.Speakers)
			for _, sub := range item.Subitems {
				fmt.Fprintf(w, "               · %s\n", sub.Title)
				printPeople(w, sub.Speakers)
			}
		}
	}
	fmt.Fprintln(w)
	for _, warning := range n.Warnings {
		where := ""
		if warning.Line > 0 {
			where = fmt.Sprintf("line %d: ", warning.Line)
		}
		fmt.Fprintf(w, "! %s%s\n", where, warning.Message(lang))
	}
}

func printPeople(w io.Writer, people []note.Person) {
	for _, p := range people {
		fmt.Fprintf(w, "               %s\n", strings.TrimSuffix(p.Name+", "+p.Affiliation, ", "))
	}
}

type diffCommand struct {
	Old  string `arg:"" help:"File with the old text."`
	New  string `arg:"" help:"File with the new text."`
	JSON bool   `name:"json" help:"Print the operations as JSON."`
}

// Run prints the words that changed.
func (c *diffCommand) Run(s streams) error {
	before, err := readText(c.Old)
	if err != nil {
		return err
	}
	after, err := readText(c.New)
	if err != nil {
		return err
	}
	ops := diff.Words(before, after)
	if c.JSON {
		return printJSON(s.out, ops)
	}
	fmt.Fprintln(s.out, diff.Text(ops))
	return nil
}

// readText reads a text file in any encoding that a note may have; an empty
// file is an empty text.
func readText(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	text, err := note.Decode(f, path)
	if errors.Is(err, note.ErrEmpty) {
		return "", nil
	}
	return text, err
}

func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
