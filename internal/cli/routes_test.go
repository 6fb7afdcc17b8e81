package cli

import (
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sala.example/internal/access"
)

// open are the routes that need no session.
var open = []string{
	"GET /{$}", "POST /lang", "GET /j/{code}", "POST /j/{code}", "GET /j/{code}/{file}", "POST /j", "GET /s/{token}", "GET /f/{token}", "POST /f/{token}",
	"GET /assets/{file}", "GET /healthz", "GET /readyz", "GET /new/sample/{lang}", "GET /w/{id}/sign-in", "POST /w/{id}/sign-in",
}

// forOrganiser need the session of the setup link, which belongs to no workshop.
var forOrganiser = []string{
	"GET /new", "POST /new/read", "POST /new/check", "POST /new/align", "POST /new",
	"GET /new/templates", "POST /new/templates", "POST /new/templates/open", "GET /new/templates/{template}", "POST /new/templates/{template}/remove",
}

var (
	everyRole = []string{access.Organiser, access.Chair, access.Rapporteur, access.Interpreter, access.Desk, access.Participant, access.Screen}
	staff     = []string{access.Chair, access.Organiser}
	typists   = []string{access.Interpreter, access.Rapporteur, access.Chair, access.Organiser}
)

// mayOpen says which roles a route of a workshop lets in, by PLAN.md and the
// web contract. What a role may then do with a command is access/'s matter.
var mayOpen = map[string][]string{
	"GET /w/{id}":                       {access.Participant, access.Interpreter, access.Rapporteur, access.Chair, access.Organiser},
	"GET /w/{id}/chair":                 staff,
	"GET /w/{id}/texts":                 {access.Rapporteur, access.Interpreter, access.Chair, access.Organiser},
	"GET /w/{id}/desk":                  {access.Desk, access.Organiser},
	"GET /w/{id}/screen":                {access.Screen, access.Chair, access.Organiser},
	"GET /w/{id}/group/{group}":         {access.Participant, access.Rapporteur, access.Chair, access.Organiser},
	"GET /w/{id}/live":                  everyRole,
	"GET /w/{id}/topic/{topic}":         everyRole,
	"GET /w/{id}/me":                    everyRole,
	"POST /w/{id}/do/{command}":         everyRole,
	"POST /w/{id}/round/preview":        staff,
	"POST /w/{id}/walkin":               {access.Organiser, access.Desk},
	"POST /w/{id}/profile":              {access.Participant},
	"POST /w/{id}/erase":                {access.Participant},
	"GET /w/{id}/join.svg":              everyRole,
	"GET /w/{id}/links":                 staff,
	"GET /w/{id}/leave":                 everyRole,
	"POST /w/{id}/leave":                everyRole,
	"POST /w/{id}/people/read":          {access.Organiser},
	"POST /w/{id}/people":               {access.Organiser},
	"POST /w/{id}/people/forget":        {access.Organiser},
	"GET /w/{id}/clone":                 {access.Organiser},
	"GET /w/{id}/doors":                 {access.Organiser},
	"POST /w/{id}/doors/link":           {access.Organiser},
	"POST /w/{id}/doors/passphrase":     {access.Organiser},
	"POST /w/{id}/doors/end":            {access.Organiser},
	"POST /w/{id}/doors/speaker":        {access.Organiser},
	"GET /w/{id}/result/{round}/{file}": everyRole,
	"GET /w/{id}/day/{file}":            everyRole,
	"GET /w/{id}/opinion/next":          {access.Participant},
	"GET /w/{id}/opinion/{file}":        everyRole,
	"GET /w/{id}/captions":              typists,
	"POST /w/{id}/captions":             typists,
	"GET /w/{id}/captions/{file}":       typists,
	"GET /w/{id}/receipts/{round}":      everyRole,
	"GET /w/{id}/report/{file}":         everyRole,
	"GET /w/{id}/memo/{file}":           {access.Participant, access.Chair, access.Organiser},
	"GET /w/{id}/record.sala":           everyRole,
}

// routes reads the one table of all routes.
func routes(t *testing.T) []string {
	t.Helper()
	source, err := os.ReadFile("../web/routes.go")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, m := range regexp.MustCompile(`"((?:GET|POST|PUT|DELETE|PATCH) /[^"]*)":`).FindAllStringSubmatch(string(source), -1) {
		list = append(list, m[1])
	}
	if len(list) < 25 {
		t.Fatalf("only %d routes found in web/routes.go: has the table another form?", len(list))
	}
	return list
}

