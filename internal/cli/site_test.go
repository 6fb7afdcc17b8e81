package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"html"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/board"
	"sala.example/internal/room/view"
	"sala.example/internal/web"
	"sala.example/internal/workshop"
)

// site is the real program on a port of its own, with a workshop in it and a
// browser for each role.
type site struct {
	t       *testing.T
	dir     string
	clock   *handClock
	program *program
	setup   string
	id      string // of the workshop
	code    string
	browser map[string]*browser // by role; people by the names of newSite
	people  []string            // who has joined
	texts   []view.Recommendation
	group   string // the first breakout group
	round   string // the last closed round; see know

	writeWithin time.Duration     // see web.Server
	pace        int               // see web.Server
	transport   http.RoundTripper // nil: the usual one
}

// newSite has two recommendations, a browser for each staff role, and in the
// room four officers, three migrants and two of a school, called "officer1"
// and so on; the browser called "participant" is that of migrant1.
func newSite(t *testing.T) *site {
	t.Helper()
	s := emptySite(t)
	s.create()
	for _, name := range []string{"officer1", "officer2", "officer3", "officer4", "migrant1", "migrant2", "migrant3", "school1", "school2"} {
		s.join(name, url.Values{"roleGroup": {strings.TrimRight(name, "1234")}, "lang": {"th"}})
	}
	s.browser[access.Participant] = s.browser["migrant1"]
	return s
}

// emptySite is the program without a workshop.
func emptySite(t *testing.T) *site {
	t.Helper()
	s := &site{t: t, dir: t.TempDir(), clock: &handClock{at: time.Date(2014, 9, 23, 1, 30, 0, 0, time.UTC)}, browser: map[string]*browser{}}
	s.start()
	t.Cleanup(s.stop)
	return s
}

func (s *site) start() {
	s.t.Helper()
	p, err := start(context.Background(), options{Dir: s.dir, Listen: "127.0.0.1:0", Now: s.clock.now, Log: slog.New(slog.DiscardHandler), WriteWithin: s.writeWithin, Pace: s.pace})
	if err != nil {
		s.t.Fatal(err)
	}
	s.program = p
	if s.setup, err = p.site.SetupLink(context.Background(), p.base); err != nil {
		s.t.Fatal(err)
	}
	for _, b := range s.browser {
		b.base = p.base // the same cookies: a cookie knows no port
	}
}

func (s *site) stop() {
	if s.program == nil {
		return
	}
	if err := s.program.stop(context.Background()); err != nil {
		s.t.Errorf("stop: %v", err)
	}
	s.program = nil
}

func (s *site) restart() {
	s.t.Helper()
	s.stop()
	s.start()
}

// create takes the organiser's way: setup link, draft, links of the roles.
func (s *site) create(change ...func(*web.Draft)) {
	s.t.Helper()
	draft := sampleDraft()
	for _, f := range change {
		f(draft)
	}
	organiser := s.newBrowser(access.Organiser)
	organiser.follow(s.setup)
	var made struct {
		ID, Code string
		Links    map[string]string
	}
	organiser.post("/new", draft).want(http.StatusCreated).json(&made)
	s.id, s.code = made.ID, made.Code
	for role, link := range made.Links {
		if role != access.Organiser {
			s.newBrowser(role).follow(s.local(link))
		}
	}
	s.readTexts()
}

// readTexts looks the recommendations up as they stand.
func (s *site) readTexts() {
	s.t.Helper()
	var texts view.Texts
	s.topic(access.Chair, "texts", &texts)
	s.texts = texts.Recommendations
}

// local makes an address for the room into one on this machine.
func (s *site) local(link string) string {
	return s.program.base + strings.TrimPrefix(link, s.program.url())
}

// w is a path of the workshop.
func (s *site) w(path string) string { return "/w/" + s.id + path }

func (s *site) join(name string, form url.Values) *browser {
	s.t.Helper()
	b := s.newBrowser(name)
	if got := b.form("/j/"+s.code, form); got.status != http.StatusSeeOther || got.header.Get("Location") != s.w("") {
		s.t.Fatalf("%s could not join: %d %s", name, got.status, got.text())
	}
	s.people = append(s.people, name)
	return b
}

// head is the number of the journal's last event.
func (s *site) head() uint64 {
	s.t.Helper()
	seq, _, err := s.program.journal.Head(context.Background(), s.id)
	if err != nil {
		s.t.Fatal(err)
	}
	return seq
}

