package report

import (
	"fmt"
	"strconv"
	"strings"

	"sala.example/internal/chart"
	"sala.example/internal/document"
	"sala.example/internal/locale"
	"sala.example/internal/rating"
	"sala.example/internal/workshop"
)

// bothCounts are the counts of two rounds under each other.
func (b *builder) bothCounts(before, after ratedIn) *document.Table {
	all := b.countsTable(before.round, before.result)
	all.Rows = nil
	for _, rated := range []ratedIn{after, before} {
		for _, row := range b.countsTable(rated.round, rated.result).Rows {
			name := b.say("round-name", "n", strconv.Itoa(rated.round.Number)) + ", "
			row[0].Runs = append(plain(name), row[0].Runs...)
			all.Rows = append(all.Rows, row)
		}
	}
	return all
}

// RoundsPicture draws a result against the one before it on the same
// recommendation, by role group, or nothing (false) when there was none before.
// On a phone it has hidden marks for the reader's own rating. It shows the cells
// of the tallies and their sums.
func RoundsPicture(s *workshop.State, round *workshop.Round, result *workshop.Result, lang string, phone bool) (chart.Drawing, bool) {
	earlier, was := s.ResultBefore(round, result.Recommendation)
	if was == nil {
		return chart.Drawing{}, false
	}
	f := onScreen
	if phone {
		f = onPhone
	}
	return roundsPicture(s, ratedIn{earlier, was}, ratedIn{round, result}, lang, f), true
}

func roundsPicture(s *workshop.State, before, after ratedIn, lang string, f frame) chart.Drawing {
	name := func(r ratedIn) string { return locale.Say(lang, "report.round-name", "n", fmt.Sprint(r.round.Number)) }
	in := chart.RoundPair{
		Title: pictureTitle(s, after.round, after.result, lang), Before: name(before), After: name(after),
		MedianWord: locale.Say(lang, "report.median"), OwnWord: locale.Say(lang, "opinion.you"), Width: f.width, Columns: f.columns,
	}
	var desc []string
	for _, now := range after.result.Tally.Criteria {
		was, _ := before.result.Tally.Criterion(now.Criterion)
		pair := chart.CriterionPair{Label: locale.Say(lang, "gate.criterion-"+now.Criterion), Own: f.mark(now.Criterion)}
		pair.Rows = pairRows(s, was, now, before, after, lang)
		for _, row := range pair.Rows {
			desc = append(desc, fmt.Sprintf("%s, %s: %s → %s", pair.Label, row.Label, medianOf(row.Before, row.MedianBefore), medianOf(row.After, row.MedianAfter)))
		}
		in.Criteria = append(in.Criteria, pair)
	}
	in.Desc = strings.Join(desc, "; ")
	return chart.Rounds(in)
}

// pairRows are the room and the cells of the later round, each with the earlier
// cell that holds the very same groups, if there is one.
func pairRows(s *workshop.State, was, now rating.CriterionTally, before, after ratedIn, lang string) []chart.PairRow {
	earlier, later := rowsOf(s, was, before.round.Gate.Convention, lang), rowsOf(s, now, after.round.Gate.Convention, lang)
	if len(later) == 0 {
		return nil
	}
	comparable := map[string]bool{}
	for _, shift := range compare(s, was, now, after.round).Groups {
		comparable[groupLabel(s, shift.Groups, lang)] = true
	}
	var rows []chart.PairRow
	for i, row := range later {
		old := shownRow{}
		if i == 0 || comparable[row.Label] {
			old = rowNamed(earlier, row.Label)
		}
		rows = append(rows, pairRow(old, row))
	}
	return rows
}

func pairRow(before, after shownRow) chart.PairRow {
	return chart.PairRow{
		Label: after.Label, Before: before.Counts, After: after.Counts,
		MedianBefore: before.Median, MedianAfter: after.Median, Note: after.Note,
	}
}

func rowNamed(rows []shownRow, label string) shownRow {
	for _, row := range rows {
		if row.Label == label {
			return row
		}
	}
	return shownRow{}
}

// medianOf is a dash where nobody rated.
func medianOf(counts rating.Counts, median float64) string {
	if counts.N() == 0 {
		return "–"
	}
	return number(median)
}
