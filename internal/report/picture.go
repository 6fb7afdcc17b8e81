package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sala.example/internal/chart"
	"sala.example/internal/locale"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// Widths of pictures, in CSS pixels.
const (
	wide   = 900 // two criteria side by side
	narrow = 400 // a phone
)

// Picture draws one result by role group, two criteria side by side, with
// labels in lang and disagreement marked in words. It shows the cells of the
// tally and their sum, nothing smaller.
func Picture(s *workshop.State, round *workshop.Round, result *workshop.Result, lang string) chart.Drawing {
	return picture(s, round, result, lang, onScreen)
}

// TallPicture is Picture for a phone: the criteria one above the other, with a
// hidden mark for the reader's own rating on each.
func TallPicture(s *workshop.State, round *workshop.Round, result *workshop.Result, lang string) chart.Drawing {
	return picture(s, round, result, lang, onPhone)
}

// frame is where a picture of ratings is shown.
type frame struct {
	width   float64
	columns int
	own     bool // one reader only: it may have marks of their own rating
}

var (
	onPaper  = frame{width: wide, columns: 3}
	onScreen = frame{width: wide, columns: 2}
	onPhone  = frame{width: narrow, columns: 1, own: true}
)

// mark names the mark of one's own rating on a criterion.
func (f frame) mark(criterion string) string {
	if !f.own {
		return ""
	}
	return criterion
}

func picture(s *workshop.State, round *workshop.Round, result *workshop.Result, lang string, f frame) chart.Drawing {
	in := chart.Distributions{
		Title: pictureTitle(s, round, result, lang), MedianWord: locale.Say(lang, "report.median"),
		OwnWord: locale.Say(lang, "opinion.you"), Width: f.width, Columns: f.columns,
	}
	var desc []string
	for _, c := range result.Tally.Criteria {
		panel := chart.CriterionRows{Label: locale.Say(lang, "gate.criterion-"+c.Criterion), Own: f.mark(c.Criterion)}
		for _, row := range rowsOf(s, c, round.Gate.Convention, lang) {
			panel.Rows = append(panel.Rows, row.Row)
			desc = append(desc, panel.Label+", "+row.sentence(lang))
		}
		in.Criteria = append(in.Criteria, panel)
	}
	in.Desc = strings.Join(desc, "; ")
	return chart.Distribution(in)
}

func pictureTitle(s *workshop.State, round *workshop.Round, result *workshop.Result, lang string) string {
	number := "–"
	if r := s.Recommendation(result.Recommendation); r != nil {
		number = fmt.Sprint(r.Number)
	}
	return locale.Say(lang, "report.picture-title", "n", number, "round", fmt.Sprint(round.Number))
}

// shownRow is a row of the picture with the figures behind it.
type shownRow struct {
	chart.Row
	summary rating.Summary
}

// rowsOf is the room and then every cell that may be shown. A criterion with
// no such cell has no rows.
func rowsOf(s *workshop.State, c rating.CriterionTally, convention rating.Convention, lang string) []shownRow {
	if len(c.Cells) == 0 {
		return nil
	}
	rows := []shownRow{newRow(locale.Say(lang, "common.room"), c.Room(), convention, lang)}
	for _, cell := range inOrder(s, c.Cells) {
		label := s.GroupName(cell.Name(), lang)
		if cell.Name() == rating.Others {
			label = others(lang)
		}
		rows = append(rows, newRow(label, cell.Counts, convention, lang))
	}
	return rows
}

// inOrder puts cells in the order of the workshop's role groups, merged ones
// last.
func inOrder(s *workshop.State, cells []rating.Cell) []rating.Cell {
	place := func(c rating.Cell) int {
		i := slices.IndexFunc(s.Settings.RoleGroups, func(g workshop.RoleGroup) bool { return g.ID == c.Name() })
		if i < 0 {
			return len(s.Settings.RoleGroups)
		}
		return i
	}
	return slices.SortedStableFunc(slices.Values(cells), func(x, y rating.Cell) int { return cmp.Compare(place(x), place(y)) })
}

func newRow(label string, counts rating.Counts, convention rating.Convention, lang string) shownRow {
	summary := rating.Summarise(counts, convention)
	row := chart.Row{Label: label, Counts: counts, Median: summary.Median}
	if summary.Disagrees() {
		row.Note = locale.Say(lang, "report.disagreement")
	}
	return shownRow{Row: row, summary: summary}
}

// sentence is a row for a reader who cannot see the picture.
func (r shownRow) sentence(lang string) string {
	said := locale.Say(lang, "report.picture-row", "group", r.Label, "n", fmt.Sprint(r.summary.N), "median", number(r.Median))
	if r.Note != "" {
		said += ", " + r.Note
	}
	return said
}

// PlanePicture draws every rated recommendation at the accepting party's two
// medians, on the newest result; those of which they cannot be shown are left
// out.
func PlanePicture(s *workshop.State, lang string) chart.Drawing {
	party := s.AcceptingName(lang)
	in := chart.Medians{
		Title:  locale.Say(lang, "report.plane-title", "party", party),
		XLabel: locale.Say(lang, "gate.criterion-feasible"), YLabel: locale.Say(lang, "gate.criterion-acceptable"),
		Bound: rating.Default().Median,
	}
	var desc []string
	for _, p := range planePoints(s) {
		in.Points = append(in.Points, chart.MedianPoint{Label: fmt.Sprint(p.number), X: p.feasible, Y: p.acceptable, Held: p.held, From: p.from})
		in.Bound = p.bound
		desc = append(desc, fmt.Sprintf("%d: %s, %s", p.number, number(p.feasible), number(p.acceptable)))
	}
	in.CornerLabel = locale.Say(lang, "report.plane-corner", "bound", number(in.Bound))
	in.Desc = strings.Join(desc, "; ")
	return chart.Plane(in)
}

// planePoint is where a recommendation stands on the plane.
type planePoint struct {
	number               int
	feasible, acceptable float64
	bound                float64
	held                 bool         // the whole gate
	from                 *chart.Point // the medians of the result before, if there was one
}

func planePoints(s *workshop.State) []planePoint {
	var points []planePoint
	for _, r := range s.Recommendations {
		results := resultsOf(s, r.ID)
		if len(results) == 0 {
			continue
		}
		last := results[len(results)-1]
		at, shown := partyMedians(s, last)
		if !shown {
			continue
		}
		point := planePoint{
			number: r.Number, feasible: at.X, acceptable: at.Y, bound: last.round.Gate.Median,
			held: s.Check(last.round, last.result).Suggested == rating.Agreed,
		}
		if len(results) > 1 {
			if from, shown := partyMedians(s, results[len(results)-2]); shown {
				point.from = &from
			}
		}
		points = append(points, point)
	}
	return points
}

// partyMedians are the accepting party's, feasible and acceptable.
func partyMedians(s *workshop.State, rated ratedIn) (at chart.Point, shown bool) {
	feasible, ok1 := partyMedian(s, rated.round, rated.result, rating.Feasible)
	acceptable, ok2 := partyMedian(s, rated.round, rated.result, rating.Acceptable)
	return chart.Point{X: feasible, Y: acceptable}, ok1 && ok2
}

func partyMedian(s *workshop.State, round *workshop.Round, result *workshop.Result, criterion string) (median float64, shown bool) {
	c, _ := result.Tally.Criterion(criterion)
	cell, shown := c.Cell(s.Settings.AcceptingParty)
	if !shown {
		return 0, false
	}
	return rating.Summarise(cell.Counts, round.Gate.Convention).Median, true
}