// as gives a command in a role; it must be carried out.
func (s *site) as(who, command string, fields any) {
	s.t.Helper()
	s.browser[who].post(s.w("/do/"+command), fields).want(http.StatusOK)
}

// topic reads a live topic as a role sees it.
func (s *site) topic(who, name string, into any) {
	s.t.Helper()
	s.browser[who].get(s.w("/topic/" + name)).want(http.StatusOK).json(into)
}

// rate opens a round, has everybody rate everything 8, and closes it.
func (s *site) rate() {
	s.t.Helper()
	round := s.openRound()
	for _, name := range s.people {
		for _, text := range s.texts {
			s.browser[name].post(s.w("/do/ballot.cast"), fields{"round": round, "recommendation": text.ID, "ratings": fields{"feasible": 8, "acceptable": 8}}).want(http.StatusOK)
		}
	}
	s.as(access.Chair, "round.close", fields{"round": round})
}

func (s *site) openRound() string {
	s.t.Helper()
	s.as(access.Chair, "round.open", fields{})
	var rounds view.Rounds
	s.topic(access.Chair, "rounds", &rounds)
	return rounds.Open.ID
}

// know looks up what a path may name.
func (s *site) know() {
	s.t.Helper()
	var rounds view.Rounds
	s.topic(access.Chair, "rounds", &rounds)
	var groups view.Groups
	s.topic(access.Chair, "groups", &groups)
	s.round, s.group = rounds.Results[0].Round, groups.Groups[0].ID
}

// agree records every recommendation as agreed, each with an action.
func (s *site) agree() {
	s.t.Helper()
	s.agreeWith(fields{})
}

// agreeWith records decisions with more than their outcome.
func (s *site) agreeWith(more fields) {
	s.t.Helper()
	s.rate()
	for _, text := range s.texts {
		decision := fields{"recommendation": text.ID, "outcome": workshop.Agreed}
		maps.Copy(decision, more)
		s.as(access.Chair, "decision.record", decision)
		s.as(access.Rapporteur, "action.put", fields{"recommendation": text.ID, "row": fields{
			"action": "Publish the list", "lead": "Education office", "firstStep": "Collect it", "firstStepBy": "2014-10-01", "due": "2014-12-01",
		}})
	}
}

// closeDay agrees on everything and closes the workshop.
func (s *site) closeDay() {
	s.t.Helper()
	s.agree()
	s.as(access.Chair, "workshop.close", fields{})
}

type fields = map[string]any

// browser is one browser: cookies, a language, and no redirects followed
// without being asked.
type browser struct {
	t    *testing.T
	site *site
	base string
	lang string // of the language cookie, empty for none
	http *http.Client
}

