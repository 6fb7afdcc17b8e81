package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"sala.example/internal/access"
)

// door is the whole site without a network, for requests that no browser sends.
type door struct {
	handler http.Handler
	log     *tail
	cookies map[string]string // by role
	id      string            // of the workshop
	code    string
}

// openDoor starts the program with a workshop in which an organiser, a chair
// and a participant are signed in.
func openDoor(f *testing.F) *door {
	f.Helper()
	d := &door{log: &tail{}, cookies: map[string]string{}}
	ctx := context.Background()
	p, err := start(ctx, options{Dir: f.TempDir(), Listen: "127.0.0.1:0", Log: slog.New(slog.NewTextHandler(d.log, nil))})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() {
		if err := p.stop(ctx); err != nil {
			f.Error(err)
		}
	})
	d.handler = p.server.Handler
	setup, err := p.site.SetupLink(ctx, "")
	if err != nil {
		f.Fatal(err)
	}
	d.cookies[access.Organiser] = d.signIn(f, http.MethodGet, setup, "")
	draft, err := json.Marshal(sampleDraft())
	if err != nil {
		f.Fatal(err)
	}
	var made struct {
		ID, Code string
		Links    map[string]string
	}
	answer := d.send(ctx, http.MethodPost, "/new", "Cookie: "+d.cookies[access.Organiser]+"\nContent-Type: application/json", string(draft))
	if err := json.Unmarshal(answer.Body.Bytes(), &made); err != nil || made.ID == "" {
		f.Fatalf("no workshop: %d %s", answer.Code, answer.Body)
	}
	d.id, d.code = made.ID, made.Code
	d.cookies[access.Organiser] += "; " + jar(answer)
	d.cookies[access.Chair] = d.signIn(f, http.MethodGet, strings.TrimPrefix(made.Links[access.Chair], p.url()), "")
	d.cookies[access.Participant] = d.signIn(f, http.MethodPost, "/j/"+d.code, url.Values{"roleGroup": {"school"}, "lang": {"en"}}.Encode())
	return d
}

// signIn gives the cookies of what lets somebody in.
func (d *door) signIn(f *testing.F, method, path, form string) string {
	f.Helper()
	answer := d.send(context.Background(), method, path, "Content-Type: application/x-www-form-urlencoded", form)
	if answer.Code != http.StatusSeeOther || jar(answer) == "" {
		f.Fatalf("%s lets nobody in: %d %s", path, answer.Code, answer.Body)
	}
	return jar(answer)
}

func jar(answer *httptest.ResponseRecorder) string {
	var pairs []string
	for _, c := range answer.Result().Cookies() {
		pairs = append(pairs, c.Name+"="+c.Value)
	}
	return strings.Join(pairs, "; ")
}

// send makes a request of lines as they stand; one that cannot be made at all
// is answered as the HTTP server would.
func (d *door) send(ctx context.Context, method, target, header, body string) *httptest.ResponseRecorder {
	answer := httptest.NewRecorder()
	req, err := http.NewRequestWithContext(ctx, method, "http://sala.example"+target, strings.NewReader(body))
	if err != nil {
		answer.Code = http.StatusBadRequest
		return answer
	}
	for line := range strings.Lines(header) {
		if name, value, ok := strings.Cut(strings.TrimRight(line, "\r\n"), ": "); ok {
			req.Header.Add(name, value)
		}
	}
	req.RemoteAddr = "127.0.0.1:1"
	d.handler.ServeHTTP(answer, req)
	return answer
}

var fuzzMethods = []string{http.MethodGet, http.MethodPost, http.MethodHead, http.MethodPut, "ODD"}

