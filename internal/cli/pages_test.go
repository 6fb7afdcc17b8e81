package cli

import (
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/locale"
)

// pages are all pages of the site, by who opens them.
func (s *site) pages() map[string]string {
	return map[string]string{
		"/": access.Participant, "/j/" + s.code: "stranger", "/new": access.Organiser, "/nothing": access.Participant,
		s.w(""): access.Participant, s.w("/chair"): access.Chair, s.w("/texts"): access.Interpreter, s.w("/desk"): access.Desk,
		s.w("/screen"): access.Screen, s.w("/group/" + s.group): access.Rapporteur, s.w("/links"): access.Organiser,
	}
}

var (
	bareKey   = regexp.MustCompile(`\b(common|home|phone|screen|chair|texts|sheet|desk|review|follow|refusal|report|note|join|links|gate)\.[a-z][a-z0-9-]*(\.[a-z0-9-]+)*\b`)
	carried   = regexp.MustCompile(`(?s)<script type="application/json" id="sala">(.*?)</script>`)
	outOfLine = regexp.MustCompile(`(?i)<[^>]+\s(style|on[a-z]+)=|<script(?:>|\s+[^>]*?>)[^<\s{]`)
	openHole  = regexp.MustCompile(`\{[a-z]+\}`)
)

// Every page says everything in the reader's language: no bare key, no hole
// that nothing filled; and what it carries for its script is JSON with the
// messages of that language. Nothing in it needs a looser content policy.
func TestPagesSpeakTheReadersLanguage(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.rate()
	s.know()
	s.newBrowser("stranger")
	for path, who := range s.pages() {
		for _, lang := range locale.Languages() {
			got := s.browser[who].in(lang).get(path)
			if got.status >= http.StatusInternalServerError {
				t.Errorf("%s in %s: status %d", path, lang, got.status)
				continue
			}
			page, text := string(got.body), got.text()
			if !strings.Contains(page, `<html lang="`+lang+`">`) || got.header.Get("Content-Language") != lang {
				t.Errorf("%s in %s is in another language", path, lang)
			}
			if key := bareKey.FindString(text); key != "" {
				t.Errorf("%s in %s shows the bare key %q", path, lang, key)
			}
			if hole := openHole.FindString(text); hole != "" {
				t.Errorf("%s in %s shows the hole %q", path, lang, hole)
			}
			if loose := outOfLine.FindString(carried.ReplaceAllString(page, "")); loose != "" {
				t.Errorf("%s in %s has %q, which its content policy forbids", path, lang, loose)
			}
			if m := carried.FindStringSubmatch(page); m != nil {
				checkCarried(t, path, lang, m[1])
			}
		}
	}
}

func checkCarried(t *testing.T, path, lang, data string) {
	t.Helper()
	var island struct {
		Lang     string            `json:"lang"`
		Messages map[string]string `json:"messages"`
	}
	if err := json.Unmarshal([]byte(data), &island); err != nil {
		t.Errorf("%s in %s carries what is not JSON: %v", path, lang, err)
		return
	}
	if island.Lang != lang || len(island.Messages) == 0 {
		t.Errorf("%s in %s carries %d messages in %q", path, lang, len(island.Messages), island.Lang)
	}
	for key, said := range island.Messages {
		if said != locale.Say(lang, key) {
			t.Errorf("%s in %s carries %q as %q", path, lang, key, said)
		}
	}
}

// A phone page can be read before any script runs: the programme, the texts in
// both languages and the code to join are in it.
func TestPagesAreReadableWithoutScript(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	phone := s.browser[access.Participant].in("en").get(s.w("")).want(http.StatusOK).text()
	for _, want := range []string{"Schools for every child", "Registration", "Admit every child to school."} {
		if !strings.Contains(phone, want) {
			t.Errorf("the phone page does not say %q without script", want)
		}
	}
	screen := s.browser[access.Screen].in("th").get(s.w("/screen")).want(http.StatusOK).text()
	if !strings.Contains(screen, s.code) {
		t.Error("the projector does not show the code without script")
	}
}
