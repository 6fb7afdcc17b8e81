package rehearse

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// person is a simulated participant.
type person struct {
	*client
	number int
	group  string // role group
	lang   string
	camp   int // of demo.Camps ways to think
	late   bool
	joined bool
}

// shares is the make-up of the room, in people of sixty.
var shares = []struct {
	group string
	of60  int
}{
	{"officer", 12}, {"school", 9}, {"migrant", 9}, {"local", 7}, {"ngo", 7}, {"community", 6}, {"employer", 5}, {"research", 5},
}

// seats deals n people out over the role groups, the largest remainders first.
func seats(n int) []string {
	type rest struct {
		group string
		left  int
	}
	var groups []string
	var rests []rest
	for _, s := range shares {
		for range n * s.of60 / 60 {
			groups = append(groups, s.group)
		}
		rests = append(rests, rest{s.group, n * s.of60 % 60})
	}
	slices.SortStableFunc(rests, func(a, b rest) int { return cmp.Compare(b.left, a.left) })
	for i := 0; len(groups) < n; i++ {
		groups = append(groups, rests[i%len(rests)].group)
	}
	return groups
}

// invite makes the people; they come when the day begins, one in ten late.
func (d *Day) invite(transport http.RoundTripper) error {
	for i, group := range seats(d.o.People) {
		c, err := newClient(d.o.Base, fmt.Sprintf("participant-%d", i+1), transport)
		if err != nil {
			return err
		}
		c.workshop, c.role = d.workshop, "participant"
		p := &person{client: c, number: i + 1, group: group, lang: "th", camp: d.camp(group), late: i%10 == 7}
		if group == "research" || group == "ngo" && i%2 == 0 || d.rng.IntN(10) == 0 {
			p.lang = "en"
		}
		d.people = append(d.people, p)
	}
	return nil
}

// arrive lets in those who come on time, or those who come late.
func (d *Day) arrive(ctx context.Context, late bool) error {
	for _, p := range d.people {
		if p.late != late || p.joined {
			continue
		}
		if err := d.join(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// join fills in the form: a third give a name, a third an alias, a third
// nothing; few consent to be named.
func (d *Day) join(ctx context.Context, p *person) error {
	d.o.Clock.Advance(3_000_000_000)
	form := url.Values{"roleGroup": {p.group}, "lang": {p.lang}}
	switch p.number % 3 {
	case 0:
		form.Set("name", fmt.Sprintf("Participant %d", p.number))
	case 1:
		form.Set("alias", fmt.Sprintf("P%d", p.number))
	}
	if p.number%4 == 0 {
		form.Set("report", "on")
	}
	if p.number%2 == 0 {
		form.Set("screen", "on")
	}
	if err := p.postForm(ctx, "/j/"+d.code, form); err != nil {
		return fmt.Errorf("%s joins: %w", p.name, err)
	}
	p.joined = true
	p.listen(ctx)
	if p.number%5 == 0 {
		return p.do(ctx, "participant.introduce", map[string]string{"line": introductions[p.lang][p.number%len(introductions[p.lang])]})
	}
	return nil
}

// present are those who have come.
func (d *Day) present() []*person {
	var here []*person
	for _, p := range d.people {
		if p.joined {
			here = append(here, p)
		}
	}
	return here
}

// some picks n people who are here, always the same for the same seed.
func (d *Day) some(n int) []*person {
	here := d.present()
	d.rng.Shuffle(len(here), func(i, j int) { here[i], here[j] = here[j], here[i] })
	return here[:min(n, len(here))]
}

// local turns an address that people type into one on this machine.
func (d *Day) local(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.TrimSuffix(d.o.Base, "/") + u.Path
}

func unmarshal(data []byte, into any) error {
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("read answer: %w", err)
	}
	return nil
}