// FuzzSite sends whatever to whatever, signed in in each role: forms, commands,
// drafts, profiles, event ids, languages, cookies, keys, links. It is answered;
// nothing fails on it, and nothing of it stops the program.
func FuzzSite(f *testing.F) {
	d := openDoor(f)
	const jsonType, formType = "Content-Type: application/json", "Content-Type: application/x-www-form-urlencoded"
	draft, err := json.Marshal(sampleDraft())
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []struct {
		method             uint8
		target, role, head string
		body               string
	}{
		{0, "/", "", "Accept-Language: th-TH;q=0.9,*", ""},
		{0, "/w/ID", access.Participant, "", ""},
		{0, "/w/ID/live?since=1", access.Participant, "Last-Event-ID: 3", ""},
		{0, "/w/ID/live?since=-1&as=chair", access.Chair, "Last-Event-ID: 99999999999999999999", ""},
		{0, "/w/ID/topic/texts", access.Chair, "Accept-Encoding: gzip\nIf-None-Match: \"x\"", ""},
		{0, "/w/ID/me?as=participant", access.Participant, "", ""},
		{0, "/w/ID/links", access.Organiser, "", ""},
		{0, "/w/ID/report/report.docx", access.Organiser, "", ""},
		{0, "/w/ID/result/r_1/x.svg", access.Chair, "", ""},
		{0, "/w/ID/group/x", access.Participant, "", ""},
		{0, "/f/AAAAAAAAAAAAAAAAAAAAAA", "", "", ""},
		{0, "/s/%2e%2e%2f", "", "Cookie: sala-chair-x=\x7f; sala-lang=xx", ""},
		{1, "/f/AAAAAAAAAAAAAAAAAAAAAA", "", formType, "status=done&note=x"},
		{1, "/j", "", formType, "code=%20ab-cd"},
		{1, "/j/CODE", "", formType, "roleGroup=school&lang=th&name=x&alias=y"},
		{1, "/lang", "", formType, "lang=th&back=//elsewhere"},
		{1, "/w/ID/do/question.ask", access.Participant, jsonType + "\nIdempotency-Key: k", `{"text":"Who pays?"}`},
		{1, "/w/ID/do/round.open", access.Chair, jsonType, `{}`},
		{1, "/w/ID/do/ballot.cast", access.Participant, jsonType, `{"round":"r_1","ratings":{"feasible":10}}`},
		{1, "/w/ID/do/wording.edit", access.Chair, jsonType, `{"segment":"s","lang":"th","rev":-1,"text":"` + strings.Repeat("ก", 200) + `"}`},
		{1, "/w/ID/profile", access.Participant, jsonType, `{"roleGroup":"school","lang":"th","alias":"x","consents":{"a":true}}`},
		{1, "/w/ID/walkin", access.Organiser, jsonType, `{"roleGroup":"school","lang":"en"}`},
		{1, "/w/ID/profile", access.Participant, "Content-Type: multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"../x\"\r\n\r\nx\r\n--b--"},
		{1, "/j/CODE", "", "Content-Type: multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"roleGroup\"\r\n\r\nschool\r\n--b--\r\n"},
		{1, "/new", access.Organiser, jsonType, string(draft)},
		{1, "/new", access.Organiser, jsonType, `{"title":{"xx":"y"},"items":[{"start":"99:99","speakers":[{}]}],"groups":[{"template":"none"}]}`},
		{1, "/new/read", access.Organiser, "Content-Type: text/plain", "Workshop\n08:30-09:00 Registration\n"},
		{1, "/new/read", access.Organiser, "Content-Type: text/plain", "\xff\xfe\x00"},
		{1, "/new/read?name=a.csv&corrected=1", access.Organiser, "", "date,start\n2026-11-23,9:00"},
		{1, "/new/check", access.Organiser, jsonType, string(draft)},
		{1, "/new/check", access.Organiser, jsonType, `{"items":[{"date":"x","start":"09:00","end":"","kind":"talk","subItems":[{},{}]},{"date":"x","start":"08:00","end":"07:00"}],"recommendations":[{}]}`},
		{1, "/new/align", access.Organiser, jsonType, `{"a":"1. รับเด็ก\n2. ล่าม","b":"1. Admit"}`},
		{1, "/new/templates", access.Organiser, jsonType, `{"name":"x","draft":{"items":[{"speakers":null}]}}`},
		{1, "/new/templates/open", access.Organiser, jsonType, `{"sala":"template","version":1,"draft":{"groups":[{}]}}`},
		{1, "/w/ID/people", access.Organiser, jsonType, `{"people":[{"name":"x","roleGroup":"school","lang":"th"},{"alias":"\u0000"}]}`},
		{1, "/w/ID/people/read?name=a.csv", access.Organiser, "", "a;b\n1;2"},
		{1, "/w/ID/people/forget", access.Organiser, jsonType, `{}`},
	} {
		f.Add(s.method, s.target, s.role, s.head, s.body)
	}
	f.Fuzz(func(t *testing.T, method uint8, target, role, header, body string) {
		if !strings.HasPrefix(target, "/") {
			target = "/" + target
		}
		target = strings.NewReplacer("ID", d.id, "CODE", d.code).Replace(target)
		if cookies, ok := d.cookies[role]; ok {
			header += "\nCookie: " + cookies
		}
		patience := 10 * time.Second
		if strings.Contains(target, "/live") {
			patience = 20 * time.Millisecond // a stream has no end
		}
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		before := len(d.log.String())
		answer := d.send(ctx, fuzzMethods[int(method)%len(fuzzMethods)], target, header, body)
		if answer.Code >= 500 && ctx.Err() == nil {
			t.Errorf("%s is answered with %d: %.300s", target, answer.Code, answer.Body)
		}
		if log := d.log.String()[before:]; strings.Contains(log, "failed") || strings.Contains(log, "panic") {
			t.Errorf("the log of %s: %.2000s", target, log)
		}
		if bytes.Contains(answer.Body.Bytes(), []byte("<script>")) && strings.HasPrefix(answer.Header().Get("Content-Type"), "text/html") {
			t.Errorf("%s: a script of its own", target)
		}
	})
}
