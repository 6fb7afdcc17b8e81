package cli

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"

	"sala.example/internal/opinion"
)

type opinionCommand struct {
	Votes     string   `arg:"" help:"votes.csv or participants-votes.csv as Polis exports them."`
	Comments  string   `help:"Polis' comments.csv: statements with moderated -1 are left out of the map."`
	Meta      []string `help:"Numbers of statements about the voters themselves, also left out of the map." placeholder:"ID"`
	Resamples int      `default:"20" help:"Draws of the bootstrap that says how stable the groups are; 0 for none."`
	Seed      uint64   `default:"1" help:"Seed of the bootstrap."`
	JSON      bool     `name:"json" help:"Print everything as JSON."`
}

// Run maps the opinions of people who never saw Sala.
func (c *opinionCommand) Run(s streams) error {
	votes, err := readOpinion(c.Votes, opinion.ReadVotes)
	if err != nil {
		return err
	}
	if len(votes) == 0 {
		return fmt.Errorf("%s: there is no vote in it", c.Votes)
	}
	options := opinion.Options{Meta: c.Meta, Resamples: c.Resamples, Seed: c.Seed}
	if c.Comments != "" {
		comments, err := readOpinion(c.Comments, opinion.ReadComments)
		if err != nil {
			return err
		}
		options.Out = opinion.ModeratedOut(comments)
	}
	report := opinion.Analyse(votes, options)
	if c.JSON {
		return printJSON(s.out, report)
	}
	printOpinion(s.out, report)
	return nil
}

func readOpinion[T any](path string, read func(io.Reader) ([]T, error)) ([]T, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return rows, nil
}

func printOpinion(w io.Writer, r opinion.Report) {
	fmt.Fprintf(w, "%s, %s, %s\n", many(r.Voters, "person", "people"), many(r.Statements, "statement", "statements"), many(r.Votes, "vote", "votes"))
	for _, note := range r.Notes {
		fmt.Fprintf(w, "! %s\n", note)
	}
	fmt.Fprintf(w, "%s, silhouette %.2f", many(len(r.Groups), "group", "groups"), r.Silhouette)
	if r.Stability != nil {
		fmt.Fprintf(w, ", stability %.2f (%.2f–%.2f)", r.Stability.Mean, r.Stability.Low, r.Stability.High)
	}
	fmt.Fprintln(w)
	for _, g := range r.Groups {
		fmt.Fprintf(w, "group %d, %s: %s\n", g.ID, many(g.Size, "person", "people"), sides(r.Repness[fmt.Sprint(g.ID)]))
	}
	fmt.Fprintf(w, "most agree with: %s\nmost disagree with: %s\n", numbers(r.Consensus.Agree), numbers(r.Consensus.Disagree))
}

func many(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprint(n, " ", more)
}

// sides names the statements that set a group apart, with its side of each.
func sides(list []opinion.Representative) string {
	var parts []string
	for _, r := range list {
		parts = append(parts, fmt.Sprintf("%s %s (%d of %d)", r.RepfulFor, r.Statement, r.Successes, r.Trials))
	}
	return cmp.Or(strings.Join(parts, ", "), "–")
}

func numbers(list []opinion.Representative) string {
	var parts []string
	for _, r := range list {
		parts = append(parts, fmt.Sprintf("%s (%d of %d)", r.Statement, r.Successes, r.Trials))
	}
	return cmp.Or(strings.Join(parts, ", "), "–")
}
