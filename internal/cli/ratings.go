package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"sala.example/internal/rating"
)

type ratingCommand struct {
	File       string `arg:"" help:"CSV with the columns rater, group, item, criterion, round, value."`
	JSON       bool   `name:"json" help:"Print everything as JSON."`
	Convention int    `name:"percentile-type" default:"7" help:"How percentiles are computed: Hyndman and Fan's type, 1 to 9."`
	ShowSmall  bool   `name:"show-small" help:"Also show role groups of fewer than three raters, for the analyst's eyes only."`
}

// Run analyses a panel that never saw Sala.
func (c *ratingCommand) Run(s streams) error {
	options := rating.Options{Convention: rating.Convention(c.Convention), ShowSmall: c.ShowSmall}
	if err := options.Convention.Check(); err != nil {
		return err
	}
	f, err := os.Open(c.File)
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := rating.ReadCSV(f)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	report := rating.Analyse(rows, options)
	if c.JSON {
		return printJSON(s.out, report)
	}
	return printRatings(s.out, report)
}

// printRatings is a table with a row for the room and one for each group.
func printRatings(w io.Writer, report rating.Report) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "item\tcriterion\tround\tgroup\tn\tmedian\tp30\tp70\tDI\tverdict")
	for _, item := range report.Items {
		for _, criterion := range item.Criteria {
			for _, round := range criterion.Rounds {
				head := fmt.Sprintf("%s\t%s\t%d", item.Item, criterion.Criterion, round.Round)
				printSummary(t, head+"\troom", &round.Room)
				for _, group := range round.Groups {
					printSummary(t, head+"\t"+strings.Join(group.Groups, "+"), group.Summary)
				}
			}
		}
	}
	return t.Flush()
}

func printSummary(w io.Writer, head string, s *rating.Summary) {
	if s == nil || s.N == 0 {
		fmt.Fprintf(w, "%s\tnot shown\t\t\t\t\t\n", head)
		return
	}
	fmt.Fprintf(w, "%s\t%d\t%g\t%g\t%g\t%.2f\t%s\n", head, s.N, s.Median, s.P30, s.P70, s.DI, s.Verdict)
}
