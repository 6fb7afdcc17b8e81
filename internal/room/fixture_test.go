package room

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/journal"
	"sala.example/internal/journal/memory"
	"sala.example/internal/random"
	"sala.example/internal/room/view"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// hall is a room with its journal, its vault and its clock in a test's hand.
type hall struct {
	t     *testing.T
	dir   string
	store journal.Journal
	flaky *flaky
	vault *vault.Vault
	house *House
	room  *Room
	clock *handClock
	log   bytes.Buffer
	id    string
	texts []paragraph
}

// paragraph is a recommendation with its only segment.
type paragraph struct{ rec, segment string }

// The people of the hall. Schools are two: a group that is never shown.
var (
	officers = []string{"p_officer1", "p_officer2", "p_officer3", "p_officer4"}
	parents  = []string{"p_parent1", "p_parent2", "p_parent3"}
	schools  = []string{"p_school1", "p_school2"}
)

func everybody() []string {
	return append(append(append([]string{}, officers...), parents...), schools...)
}

var (
	chair      = workshop.Actor{ID: "u_chair", Role: access.Chair}
	organiser  = workshop.Actor{ID: "u_organiser", Role: access.Organiser}
	rapporteur = workshop.Actor{ID: "u_rapporteur", Role: access.Rapporteur}
)

func participant(id string) workshop.Actor {
	return workshop.Actor{ID: id, Role: access.Participant}
}

// newHall opens a workshop with two recommendations and nobody in it.
func newHall(t *testing.T) *hall { return newHallOn(t, memory.New()) }

func newHallOn(t *testing.T, store journal.Journal) *hall {
	t.Helper()
	h := &hall{t: t, dir: t.TempDir(), store: store, clock: &handClock{at: time.Date(2014, 9, 23, 1, 30, 0, 0, time.UTC)}}
	h.openHouse()
	r, err := h.house.Create(t.Context(), organiser, sampleCreate(), map[string]vault.Profile{"x_speaker": {Name: "Speaker 1", Affiliation: "University 1"}})
	h.must(err)
	h.room, h.id = r, r.ID()
	h.look(func(s *workshop.State) {
		for _, rec := range s.Recommendations {
			h.texts = append(h.texts, paragraph{rec.ID, rec.Segments[0].ID})
		}
	})
	t.Cleanup(h.close)
	return h
}

// newFullHall has everybody in it.
func newFullHall(t *testing.T) *hall {
	t.Helper()
	h := newHall(t)
	h.fill()
	return h
}

func (h *hall) fill() {
	h.t.Helper()
	for group, people := range map[string][]string{"officers": officers, "parents": parents, "schools": schools} {
		for _, p := range people {
			h.do(participant(p), &workshop.Join{Participant: p, RoleGroup: group, Lang: "th"})
		}
	}
}

func (h *hall) openHouse() {
	h.t.Helper()
	var err error
	h.vault, err = vault.Open(h.t.Context(), h.dir, seeded(1))
	h.must(err)
	h.flaky = &flaky{Journal: h.store}
	h.house, err = OpenHouse(h.t.Context(), Deps{
		Journal: h.flaky, Vault: h.vault, Now: h.clock.now, Random: seeded(2 + uint64(h.clock.reads())),
		Log: slog.New(slog.NewTextHandler(&h.log, nil)), Join: func(code string) string { return "sala.test/j/" + code },
	})
	h.must(err)
}

// close ends everything but the journal, which stands for the disk.
func (h *hall) close() {
	if h.vault == nil {
		return
	}
	h.house.Close()
	h.must(h.vault.Close())
	h.vault = nil
}

// reopen is a restart of the program.
func (h *hall) reopen() {
	h.t.Helper()
	h.close()
	h.openHouse()
	h.come()
}

// come opens the room again.
func (h *hall) come() {
	h.t.Helper()
	var err error
	h.room, err = h.house.Room(h.t.Context(), h.id)
	h.must(err)
}