// Every route is in one of the tables above: a new one cannot be open by
// mistake.
func TestEveryRouteHasARule(t *testing.T) {
	list := routes(t)
	for _, route := range list {
		_, ruled := mayOpen[route]
		if n := count(ruled, slices.Contains(open, route), slices.Contains(forOrganiser, route)); n != 1 {
			t.Errorf("%s is in %d of the tables open, forOrganiser and mayOpen (internal/cli/routes_test.go), want 1", route, n)
		}
	}
	for route, roles := range mayOpen {
		if !slices.Contains(list, route) {
			t.Errorf("mayOpen names %s, which is gone", route)
		}
		if ruled := access.RolesAt(route); !slices.Equal(slices.Sorted(slices.Values(ruled)), slices.Sorted(slices.Values(roles))) {
			t.Errorf("%s: the rule names %v (internal/access/addresses.go), want %v", route, ruled, roles)
		}
	}
}

func count(all ...bool) (n int) {
	for _, b := range all {
		if b {
			n++
		}
	}
	return n
}

// address fills a route's holes in.
func (s *site) address(route string) (method, path string) {
	method, path, _ = strings.Cut(route, " ")
	return method, strings.NewReplacer(
		"{id}", s.id, "{group}", s.group, "{topic}", "day", "{command}", "moon.land", "{round}", s.round, "{file}", s.texts[0].ID+".th.svg",
		"{code}", s.code, "{token}", "AAAAAAAAAAAAAAAAAAAAAA", "{lang}", "en", "{$}", "",
	).Replace(path)
}

// Every route of a workshop, from outside: who has no session is told so, who
// has one of another role is refused, and neither changes anything.
func TestRoutesKeepOthersOut(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.rate()
	s.know()
	s.newBrowser("stranger")
	foreign(s, newSite(t)) // a workshop of another installation has no say here
	head := s.head()
	for route, roles := range mayOpen {
		if route == "GET /w/{id}/live" {
			continue // see stream_test.go
		}
		t.Run(route, func(t *testing.T) {
			method, path := s.address(route)
			for _, who := range []string{"stranger", "foreign"} {
				s.browser[who].send(method, path, nil).refusedAs(t, who, http.StatusUnauthorized, "web.session-gone")
			}
			for _, role := range everyRole {
				if !slices.Contains(roles, role) {
					s.browser[role].send(method, path+"?as="+role, nil).refusedAs(t, role, http.StatusForbidden, "access.denied")
					if got := s.browser[role].send(method, path, nil); got.status != http.StatusForbidden && got.status != http.StatusUnauthorized {
						t.Errorf("as %s: status %d, want it refused", role, got.status)
					}
				}
			}
		})
	}
	if s.head() != head {
		t.Errorf("%d events came of it", s.head()-head)
	}
}

// refusedAs wants a status, and for a script (all that is posted) the code.
func (r *response) refusedAs(t *testing.T, who string, status int, code string) {
	t.Helper()
	if r.status != status {
		t.Errorf("as %s: status %d, want %d", who, r.status, status)
	}
	if got, _ := r.problem(); strings.HasPrefix(r.asked, http.MethodPost) && got != code {
		t.Fatalf("as %s: a script gets %.30q …, want the code %s as JSON", who, r.body, code)
	}
}

// Every page and file opens for each role that may have it, readable before
// any script runs.
func TestRoutesLetOthersIn(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.closeDay()
	s.know()
	for route, roles := range mayOpen {
		method, path := s.address(route)
		switch route {
		case "GET /w/{id}/live":
			continue // see stream_test.go
		case "GET /w/{id}/report/{file}":
			path = s.w("/report/report.th.html")
		case "GET /w/{id}/day/{file}":
			path = s.w("/day/2014-09-23.th.svg")
		case "GET /w/{id}/captions/{file}":
			path = s.w("/captions/en.vtt")
		case "GET /w/{id}/opinion/{file}":
			continue // see poll_test.go
		case "GET /w/{id}/memo/{file}":
			continue // see memo_test.go: of participants, officers alone
		}
		if method == http.MethodPost {
			continue
		}
		for _, role := range roles {
			got := s.browser[role].get(path + "?as=" + role)
			if got.status != http.StatusOK || len(got.body) == 0 {
				t.Errorf("%s as %s: status %d, want 200: %.100s", route, role, got.status, got.text())
			}
			if strings.HasPrefix(got.header.Get("Content-Type"), "text/html") && !strings.Contains(got.text(), "โรงเรียนสำหรับเด็กทุกคน") && !strings.Contains(got.text(), "Schools for every child") {
				t.Errorf("%s as %s: the page does not name the workshop: %.100s", route, role, got.text())
			}
		}
	}
}

// foreign is a browser with a chair's session in another workshop, under the
// cookie's name of this one.
func foreign(s, other *site) *browser {
	s.t.Helper()
	b := s.newBrowser("foreign")
	for _, c := range other.browser[access.Chair].http.Jar.Cookies(other.browser[access.Chair].home()) {
		b.http.Jar.SetCookies(b.home(), []*http.Cookie{{Name: strings.ReplaceAll(c.Name, strings.TrimPrefix(other.id, "w_"), strings.TrimPrefix(s.id, "w_")), Value: c.Value, Path: "/"}})
	}
	return b
}

