package cli

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sala.example/internal/access"
)

// Screens show the last captions alone; the list has all of them, and each can be
// taken out, after the closing too.
func TestEveryCaptionCanBeTakenOut(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	for i := range 20 {
		s.as(access.Interpreter, "caption.say", fields{"lang": []string{"en", "th"}[i%2], "text": fmt.Sprintf("Sentence %d of <b>the</b> morning.", i)})
	}
	list := func(role string) *response {
		return s.browser[role].get(s.w("/captions?as=" + role)).want(http.StatusOK)
	}
	if got := list(access.Interpreter).text(); strings.Count(got, "Sentence ") != 3*20 || strings.Index(got, "Sentence 19 ") > strings.Index(got, "Sentence 0 ") || !strings.Contains(got, "Sentence 0 of <b>the</b> morning.") {
		t.Errorf("the list says %s", got)
	}
	remove := func(role, text string) *response {
		_, after, _ := strings.Cut(string(list(role).body), text)
		_, after, _ = strings.Cut(after, `name="caption" value="`)
		id, _, _ := strings.Cut(after, `"`)
		return s.browser[role].form(s.w("/captions?as="+role), url.Values{"caption": {id}})
	}
	remove(access.Interpreter, "Sentence 0 ").want(http.StatusSeeOther)
	s.closeDay()
	remove(access.Organiser, "Sentence 7 ").want(http.StatusSeeOther)
	got := list(access.Chair).text()
	for i := range 20 {
		if there := strings.Contains(got, fmt.Sprintf("Sentence %d ", i)); there != (i != 0 && i != 7) {
			t.Errorf("sentence %d is in the list: %v", i, there)
		}
	}
	s.noneOf("after they were taken out", s.everywhere(), map[string]string{"Sentence 0 of": "the first sentence", "Sentence 7 of": "another one"}, "")
	s.browser[access.Organiser].form(s.w("/captions?as=organiser"), url.Values{"caption": {"l_none"}}).want(http.StatusUnprocessableEntity)
}
