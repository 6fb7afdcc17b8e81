package report

import (
	"fmt"
	"strings"

	"sala.example/internal/chart"
	"sala.example/internal/locale"
	"sala.example/internal/opinion"
)

// OpinionPicture draws an opinion map with labels in lang: the groups as discs,
// which tell nobody's place, and the statements that are told of. place is the
// reader's own, nil for none; nobody else may be given that picture.
func OpinionPicture(o *opinion.Outcome, lang string, place *opinion.Point, narrowScreen bool) chart.Drawing {
	in := opinionMap(o, lang)
	if narrowScreen {
		in.Width = narrow
	}
	if place != nil {
		in.Own = &chart.Point{X: place[0], Y: place[1]}
	}
	return chart.Opinions(in)
}

// ProjectorOpinion is OpinionPicture for the projector: it has the shape of the
// room that it stands in, and few units, so that its letters are large.
func ProjectorOpinion(o *opinion.Outcome, lang string) chart.Drawing {
	in := opinionMap(o, lang)
	in.Width, in.Height = projectorMap, projectorMap/projectorShape
	return chart.Opinions(in)
}

// projectorMap is how wide the map is on the projector.
const projectorMap = 340

func opinionMap(o *opinion.Outcome, lang string) chart.OpinionMap {
	in := chart.OpinionMap{Title: locale.Say(lang, "opinion.title"), OwnWord: locale.Say(lang, "opinion.you")}
	var desc []string
	for g, group := range o.Groups {
		in.Groups = append(in.Groups, chart.OpinionGroup{
			Label: opinion.GroupName(g), Size: group.Size, Spread: group.Spread, Centre: chart.Point{X: group.Centre[0], Y: group.Centre[1]},
		})
		desc = append(desc, locale.Say(lang, "opinion.group", "name", opinion.GroupName(g))+" "+locale.Say(lang, "opinion.group-size", "n", fmt.Sprint(group.Size)))
	}
	in.Desc = strings.Join(desc, ", ")
	numbers := o.Numbers()
	for _, s := range o.Statements {
		if n := numbers[s.ID]; n > 0 {
			in.Statements = append(in.Statements, chart.OpinionStatement{At: chart.Point{X: s.At[0], Y: s.At[1]}, Label: fmt.Sprint(n)})
		}
	}
	return in
}