func (h *hall) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// try gives a command with a key.
func (h *hall) try(actor workshop.Actor, key string, cmd workshop.Command) (Receipt, error) {
	return h.room.Do(context.Background(), actor, key, cmd)
}

// do gives a command that must be carried out.
func (h *hall) do(actor workshop.Actor, cmd workshop.Command) Receipt {
	h.t.Helper()
	receipt, err := h.try(actor, "", cmd)
	if err != nil {
		h.t.Fatalf("%s: %v", cmd.Name(), err)
	}
	return receipt
}

// refused gives a command that must be turned down with a code.
func (h *hall) refused(code string, actor workshop.Actor, cmd workshop.Command) {
	h.t.Helper()
	_, err := h.try(actor, "", cmd)
	var refusal *workshop.Refusal
	if !errors.As(err, &refusal) || refusal.Code != code {
		h.t.Errorf("%s: got %v, want it refused with %q", cmd.Name(), err, code)
	}
}

func (h *hall) look(read func(*workshop.State)) {
	h.t.Helper()
	h.must(h.room.Look(context.Background(), read))
}

// state is the whole state as JSON.
func (h *hall) state() string {
	h.t.Helper()
	var data []byte
	var err error
	h.look(func(s *workshop.State) { data, err = json.Marshal(s) })
	h.must(err)
	return string(data)
}

func (h *hall) head() uint64 {
	h.t.Helper()
	seq, _, err := h.store.Head(h.t.Context(), h.id)
	h.must(err)
	return seq
}

// topic is a topic's body as a class sees it.
func (h *hall) topic(class access.Class, name string) string {
	h.t.Helper()
	got, ok := h.room.Topic(class, name)
	if !ok {
		h.t.Fatalf("%s does not see %s", class, name)
	}
	return string(got.Body)
}

// topics is everything that anybody can see.
func (h *hall) topics() map[string]string {
	all := map[string]string{}
	for _, class := range access.Classes() {
		for _, name := range access.Topics() {
			if t, ok := h.room.Topic(class, name); ok {
				all[name+" for "+string(class)] = string(t.Body)
			}
		}
	}
	return all
}

// stored counts what the vault has kept of words.
func (h *hall) stored() int {
	h.t.Helper()
	passages, err := h.vault.Passages(h.t.Context(), h.id)
	h.must(err)
	return len(passages)
}

// openRound opens a round on everything and gives its id.
func (h *hall) openRound() (id string) {
	h.t.Helper()
	h.do(chair, &workshop.OpenRound{})
	h.look(func(s *workshop.State) { id = s.OpenRound().ID })
	return id
}

func ballot(round, rec string, feasible, acceptable int) *workshop.CastBallot {
	return &workshop.CastBallot{Round: round, Recommendation: rec, Ratings: map[string]int{"feasible": feasible, "acceptable": acceptable}}
}

// wait gives the room up to five seconds to make something so.
func (h *hall) wait(what string, so func() bool) {
	h.t.Helper()
	for range 500 {
		if so() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	h.t.Errorf("after five seconds: not %s", what)
}

// waitForBallots waits until the room shows so many ballots on a recommendation.
func (h *hall) waitForBallots(rec string, n int) {
	h.t.Helper()
	h.wait("counted", func() bool {
		var turnout view.Turnout
		return json.Unmarshal([]byte(h.topic(access.InRoom, "turnout")), &turnout) == nil && turnout.ByRecommendation[rec] == n
	})
}

// files reads every file of the data folder.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(data)
	}
	return all
}

// mustNotHold fails for every text that holds one of the marks.
func mustNotHold(t *testing.T, when string, texts map[string]string, marks ...string) {
	t.Helper()
	for name, body := range texts {
		for _, mark := range marks {
			if strings.Contains(body, mark) {
				t.Errorf("%s: %s holds %q", when, name, mark)
			}
		}
	}
}

// handClock stands still unless it is moved.
type handClock struct {
	mu    sync.Mutex
	at    time.Time
	asked int
}

