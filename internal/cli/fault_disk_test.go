//go:build linux

package cli

import (
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"sala.example/internal/access"
	"sala.example/internal/locale"
	"sala.example/internal/room/view"
)

// limitFiles lets no file of the server grow beyond a size, as a full disk
// does (prlimit(2) on the running process).
func (v *server) limitFiles(bytes uint64) {
	v.t.Helper()
	limit := syscall.Rlimit{Cur: bytes, Max: math.MaxUint64}
	_, _, errno := syscall.RawSyscall6(syscall.SYS_PRLIMIT64, uintptr(v.cmd.Process.Pid), syscall.RLIMIT_FSIZE, uintptr(unsafe.Pointer(&limit)), 0, 0, 0)
	if errno != 0 {
		v.t.Fatal(errno)
	}
}

const noLimit = math.MaxUint64

// TestFullDisk fills the disk under the real server. Nothing can be saved, and
// people are told so in their language; all can still be read; with space again
// it goes on by itself, and what was refused can be sent again.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	for name, rating := range map[string]bool{"between rounds": false, "in an open round": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			v := newServer(t)
			s := v.site()
			s.create()
			for _, who := range []string{"officer1", "officer2", "officer3", "migrant1"} {
				s.join(who, url.Values{"roleGroup": {strings.TrimRight(who, "123")}, "lang": {"th"}})
			}
			round := ""
			if rating {
				round = s.openRound()
			}
			s.as("migrant1", "question.ask", fields{"text": "Before the disk was full"})
			phone := s.carry(v, "officer1", 100*time.Millisecond)

			v.limitFiles(1)
			s.refusedOnFullDisk(t, round)
			s.readableOnFullDisk(t)
			within(t, 20*time.Second, "/readyz says 503 on a full disk", func() bool { return s.statusOf("/readyz") == http.StatusServiceUnavailable })
			if got := s.browser[access.Chair].get("/readyz"); !strings.HasPrefix(got.text(), "not ready: the disk ") {
				t.Errorf("/readyz on a full disk says %q", got.text())
			}

			v.limitFiles(noLimit)
			within(t, 20*time.Second, "/readyz says 200 with space again", func() bool { return s.statusOf("/readyz") == http.StatusOK })
			s.recovered(t, round, phone)
			v.kill()
			v.start()
			s.holdsQuestions(t, "Before the disk was full", "While the disk was full")
		})
	}
}

func (s *site) statusOf(path string) int {
	status, _, err := s.browser[access.Chair].attempt(http.MethodGet, path, "")
	if err != nil {
		return 0
	}
	return status
}

// refusedOnFullDisk sends what cannot be saved; three times, in both languages.
func (s *site) refusedOnFullDisk(t *testing.T, round string) {
	t.Helper()
	for range 3 {
		for _, lang := range locale.Languages() {
			got := s.browser["migrant1"].in(lang).post(s.w("/do/question.ask"), fields{"text": "While the disk was full"}, "Idempotency-Key", "full-1")
			s.unavailable(t, lang, got)
			if round != "" {
				got := s.browser["migrant1"].in(lang).post(s.w("/do/ballot.cast"), fields{"round": round, "recommendation": s.texts[0].ID, "ratings": fields{"feasible": 7, "acceptable": 7}})
				s.unavailable(t, lang, got)
			}
		}
	}
	stranger := s.newBrowser("stranger")
	if got := stranger.form("/j/"+s.code, url.Values{"roleGroup": {"school"}, "lang": {"en"}}); got.status != http.StatusServiceUnavailable || !strings.Contains(got.text(), locale.Say("en", "refusal.web.cannot-save-form")) || got.header.Get("Retry-After") == "" {
		t.Errorf("joining on a full disk: status %d: %.300s", got.status, got.text())
	}
}

func (s *site) unavailable(t *testing.T, lang string, got *response) {
	t.Helper()
	code, message := got.problem()
	if got.status != http.StatusServiceUnavailable || code != "web.cannot-save" || message != locale.Say(lang, "refusal.web.cannot-save") || got.header.Get("Retry-After") == "" {
		t.Errorf("%s (%s) on a full disk: status %d: %.300s", got.asked, lang, got.status, got.body)
	}
}

// readableOnFullDisk opens everything that people read.
func (s *site) readableOnFullDisk(t *testing.T) {
	t.Helper()
	for who, paths := range map[string][]string{
		"migrant1":        {"", "/me", "/topic/texts", "/topic/questions", "/topic/rounds"},
		"officer1":        {"", "/me"}, // asks for the first time
		access.Chair:      {"/chair", "/topic/day"},
		access.Screen:     {"/screen"},
		access.Rapporteur: {"/texts"},
	} {
		for _, path := range paths {
			if got := s.browser[who].get(s.w(path)); got.status != http.StatusOK {
				t.Errorf("on a full disk %s reads %s: status %d: %.200s", who, path, got.status, got.text())
			}
		}
	}
	if got := s.browser[access.Chair].get("/healthz"); got.status != http.StatusOK {
		t.Errorf("on a full disk /healthz: %d", got.status)
	}
	s.holdsQuestions(t, "Before the disk was full")
}

