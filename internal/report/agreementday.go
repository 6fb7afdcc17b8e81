package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"sala.example/internal/chart"
	"sala.example/internal/document"
	"sala.example/internal/locale"
	"sala.example/internal/workshop"
)

// dayStandings are the layers of the picture, from below.
func dayStandings() []string {
	return []string{workshop.Agreed, workshop.AgreedWithDissent, workshop.Revise, workshop.RejectedOutcome}
}

// agreementDay is the picture of one day, given as 2014-09-23, with the decisions
// as its table, or nothing when nothing was decided on it.
func (b *builder) agreementDay(date string) []document.Block {
	moments := momentsOf(b.s, date)
	if len(moments) == 0 {
		return nil
	}
	t := &document.Table{
		Header: []string{b.say("col-time"), b.say("col-recommendation"), b.say("col-outcome")},
		Widths: []float64{15, 60, 25}, Align: []document.Align{document.Start, document.Start, document.Start},
	}
	for _, m := range moments {
		said := b.say("reopened")
		if m.outcome != "" {
			said = locale.Say(b.lang, "common.state."+m.outcome)
		}
		t.Rows = append(t.Rows, []document.Cell{text(b.clock(m.at)), text(b.nameOf(m.number)), text(said)})
	}
	return b.part(b.say("heading-day-picture"), document.Figure{Drawing: dayPicture(b.s, date, b.lang, false), Caption: b.say("day-caption"), Table: t})
}

// moment is a decision, or its reopening: then outcome is empty.
type moment struct {
	at      time.Time
	number  int
	outcome string
}

// momentsOf are those of one day, in order of time.
func momentsOf(s *workshop.State, date string) []moment {
	return slices.DeleteFunc(allMoments(s), func(m moment) bool { return dateOf(s, m.at) != date })
}

func allMoments(s *workshop.State) []moment {
	var all []moment
	for _, r := range s.Recommendations {
		for _, d := range r.Decisions {
			all = append(all, moment{d.At, r.Number, d.Outcome})
			if !d.Reopened.IsZero() {
				all = append(all, moment{d.Reopened, r.Number, ""})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y moment) int { return x.at.Compare(y.at) })
	return all
}

func dateOf(s *workshop.State, at time.Time) string { return at.In(s.Location()).Format(time.DateOnly) }

// DayPicture draws how the recommendations became agreed over one day, given as
// 2014-09-23, above its programme as it ran, or nothing (false) when nothing was
// decided on it. narrowScreen is for a phone.
func DayPicture(s *workshop.State, date, lang string, narrowScreen bool) (chart.Drawing, bool) {
	if len(momentsOf(s, date)) == 0 {
		return chart.Drawing{}, false
	}
	return dayPicture(s, date, lang, narrowScreen), true
}

func dayPicture(s *workshop.State, date, lang string, narrowScreen bool) chart.Drawing {
	in := chart.Day{
		Title: locale.Say(lang, "report.heading-day-picture"), Total: len(s.Recommendations), Width: wide,
		Rounds: dayRounds(s, date, lang), Items: dayItems(s, date, lang),
	}
	if narrowScreen {
		in.Width = narrow
	}
	in.Series, in.Desc = daySeries(s, date, lang)
	in.From, in.To = daySpan(in)
	return chart.Agreement(in)
}

// daySeries follows every recommendation; what was decided on an earlier day
// stands from midnight.
func daySeries(s *workshop.State, date, lang string) (series []chart.Standing, desc string) {
	var said []string
	for _, outcome := range dayStandings() {
		standing := chart.Standing{Label: locale.Say(lang, "common.state."+outcome)}
		now, count := map[int]string{}, 0
		for _, m := range allMoments(s) {
			day := dateOf(s, m.at)
			if day > date {
				break
			}
			now[m.number] = m.outcome
			minute := 0
			if day == date {
				minute = minuteOf(s, m.at)
			}
			if n := countOf(now, outcome); n != count {
				count = n
				standing.Steps = append(standing.Steps, chart.Step{Minute: minute, Count: n})
			}
		}
		if len(standing.Steps) > 0 {
			series = append(series, standing)
			said = append(said, fmt.Sprintf("%s: %d", standing.Label, count))
		}
	}
	return series, strings.Join(said, "; ")
}

func countOf(standing map[int]string, outcome string) int {
	n := 0
	for _, o := range standing {
		if o == outcome {
			n++
		}
	}
	return n
}

func dayRounds(s *workshop.State, date, lang string) []chart.DayRound {
	var rounds []chart.DayRound
	for _, r := range s.Rounds {
		if !r.Closed.IsZero() && dateOf(s, r.Closed) == date {
			rounds = append(rounds, chart.DayRound{
				Opened: minuteOf(s, r.Opened), Closed: minuteOf(s, r.Closed), Label: locale.Say(lang, "report.round-name", "n", fmt.Sprint(r.Number)),
			})
		}
	}
	return rounds
}

// dayItems are the items as they ran; those that did not, as they were planned.
func dayItems(s *workshop.State, date, lang string) []chart.DayItem {
	var items []chart.DayItem
	for _, p := range s.Programme {
		if p.Date != date {
			continue
		}
		from, to := minuteOnClock(p.Start), minuteOnClock(p.End)
		if !p.Started.IsZero() {
			from = minuteOf(s, p.Started)
		}
		if !p.Finished.IsZero() {
			to = minuteOf(s, p.Finished)
		}
		items = append(items, chart.DayItem{From: from, To: max(from, to), Label: p.Title.In(lang), Decides: p.Decides})
	}
	return items
}

// daySpan holds everything that happened, with a little room at the end.
func daySpan(in chart.Day) (from, to int) {
	var minutes []int
	for _, item := range in.Items {
		minutes = append(minutes, item.From, item.To)
	}
	for _, round := range in.Rounds {
		minutes = append(minutes, round.Opened, round.Closed)
	}
	for _, standing := range in.Series {
		for _, step := range standing.Steps {
			if step.Minute > 0 {
				minutes = append(minutes, step.Minute+5)
			}
		}
	}
	if len(minutes) == 0 {
		return 0, 24 * 60
	}
	return slices.Min(minutes), slices.Max(minutes)
}

func minuteOf(s *workshop.State, at time.Time) int {
	local := at.In(s.Location())
	return 60*local.Hour() + local.Minute()
}

// minuteOnClock reads a 24-hour clock, 0 for an open end.
func minuteOnClock(clock string) int {
	at, err := time.Parse("15:04", clock)
	if err != nil {
		return 0
	}
	return 60*at.Hour() + at.Minute()
}