func (s *site) newBrowser(name string) *browser {
	s.t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.t.Fatal(err)
	}
	b := &browser{t: s.t, site: s, base: s.program.base, http: &http.Client{
		Jar: jar, Transport: s.transport, Timeout: 30 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	s.browser[name] = b
	return b
}

// home is the workshop's address, where cookies of its sessions go.
func (b *browser) home() *url.URL { return mustParse(b.t, b.base+b.site.w("")) }

// in is the same browser in another language.
func (b *browser) in(lang string) *browser {
	c := *b
	c.lang = lang
	return &c
}

// response is an answer, read to its end.
type response struct {
	t      *testing.T
	asked  string
	status int
	header http.Header
	body   []byte
}

// send gives a request; headers are pairs of name and value.
func (b *browser) send(method, path string, body io.Reader, headers ...string) *response {
	b.t.Helper()
	address := path
	if strings.HasPrefix(path, "/") {
		address = b.base + path
	}
	req, err := http.NewRequestWithContext(context.Background(), method, address, body)
	if err != nil {
		b.t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	client := *b.http
	if b.lang != "" {
		req.Header.Set("Cookie", strings.Trim(cookies(b.http.Jar.Cookies(req.URL), "sala-lang")+"; sala-lang="+b.lang, "; "))
		client.Jar = nil
	}
	resp, err := client.Do(req)
	if err != nil {
		b.t.Fatalf("%s %s: %v", method, path, err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		b.t.Fatalf("%s %s: %v", method, path, err)
	}
	return &response{t: b.t, asked: method + " " + path, status: resp.StatusCode, header: resp.Header, body: data}
}

// cookies is a Cookie header without one of them.
func cookies(list []*http.Cookie, without string) string {
	var kept []string
	for _, c := range list {
		if c.Name != without {
			kept = append(kept, c.Name+"="+c.Value)
		}
	}
	return strings.Join(kept, "; ")
}

func (b *browser) get(path string, headers ...string) *response {
	b.t.Helper()
	return b.send(http.MethodGet, path, nil, headers...)
}

// post sends JSON; text goes as it is.
func (b *browser) post(path string, body any, headers ...string) *response {
	b.t.Helper()
	data, plain := body.(string)
	if !plain {
		encoded, err := json.Marshal(body)
		if err != nil {
			b.t.Fatal(err)
		}
		data = string(encoded)
	}
	return b.send(http.MethodPost, path, strings.NewReader(data), append([]string{"Content-Type", "application/json"}, headers...)...)
}

func (b *browser) form(path string, form url.Values, headers ...string) *response {
	b.t.Helper()
	return b.send(http.MethodPost, path, strings.NewReader(form.Encode()), append([]string{"Content-Type", "application/x-www-form-urlencoded"}, headers...)...)
}

// follow opens a link that signs in.
func (b *browser) follow(link string) *response {
	b.t.Helper()
	return b.get(link).want(http.StatusSeeOther)
}

func (r *response) want(status int) *response {
	r.t.Helper()
	if r.status != status {
		r.t.Fatalf("%s: status %d, want %d: %.300s", r.asked, r.status, status, r.body)
	}
	return r
}

func (r *response) json(into any) {
	r.t.Helper()
	if err := json.Unmarshal(r.body, into); err != nil {
		r.t.Fatalf("%s: %v in %.300s", r.asked, err, r.body)
	}
}

var (
	tag    = regexp.MustCompile(`(?s)<script.*?</script>|<[^>]*>`)
	spaces = regexp.MustCompile(`\s+`)
)

// text is what a person reads of a page, without the joiners that hold Thai words
// together.
func (r *response) text() string {
	words := html.UnescapeString(tag.ReplaceAllString(string(r.body), " "))
	return strings.TrimSpace(spaces.ReplaceAllString(strings.ReplaceAll(words, "\u2060", ""), " "))
}

// problem is the error of a JSON answer.
func (r *response) problem() (code, message string) {
	r.t.Helper()
	var body struct {
		Error struct {
			Code    string            `json:"code"`
			Message string            `json:"message"`
			Args    map[string]string `json:"args"`
		} `json:"error"`
	}
	d := json.NewDecoder(bytes.NewReader(r.body))
	d.DisallowUnknownFields()
	if err := d.Decode(&body); err != nil {
		return "", ""
	}
	return body.Error.Code, body.Error.Message
}

// handClock stands still unless it is moved.
type handClock struct {
	mu sync.Mutex
	at time.Time
}

func (c *handClock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *handClock) move(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(by)
}

func sampleDraft() *web.Draft {
	item := func(start, end, title, kind string) web.DraftItem {
		return web.DraftItem{Date: "2014-09-23", Start: start, End: end, Title: workshop.Text{"en": title}, Kind: kind, Decides: kind == "decision"}
	}
	return &web.Draft{
		Title: workshop.Text{"en": "Schools for every child", "th": "โรงเรียนสำหรับเด็กทุกคน"}, Place: workshop.Text{"en": "Town hall"},
		Timezone: "Asia/Bangkok", Floor: "th", Interpretation: []string{"en"}, Required: []string{"th", "en"}, AcceptingParty: "officer",
		RoleGroups: []workshop.RoleGroup{
			{ID: "officer", Name: workshop.Text{"en": "Provincial officers", "th": "เจ้าหน้าที่จังหวัด"}},
			{ID: "migrant", Name: workshop.Text{"en": "Migrant parents", "th": "ผู้ปกครองข้ามชาติ"}},
			{ID: "school", Name: workshop.Text{"en": "Schools", "th": "โรงเรียน"}},
		},
		Items: []web.DraftItem{
			item("08:30", "09:00", "Registration", "registration"), item("09:00", "10:00", "Findings", "talk"),
			item("10:00", "11:00", "Agreement", "decision"), item("11:00", "11:30", "Closing", "closing"),
		},
		Recommendations: []web.DraftRecommendation{
			{Segments: []workshop.Text{{"th": "รับเด็กทุกคนเข้าเรียน", "en": "Admit every child to school."}}},
			{Segments: []workshop.Text{{"th": "จัดล่ามในโรงเรียน", "en": "Provide interpreters at schools."}}},
		},
		Groups: []web.DraftGroup{{Name: workshop.Text{"en": "Group 1", "th": "กลุ่มที่ 1"}, Template: board.Templates()[0].ID}},
	}
}