// A session of one workshop is none of another in the same installation.
func TestASessionIsOfOneWorkshop(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	first, cookies := s.id, s.browser[access.Chair].http.Jar.Cookies(s.browser[access.Chair].home())
	s.create()
	b := s.newBrowser("intruder")
	for _, c := range cookies {
		c.Path = "/"
		b.http.Jar.SetCookies(b.home(), []*http.Cookie{c, {Name: strings.ReplaceAll(c.Name, strings.TrimPrefix(first, "w_"), strings.TrimPrefix(s.id, "w_")), Value: c.Value, Path: "/"}})
	}
	if got := b.get(s.w("/chair")); got.status != http.StatusUnauthorized {
		t.Errorf("the chair of one workshop opened another's console: status %d", got.status)
	}
	if got := b.get("/w/" + first + "/chair"); got.status != http.StatusOK {
		t.Errorf("the chair's own console: status %d", got.status)
	}
}

// The matrix of access/, from outside: a command that a role never may is
// refused with the code, whatever its fields.
func TestCommandsByRole(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	data, err := os.ReadFile("../access/testdata/matrix.txt")
	if err != nil {
		t.Fatal(err)
	}
	head, tried := s.head(), 0
	var roles []string
	for line := range strings.Lines(string(data)) {
		cells := strings.Fields(line)
		if len(cells) == 0 || strings.HasPrefix(cells[0], "#") {
			continue
		}
		if roles == nil {
			roles = cells[1:]
			continue
		}
		for i, role := range roles {
			if cells[i+1] != "-" || role == access.Owner {
				continue
			}
			tried++
			got := s.browser[role].post(s.w("/do/"+cells[0]), fields{})
			if code, _ := got.problem(); got.status != http.StatusForbidden || code != "access.denied" {
				t.Errorf("%s as %s: %d %.100s", cells[0], role, got.status, got.body)
			}
		}
	}
	if tried < 100 || s.head() != head {
		t.Errorf("%d refusals, %d events came of them", tried, s.head()-head)
	}
}

// The topics by role, from outside.
func TestTopicsByRole(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	for _, role := range everyRole {
		for _, topic := range append(access.Topics(), "people", "me") {
			want := http.StatusForbidden
			if _, may := access.Variant(topic, access.ClassOf(role)); may {
				want = http.StatusOK
			}
			if got := s.browser[role].get(s.w("/topic/" + topic)); got.status != want {
				t.Errorf("%s as %s: status %d, want %d", topic, role, got.status, want)
			}
		}
	}
}

// Every answer carries the headers that keep a page to itself.
func TestSecurityHeaders(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.rate()
	s.know()
	for _, route := range append(routes(t), "GET /nothing/here", "DELETE /w/{id}", "GET /assets/none.js") {
		if route == "GET /w/{id}/live" {
			continue // see stream_test.go
		}
		method, path := s.address(route)
		for _, who := range []string{access.Chair, access.Participant} {
			checkHeaders(t, route, s.browser[who].send(method, path, nil).header)
		}
	}
}

func checkHeaders(t *testing.T, route string, h http.Header) {
	t.Helper()
	csp := h.Get("Content-Security-Policy")
	for _, want := range []string{"default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'"} {
		if !strings.Contains(csp, want) {
			t.Errorf("%s: the content policy is %q, without %s", route, csp, want)
		}
	}
	if strings.Contains(csp, "unsafe") {
		t.Errorf("%s: the content policy is %q", route, csp)
	}
	for name, want := range map[string]string{"Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"} {
		if h.Get(name) != want {
			t.Errorf("%s: %s is %q, want %q", route, name, h.Get(name), want)
		}
	}
}

// Whoever watches over the machine is told that it works, and nothing else.
func TestHealth(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.newBrowser("watcher")
	for _, path := range []string{"/healthz", "/readyz"} {
		if got := b.get(path).want(http.StatusOK); len(got.body) > 200 || strings.Contains(string(got.body), s.id) {
			t.Errorf("%s says %.300s", path, got.body)
		}
	}
	if got := b.get("/metrics"); got.status != http.StatusNotFound {
		t.Errorf("/metrics is open to the room: status %d", got.status)
	}
}

// What a page or an answer about people says is not kept by caches.
func TestPersonalAnswersAreNotCached(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	for _, path := range []string{"", "/me"} {
		if got := s.browser[access.Participant].get(s.w(path)).header.Get("Cache-Control"); got != "no-store" {
			t.Errorf("%s: Cache-Control is %q, want no-store", path, got)
		}
	}
	if got := s.browser[access.Chair].get(s.w("/links")).header.Get("Cache-Control"); got != "no-store" {
		t.Errorf("links: Cache-Control is %q, want no-store", got)
	}
	if got := s.browser[access.Desk].get(s.w("/topic/desk")).header.Get("Cache-Control"); !strings.Contains(got, "private") && got != "no-store" {
		t.Errorf("topic: Cache-Control is %q, want it private", got)
	}
}