func (c *handClock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asked++
	return c.at
}

func (c *handClock) move(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(by)
}

func (c *handClock) reads() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.asked
}

// seeded is randomness that can be foreseen.
func seeded(seed uint64) io.Reader {
	var key [32]byte
	for i := range 8 {
		key[i] = byte(seed >> (8 * i))
	}
	return random.Locked(rand.NewChaCha8(key))
}

var errDisk = errors.New("no space left on the disk")

// flaky is a journal that fails when it is told to.
type flaky struct {
	journal.Journal
	mu      sync.Mutex
	before  int  // appends that fail and keep nothing
	behind  int  // appends that are kept and fail all the same
	blind   bool // nothing can be read
	appends int
}

func (f *flaky) set(change func(*flaky)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	change(f)
}

func (f *flaky) Append(ctx context.Context, name string, after uint64, batches ...journal.Batch) ([]journal.Event, error) {
	f.mu.Lock()
	f.appends++
	before, behind := f.before > 0, f.behind > 0
	if before {
		f.before--
	} else if behind {
		f.behind--
	}
	f.mu.Unlock()
	if before {
		return nil, errDisk
	}
	events, err := f.Journal.Append(ctx, name, after, batches...)
	if behind && err == nil {
		return nil, errDisk
	}
	return events, err
}

func (f *flaky) Read(ctx context.Context, name string, after uint64, limit int) ([]journal.Event, error) {
	f.mu.Lock()
	blind := f.blind
	f.mu.Unlock()
	if blind {
		return nil, errDisk
	}
	return f.Journal.Read(ctx, name, after, limit)
}

func sampleCreate() *workshop.Create {
	session := func(start, end, title, kind string, speakers ...string) workshop.Session {
		return workshop.Session{Date: "2014-09-23", Start: start, End: end, Title: workshop.Text{"en": title}, Kind: kind, Decides: kind == "decision", Speakers: speakers}
	}
	board := func(name string) workshop.AddGroup {
		return workshop.AddGroup{Label: workshop.Text{"en": name}, Template: "model", Domains: []workshop.Domain{{ID: "d1", Name: workshop.Text{"en": "Now"}}, {ID: "d2", Name: workshop.Text{"en": "Next"}}}}
	}
	return &workshop.Create{
		Settings: workshop.Settings{
			Title: workshop.Text{"en": "Schools for every child", "th": "โรงเรียนสำหรับเด็กทุกคน"}, Timezone: "Asia/Bangkok", Floor: "th",
			Required: []workshop.Lang{"th", "en"}, AcceptingParty: "officers",
			RoleGroups: []workshop.RoleGroup{
				{ID: "officers", Name: workshop.Text{"en": "Officers"}}, {ID: "parents", Name: workshop.Text{"en": "Parents"}}, {ID: "schools", Name: workshop.Text{"en": "Schools"}},
			},
		},
		Programme: []workshop.Session{
			session("08:30", "09:00", "Registration", "registration"), session("09:00", "10:00", "Findings", "talk", "x_speaker"),
			session("10:00", "11:00", "Agreement", "decision"), session("11:00", "11:30", "Closing", "closing"),
		},
		Recommendations: []workshop.AddRecommendation{
			{Segments: []workshop.Text{{"th": "รับเด็กทุกคนเข้าเรียน", "en": "Admit every child to school."}}},
			{Segments: []workshop.Text{{"th": "จัดล่ามในโรงเรียน", "en": "Provide interpreters at schools."}}},
		},
		Groups: []workshop.AddGroup{board("Group A"), board("Group B")},
	}
}

func ask(text string) *workshop.AskQuestion {
	return &workshop.AskQuestion{Text: workshop.Say(text), Lang: "en"}
}

func mustHold(t *testing.T, text string, marks ...string) {
	t.Helper()
	for _, mark := range marks {
		if !strings.Contains(text, mark) {
			t.Errorf("%q is not in %.300s", mark, text)
		}
	}
}
