package web

import (
	"maps"
	"slices"
	"time"

	"sala.example/internal/board"
	"sala.example/internal/locale"
	"sala.example/internal/note"
	"sala.example/internal/workshop"
)

// propose makes the draft that the organiser then corrects: what the note says,
// and sensible beginnings for what it does not. Texts are in the note's own
// language; the other language waits for the organiser. They are as long as in
// the note: see fit.
func propose(n *note.Note, today time.Time) *Draft {
	d := &Draft{
		Title: say(n.Lang, n.Title), Place: say(n.Lang, n.Venue), Objective: say(n.Lang, n.Objective),
		ExpectedOutput: say(n.Lang, n.ExpectedOutput), Goal: proposeGoal(n.Goal), Background: say(n.Lang, n.Background),
		Organisers: sayEach(n.Lang, n.Organisers), Partners: sayEach(n.Lang, n.Partners), SubObjectives: []workshop.Text{}, IsDraft: n.Draft,
		Timezone: DefaultTimezone, Floor: n.Languages.Floor, Interpretation: n.Languages.Interpretation,
		RoleGroups: usualRoleGroups(), AcceptingParty: usualAcceptingParty,
		Items: []DraftItem{}, Recommendations: []DraftRecommendation{}, Groups: usualGroups(),
	}
	if d.Floor == "" {
		d.Floor = n.Lang
	}
	d.Required = requiredLanguages(d.Floor, d.Interpretation)
	for _, o := range n.SubObjectives {
		d.SubObjectives = append(d.SubObjectives, say(n.Lang, o))
	}
	for _, day := range n.Days {
		date := day.Date
		if date == "" {
			date = today.Format(time.DateOnly)
		}
		for _, item := range day.Items {
			d.Items = append(d.Items, proposeItem(n.Lang, date, item))
		}
	}
	return d
}

func proposeItem(lang, date string, item note.Item) DraftItem {
	d := DraftItem{
		Date: date, Start: item.Start.String(), End: item.End.String(), Title: sayIn(lang, item.Title, item.Titles),
		Kind: string(item.Kind), Room: item.Room, Decides: item.Kind == note.KindPresentation || item.Kind == note.KindDecision,
		Speakers: proposePeople(append(slices.Clone(item.Moderators), item.Speakers...)), SubItems: []DraftSubItem{},
	}
	if item.Decides != nil {
		d.Decides = *item.Decides
	}
	for _, sub := range item.Subitems {
		d.SubItems = append(d.SubItems, DraftSubItem{Title: sayIn(lang, sub.Title, sub.Titles), Speakers: proposePeople(sub.Speakers)})
	}
	for _, track := range item.Parallel.Tracks {
		d.SubItems = append(d.SubItems, DraftSubItem{Title: say(lang, track.Title+" ("+track.Room+")"), Speakers: []DraftPerson{}})
	}
	for _, body := range item.LedBy {
		d.Speakers = append(d.Speakers, DraftPerson{Name: body})
	}
	return d
}

// proposeGoal takes the number over. Who agrees is the accepting party, which
// the organiser marks.
func proposeGoal(g *note.Goal) *workshop.Goal {
	if g == nil {
		return nil
	}
	return &workshop.Goal{Agreed: g.Agreed, Of: g.Of, Share: g.Share}
}

func sayEach(lang string, texts []string) []workshop.Text {
	all := []workshop.Text{}
	for _, text := range texts {
		all = append(all, say(lang, text))
	}
	return all
}

func proposePeople(people []note.Person) []DraftPerson {
	out := []DraftPerson{}
	for _, p := range people {
		out = append(out, DraftPerson{Name: p.Name, Affiliation: p.Affiliation})
	}
	return out
}

func say(lang, text string) workshop.Text {
	if text == "" {
		return workshop.Text{}
	}
	return workshop.Text{lang: text}
}

// sayIn is a text in every language that the note gives.
func sayIn(lang, text string, all map[string]string) workshop.Text {
	if len(all) == 0 {
		return say(lang, text)
	}
	return workshop.Text(maps.Clone(all))
}

// requiredLanguages are those in which the room agrees: the floor's and those
// of the interpretation that Sala speaks, Thai and English when the note names
// fewer than two.
func requiredLanguages(floor string, interpretation []string) []string {
	var required []string
	for _, lang := range append([]string{floor}, interpretation...) {
		if locale.Known(lang) && !slices.Contains(required, lang) {
			required = append(required, lang)
		}
	}
	for _, lang := range []string{"th", "en"} {
		if len(required) < 2 && !slices.Contains(required, lang) {
			required = append(required, lang)
		}
	}
	return required
}

const usualAcceptingParty = "officer"

// usualRoleGroups are the stakeholders whom notes of this kind name: local
// government, schools, parents, community, companies, and those who help.
func usualRoleGroups() []workshop.RoleGroup {
	return []workshop.RoleGroup{
		{ID: "officer", Name: workshop.Text{"en": "Provincial officers", "th": "เจ้าหน้าที่จังหวัด"}},
		{ID: "school", Name: workshop.Text{"en": "Schools", "th": "โรงเรียน"}},
		{ID: "local", Name: workshop.Text{"en": "Local administration", "th": "องค์กรปกครองส่วนท้องถิ่น"}},
		{ID: "migrant", Name: workshop.Text{"en": "Migrant parents and workers", "th": "ผู้ปกครองและแรงงานข้ามชาติ"}},
		{ID: "community", Name: workshop.Text{"en": "Community", "th": "ชุมชน"}},
		{ID: "employer", Name: workshop.Text{"en": "Employers", "th": "นายจ้าง"}},
		{ID: "ngo", Name: workshop.Text{"en": "NGOs", "th": "องค์กรพัฒนาเอกชน"}},
		{ID: "research", Name: workshop.Text{"en": "Researchers", "th": "นักวิจัย"}},
	}
}

func usualGroups() []DraftGroup {
	template := board.Templates()[0].ID
	return []DraftGroup{
		{Name: workshop.Text{"en": "Group 1", "th": "กลุ่มที่ 1"}, Template: template},
		{Name: workshop.Text{"en": "Group 2", "th": "กลุ่มที่ 2"}, Template: template},
		{Name: workshop.Text{"en": "Group 3", "th": "กลุ่มที่ 3"}, Template: template},
	}
}
