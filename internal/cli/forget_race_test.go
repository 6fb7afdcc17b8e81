package cli

import (
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"testing"
)

// Who has themselves erased in one tab while another tab still saves their
// name is told that they are signed out; the name is nowhere.
func TestAProfileThatRacesWithItsErasure(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.rate()
	staying, names := s.people, map[string]string{}
	for i := range 20 {
		who := fmt.Sprint("leaving", i)
		s.join(who, url.Values{"roleGroup": {"migrant"}, "lang": {"th"}, "alias": {marker(i)}})
		names[marker(i)] = "the alias of " + who
		try := func(path, body string) {
			status, answer, err := s.browser[who].attempt(http.MethodPost, s.w(path), body)
			if err != nil || status != http.StatusOK && status != http.StatusUnauthorized && status != http.StatusForbidden && status != http.StatusUnprocessableEntity {
				t.Errorf("%s: status %d, %v: %.200s", path, status, err, answer)
			}
		}
		var tabs sync.WaitGroup
		for n := range 4 {
			tabs.Go(func() {
				try("/profile", fmt.Sprintf(`{"roleGroup":"migrant","lang":"th","alias":"%s","name":"%s"}`, marker(i), marker(i)+fmt.Sprint(n)))
			})
		}
		tabs.Go(func() { try("/erase", "{}") })
		tabs.Wait()
	}
	s.people = staying
	s.closeDay()
	s.nowhere("after the races", names, "")
}
