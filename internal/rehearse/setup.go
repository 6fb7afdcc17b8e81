package rehearse

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"sala.example/internal/room/view"
)

// setUp takes the organiser's way: setup link, note, corrections, workshop.
func (d *Day) setUp(ctx context.Context) error {
	transport := &http.Transport{MaxIdleConnsPerHost: 64}
	var err error
	if d.organiser, err = newClient(d.o.Base, "organiser", transport); err != nil {
		return err
	}
	if err := d.organiser.open(ctx, d.o.Setup); err != nil {
		return err
	}
	draft, err := d.readNote(ctx, d.o.Note)
	if err != nil {
		return err
	}
	if len(d.o.Translation) > 0 {
		other, err := d.readNote(ctx, d.o.Translation)
		if err != nil {
			return err
		}
		translate(draft, other)
	}
	if err := d.create(ctx, draft); err != nil {
		return err
	}
	if err := d.staff(ctx, transport); err != nil {
		return err
	}
	if err := d.readWorkshop(ctx); err != nil {
		return err
	}
	return d.invite(transport)
}

// readNote drops the note; the answer is the draft that an organiser corrects.
func (d *Day) readNote(ctx context.Context, note []byte) (map[string]any, error) {
	var answer struct {
		Draft map[string]any `json:"draft"`
	}
	data, err := d.organiser.send(ctx, http.MethodPost, "/new/read", "text/plain", note, "")
	if err != nil {
		return nil, err
	}
	if err := unmarshal(data, &answer); err != nil {
		return nil, err
	}
	if items, _ := answer.Draft["items"].([]any); len(items) == 0 {
		return nil, errors.New("the note has no programme items with times; add lines such as \"9:00-9:30 Opening\"")
	}
	return answer.Draft, nil
}

// translate fills in the texts of a draft from the same note in the other
// language, as an organiser does who has both: wherever both have a text per
// language, and lists of the same length.
func translate(into, from map[string]any) {
	for key, value := range into {
		switch other := from[key].(type) {
		case map[string]any:
			if mine, ok := value.(map[string]any); ok {
				translate(mine, other)
			}
		case []any:
			mine, ok := value.([]any)
			if !ok || len(mine) != len(other) || key == "roleGroups" || key == "groups" {
				continue
			}
			for i := range mine {
				a, okA := mine[i].(map[string]any)
				b, okB := other[i].(map[string]any)
				if okA && okB {
					translate(a, b)
				}
			}
		}
	}
	for _, lang := range []string{"en", "th"} {
		_, has := into[lang]
		if text, ok := from[lang].(string); ok && !has {
			into[lang] = text
		}
	}
}

// create adds the draft recommendations and opens the workshop.
func (d *Day) create(ctx context.Context, draft map[string]any) error {
	var recommendations []map[string]any
	for _, r := range d.o.Recommendations {
		recommendations = append(recommendations, map[string]any{
			"segments": []any{r.Text()}, "owner": map[string]string{"en": r.Owner}, "evidence": r.Evidence(d.o.Evidence),
		})
	}
	if title, _ := draft["title"].(map[string]any); len(title) == 0 {
		draft["title"] = map[string]string{"en": "Workshop", "th": "การประชุมเชิงปฏิบัติการ"} // the organiser types one
	}
	if draft["goal"] == nil {
		draft["goal"] = map[string]string{"share": "2/3"} // the doubt about a note without a number, settled
	}
	draft["recommendations"] = recommendations
	draft["madeUp"] = true
	var made struct {
		ID, Code string
		Links    map[string]string
	}
	if err := d.organiser.postJSON(ctx, "/new", draft, &made); err != nil {
		return err
	}
	d.workshop, d.code, d.links = made.ID, made.Code, made.Links
	d.organiser.workshop, d.organiser.role = made.ID, "organiser"
	return nil
}

// staff opens the links of those who run the room.
func (d *Day) staff(ctx context.Context, transport http.RoundTripper) error {
	for _, seat := range []struct {
		role   string
		client **client
	}{{"chair", &d.chair}, {"rapporteur", &d.rapporteur}, {"desk", &d.desk}} {
		role := seat.role
		c, err := newClient(d.o.Base, role, transport)
		if err != nil {
			return err
		}
		if err := c.open(ctx, d.local(d.links[role])); err != nil {
			return err
		}
		c.workshop, c.role = d.workshop, role
		*seat.client = c
	}
	return nil
}

// readWorkshop learns the ids that the workshop gave out.
func (d *Day) readWorkshop(ctx context.Context) error {
	var day view.Day
	if err := d.chair.topic(ctx, "day", &day); err != nil {
		return err
	}
	zone, err := time.LoadLocation(day.Zone)
	if err != nil {
		return err
	}
	for _, it := range day.Items {
		start, end, err := span(it, zone)
		if err != nil {
			return err
		}
		d.items = append(d.items, item{id: it.ID, kind: it.Kind, decides: it.Decides, start: start, end: end})
	}
	texts := view.Texts{}
	if err := d.chair.topic(ctx, "texts", &texts); err != nil {
		return err
	}
	for i, r := range texts.Recommendations {
		d.recommendation = append(d.recommendation, recommendation{id: r.ID, draft: d.o.Recommendations[i]})
	}
	var groups view.Groups
	if err := d.chair.topic(ctx, "groups", &groups); err != nil {
		return err
	}
	for _, g := range groups.Groups {
		d.groups = append(d.groups, g.ID)
	}
	return nil
}

func span(it view.Item, zone *time.Location) (start, end time.Time, err error) {
	const layout = "2006-01-02 15:04"
	if start, err = time.ParseInLocation(layout, it.Date+" "+it.Start, zone); err != nil {
		return start, end, fmt.Errorf("programme item: %w", err)
	}
	if it.End == "" {
		return start, start.Add(15 * time.Minute), nil
	}
	end, err = time.ParseInLocation(layout, it.Date+" "+it.End, zone)
	return start, end, err
}