// holdsQuestions wants exactly these questions in the room.
func (s *site) holdsQuestions(t *testing.T, want ...string) {
	t.Helper()
	got := s.browser[access.Chair].get(s.w("/topic/questions"))
	var shown view.Questions
	if got.status != http.StatusOK || json.Unmarshal(got.body, &shown) != nil {
		t.Errorf("the questions: status %d: %.200s", got.status, got.body)
		return
	}
	var texts []string
	for _, q := range shown.Questions {
		texts = append(texts, q.Text)
	}
	if missing, more := without(want, texts), without(texts, want); len(missing)+len(more) > 0 {
		t.Errorf("%d questions are there, want %d; missing %.300v, unknown or twice %.300v", len(texts), len(want), missing, more)
	}
}

// recovered sends again what was refused: it is carried out once, and seen.
func (s *site) recovered(t *testing.T, round string, seen *phone) {
	t.Helper()
	var receipts [2]struct{ Seq uint64 }
	for i := range receipts {
		s.browser["migrant1"].post(s.w("/do/question.ask"), fields{"text": "While the disk was full"}, "Idempotency-Key", "full-1").want(http.StatusOK).json(&receipts[i])
	}
	if receipts[0] != receipts[1] {
		t.Errorf("the same key was answered with %v", receipts)
	}
	allHave(t, []*phone{seen}, "questions", receipts[0].Seq, 20*time.Second)
	s.holdsQuestions(t, "Before the disk was full", "While the disk was full")
	if round == "" {
		return
	}
	s.browser["migrant1"].post(s.w("/do/ballot.cast"), fields{"round": round, "recommendation": s.texts[0].ID, "ratings": fields{"feasible": 7, "acceptable": 7}}).want(http.StatusOK)
	if !within(t, 20*time.Second, "one ballot is counted", func() bool {
		var turnout view.Turnout
		s.topic(access.Chair, "turnout", &turnout)
		return turnout.ByRecommendation[s.texts[0].ID] == 1
	}) {
		t.Log("the ballots that were refused count, or the one that was kept does not")
	}
}

// TestDiskFillsUnderLoad lets the last bytes go in the middle of a burst: each
// command is there whole or not at all, and its author knows which.
func TestDiskFillsUnderLoad(t *testing.T) {
	t.Parallel()
	v := newServer(t)
	s := v.site()
	s.create()
	var names []string
	for i := range 12 {
		names = append(names, fmt.Sprint("school", i))
		s.join(names[i], url.Values{"roleGroup": {"school"}, "lang": {"en"}})
	}
	var largest uint64
	for _, name := range []string{"journal.db-wal", "vault.db-wal"} {
		info, err := os.Stat(filepath.Join(v.dir, name))
		if err != nil {
			t.Fatal(err)
		}
		largest = max(largest, uint64(info.Size()))
	}
	v.limitFiles(largest + 60_000)
	kept, refused := s.burst(t, names, 12)
	if len(refused) == 0 || len(kept) == 0 {
		t.Fatalf("%d commands kept, %d refused: the disk did not fill in between", len(kept), len(refused))
	}
	s.holdsQuestions(t, kept...)
	v.limitFiles(noLimit)
	again, still := s.burst(t, names, 12)
	if len(still) != 0 {
		t.Errorf("with space again %d commands were refused", len(still))
	}
	s.holdsQuestions(t, again...)
	v.kill()
	v.start()
	s.holdsQuestions(t, again...)
	t.Logf("%d kept, %d refused on the full disk, all %d afterwards", len(kept), len(refused), len(again))
}

// burst has everybody ask questions at once, always the same with the same keys.
func (s *site) burst(t *testing.T, names []string, each int) (kept, refused []string) {
	var mu sync.Mutex
	var all sync.WaitGroup
	for _, name := range names {
		all.Go(func() {
			for i := range each {
				text := fmt.Sprintf("Question %d of %s %s", i, name, strings.Repeat("x", 200))
				body := fmt.Sprintf(`{"text":%q}`, text)
				status, answer, err := s.browser[name].attempt(http.MethodPost, s.w("/do/question.ask"), body, "Idempotency-Key", fmt.Sprint("burst-", i))
				mu.Lock()
				switch {
				case err == nil && status == http.StatusOK:
					kept = append(kept, text)
				case err == nil && status == http.StatusServiceUnavailable:
					refused = append(refused, text)
				default:
					t.Errorf("%s: status %d, %v: %.200s", text[:20], status, err, answer)
				}
				mu.Unlock()
			}
		})
	}
	all.Wait()
	return kept, refused
}
