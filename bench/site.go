package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"sync"

	"sala.example/internal/access"
	"sala.example/internal/demo"
	"sala.example/internal/note/sample"
)

// site is a workshop that an organiser has created, with who has come to it.
type site struct {
	id, code string
	links    map[string]string // by role
	groups   []string          // role groups
}

// person is somebody with a browser.
type person struct {
	role, cookie string
}

// path is an address below the workshop's, as this person asks for it.
func (s *site) path(p person, below string) string {
	return "/w/" + s.id + below + "?as=" + p.role
}

// command is the request by which a person gives a command. The key makes it
// one that a browser could send again.
func (s *site) command(p person, name, key string, fields any) ([]byte, error) {
	body, err := json.Marshal(fields)
	if err != nil {
		return nil, err
	}
	return request("POST", s.path(p, "/do/"+name), body,
		"Cookie: "+p.cookie, "Content-Type: application/json", "Idempotency-Key: "+key), nil
}

// give carries a command out and gives the number of its last event.
func (s *site) give(c *conn, p person, name, key string, fields any) (seq uint64, err error) {
	req, err := s.command(p, name, key, fields)
	if err != nil {
		return 0, err
	}
	r, err := c.expect(200, req)
	if err != nil {
		return 0, err
	}
	var receipt struct{ Seq uint64 }
	return receipt.Seq, json.Unmarshal(r.body, &receipt)
}

// topic reads a live topic.
func (s *site) topic(c *conn, p person, name string, into any) error {
	r, err := c.expect(200, request("GET", s.path(p, "/topic/"+name), nil, "Cookie: "+p.cookie))
	if err != nil {
		return err
	}
	return json.Unmarshal(r.body, into)
}

// seen is where a page says up to which place it shows everything.
var seen = regexp.MustCompile(`"seen":"([0-9]+-[0-9a-f]+)"`)

// place is where the workshop stands, as a page gives it to its stream.
func (s *site) place(c *conn, p person) (string, error) {
	r, err := c.expect(200, request("GET", s.path(p, ""), nil, "Cookie: "+p.cookie))
	if err != nil {
		return "", err
	}
	found := seen.FindSubmatch(r.body)
	if found == nil {
		return "", errors.New("a page does not say what it shows")
	}
	return string(found[1]), nil
}

// found takes an organiser's way: setup link, note, draft, workshop. It has n
// recommendations of one segment each, in both languages.
func found(s *server, n int) (*site, error) {
	c, err := dial(s.address)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	setup, err := url.Parse(s.ready)
	if err != nil {
		return nil, err
	}
	r, err := c.expect(303, request("GET", setup.Path, nil))
	if err != nil {
		return nil, err
	}
	cookie := r.cookie
	if r, err = c.expect(200, request("POST", "/new/read", []byte(sample.Thai), "Cookie: "+cookie, "Content-Type: text/plain")); err != nil {
		return nil, err
	}
	var read struct{ Draft map[string]any }
	if err := json.Unmarshal(r.body, &read); err != nil {
		return nil, err
	}
	if read.Draft["recommendations"], err = recommendations(n); err != nil {
		return nil, err
	}
	read.Draft["madeUp"] = true
	body, err := json.Marshal(read.Draft)
	if err != nil {
		return nil, err
	}
	if r, err = c.expect(201, request("POST", "/new", body, "Cookie: "+cookie, "Content-Type: application/json")); err != nil {
		return nil, err
	}
	var made struct {
		ID, Code string
		Links    map[string]string
	}
	if err := json.Unmarshal(r.body, &made); err != nil {
		return nil, err
	}
	return &site{id: made.ID, code: made.Code, links: made.Links, groups: roleGroups(read.Draft)}, nil
}

// recommendations are the demonstration's, as often as it takes.
func recommendations(n int) ([]any, error) {
	drafts, err := demo.Recommendations()
	if err != nil {
		return nil, err
	}
	evidence, err := demo.AllEvidence()
	if err != nil {
		return nil, err
	}
	var list []any
	for i := range n {
		d := drafts[i%len(drafts)]
		list = append(list, map[string]any{
			"segments": []any{map[string]string{"th": d.Thai, "en": d.English}},
			"owner":    map[string]string{"en": d.Owner}, "evidence": d.Evidence(evidence),
		})
	}
	return list, nil
}

func roleGroups(draft map[string]any) []string {
	var ids []string
	groups, _ := draft["roleGroups"].([]any)
	for _, g := range groups {
		group, _ := g.(map[string]any)
		if id, ok := group["id"].(string); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// staff opens a role's link in n browsers.
func (s *site) staff(address, role string, n int) ([]person, error) {
	link, err := url.Parse(s.links[role])
	if err != nil {
		return nil, err
	}
	return s.enter(address, role, n, func(int) []byte { return request("GET", link.Path, nil) })
}

// join lets n participants in by the form: a third give a name, a third an
// alias, a third nothing.
func (s *site) join(address string, n int) ([]person, error) {
	return s.enter(address, access.Participant, n, func(i int) []byte {
		form := url.Values{"roleGroup": {s.groups[i%len(s.groups)]}, "lang": {[]string{"th", "en"}[i%2]}}
		switch i % 3 {
		case 0:
			form.Set("name", fmt.Sprintf("Participant %d", i+1))
		case 1:
			form.Set("alias", fmt.Sprintf("P%d", i+1))
		}
		return request("POST", "/j/"+s.code, []byte(form.Encode()), "Content-Type: application/x-www-form-urlencoded")
	})
}

// doors is how many come in at the same time.
const doors = 64

// enter opens n sessions and keeps their cookies.
func (s *site) enter(address, role string, n int, req func(i int) []byte) ([]person, error) {
	people := make([]person, n)
	err := parallel(min(doors, n), func(door int) error {
		c, err := dial(address)
		if err != nil {
			return err
		}
		defer c.Close()
		for i := door; i < n; i += doors {
			r, err := c.expect(303, req(i))
			if err != nil {
				return fmt.Errorf("let %s %d in: %w", role, i+1, err)
			}
			people[i] = person{role: role, cookie: r.cookie}
		}
		return nil
	})
	return people, err
}

// parallel runs n tasks side by side and joins their errors.
func parallel(n int, task func(i int) error) error {
	errs := make([]error, n)
	var wait sync.WaitGroup
	for i := range n {
		wait.Go(func() { errs[i] = task(i) })
	}
	wait.Wait()
	return errors.Join(errs...)
}
