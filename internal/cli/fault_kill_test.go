package cli

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/journal"
	journalsqlite "sala.example/internal/journal/sqlite"
	"sala.example/internal/rating"
	"sala.example/internal/room/view"
	"sala.example/internal/workshop"
)

// killsEnv sets how often the server is killed.
const killsEnv = "SALA_FAULT_KILLS"

const (
	killsByDefault = 60
	raters         = 20
)

// client is one browser under load, with its own book of what the server
// acknowledged.
type client struct {
	*browser
	s       *site
	name    string
	random  *rand.Rand
	sent    int
	asked   map[string]string                // text of a question -> key
	seq     map[string]uint64                // key -> the answer's number
	ballots map[workshop.ID]fields           // recommendation -> ratings
	load    *load                            // of all clients
	failed  func(format string, args ...any) // reports from beside the test
	over    func() bool                      // the load is to end
}

// load counts what all clients do.
type load struct {
	acknowledged, asked, shown atomic.Int64
	turned                     atomic.Int64 // times that a request had to be sent again
}

// enough says that the server was under load at all.
func (l *load) enough() bool {
	return l.acknowledged.Load() >= 500 && l.asked.Load() >= 50 && l.shown.Load() >= 20
}

// persist sends a command until it is acknowledged, always with the same key.
func (c *client) persist(command, key string, body fields) uint64 {
	data, err := json.Marshal(body)
	if err != nil {
		c.failed("%v", err)
	}
	for range 2000 {
		status, answer, err := c.attempt(http.MethodPost, c.s.w("/do/"+command), string(data), "Idempotency-Key", key)
		switch {
		case err == nil && status == http.StatusOK:
			var receipt struct{ Seq uint64 }
			if err := json.Unmarshal(answer, &receipt); err != nil {
				c.failed("%s: %v in %.200s", command, err, answer)
			}
			c.load.acknowledged.Add(1)
			return receipt.Seq
		case err == nil && status != http.StatusServiceUnavailable:
			c.failed("%s as %s: status %d: %.300s", command, c.name, status, answer)
			return 0
		}
		c.load.turned.Add(1)
		time.Sleep(time.Duration(5+c.random.IntN(20)) * time.Millisecond)
	}
	c.failed("%s as %s was never acknowledged", command, c.name)
	return 0
}

func (c *client) key() string {
	c.sent++
	return fmt.Sprint("key-", c.sent)
}

// ask puts a question that nobody else puts.
func (c *client) ask() {
	key := c.key()
	text := fmt.Sprintf("Question %s of %s", key, c.name)
	c.seq[key] = c.persist("question.ask", key, fields{"text": text})
	c.asked[text] = key
	c.load.asked.Add(1)
}

// rate casts a ballot, or changes it.
func (c *client) rate(round string) {
	rec := c.s.texts[c.random.IntN(len(c.s.texts))].ID
	ratings := fields{rating.Feasible: 1 + c.random.IntN(9), rating.Acceptable: 1 + c.random.IntN(9)}
	c.persist("ballot.cast", c.key(), fields{"round": round, "recommendation": rec, "ratings": ratings})
	c.ballots[rec] = ratings
}

// work goes on until it is told to stop, and settles what is under way.
func (c *client) work(round string) {
	for !c.over() {
		if c.random.IntN(12) == 0 {
			c.ask()
		} else {
			c.rate(round)
		}
		time.Sleep(time.Duration(c.random.IntN(40)) * time.Millisecond)
	}
}

// show switches the projector back and forth: each switch is one event.
func (c *client) show() {
	modes := []string{workshop.ScreenNow, workshop.ScreenQuestions} // "now" is the first
	for !c.over() {
		key := c.key()
		c.seq[key] = c.persist("screen.show", key, fields{"mode": modes[c.sent%2]})
		c.load.shown.Add(1)
		time.Sleep(time.Duration(c.random.IntN(40)) * time.Millisecond)
	}
}

// TestKilledServer kills the real server at random moments under load. What it
// acknowledged is there once, what it did not is sent again, every stream comes
// back by itself, and the round closes with the ballots that were acknowledged.
func TestKilledServer(t *testing.T) {
	t.Parallel()
	kills, killed := killsByDefault, 0
	if n, err := strconv.Atoi(os.Getenv(killsEnv)); err == nil {
		kills = n
	}
	v := newServer(t)
	s := v.site()
	s.create()
	var over atomic.Bool
	var all load
	newClient := func(name string, b *browser) *client {
		b.http.Timeout = 10 * time.Second
		return &client{
			browser: b, s: s, name: name, random: rand.New(rand.NewPCG(1, uint64(len(s.browser)))), load: &all, over: func() bool { return over.Load() || t.Failed() }, failed: t.Errorf,
			asked: map[string]string{}, seq: map[string]uint64{}, ballots: map[workshop.ID]fields{},
		}
	}
	var clients []*client
	for i := range raters {
		name := fmt.Sprint([]string{"officer", "migrant", "school"}[i%3], i)
		clients = append(clients, newClient(name, s.join(name, url.Values{"roleGroup": {[]string{"officer", "migrant", "school"}[i%3]}, "lang": {"th"}})))
	}
	chair := newClient(access.Chair, s.browser[access.Chair])
	round := s.openRound()
	var phones []*phone
	for _, who := range []string{access.Chair, access.Screen, access.Interpreter, access.Rapporteur, clients[0].name, clients[1].name, clients[2].name, clients[3].name} {
		phones = append(phones, s.carry(v, who, 50*time.Millisecond))
	}

	var working sync.WaitGroup
	for _, c := range clients {
		working.Go(func() { c.work(round) })
	}
	working.Go(chair.show)
	for end := time.Now().Add(2 * time.Minute); kills > 0 || !all.enough() && time.Now().Before(end); kills-- {
		time.Sleep(time.Duration(20+rand.IntN(180)) * time.Millisecond)
		v.kill()
		v.start()
		killed++
	}
	over.Store(true)
	working.Wait()
	if t.Failed() {
		return
	}
	settled(t, s, clients, chair, phones)
	s.as(access.Chair, "round.close", fields{"round": round})
	if status, took := v.end(); status != 0 || took > 10*time.Second {
		t.Errorf("it ended with status %d after %v", status, took)
	}
	compareBooks(t, s, clients, chair, round)
	t.Logf("%d kills, %d requests sent again, %d streams came back %d times", killed, all.turned.Load(), len(phones), phones[0].times()-1)
}

// settled compares what people see with the books, and asks for old answers
// again.
func settled(t *testing.T, s *site, clients []*client, chair *client, phones []*phone) {
	t.Helper()
	clients[0].ask()
	allHave(t, phones, "questions", clients[0].seq[fmt.Sprint("key-", clients[0].sent)], 20*time.Second)
	var want, got []string
	for _, c := range clients {
		want = slices.AppendSeq(want, maps.Keys(c.asked))
	}
	var shown view.Questions
	s.topic(access.Chair, "questions", &shown)
	for _, q := range shown.Questions {
		got = append(got, q.Text)
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("%d questions were acknowledged, %d are there; missing %v, unknown or twice %v", len(want), len(got), without(want, got), without(got, want))
	}
	for _, c := range clients {
		for text, key := range c.asked {
			if seq := c.persist("question.ask", key, fields{"text": text}); seq != c.seq[key] {
				t.Errorf("%s: the first answer was event %d, sent again it is %d", text, c.seq[key], seq)
			}
			break // one of each is enough
		}
	}
}

// without is what a has more often than b.
func without(a, b []string) (more []string) {
	n := map[string]int{}
	for _, x := range b {
		n[x]++
	}
	for _, x := range a {
		if n[x]--; n[x] < 0 {
			more = append(more, x)
		}
	}
	return more
}

// compareBooks reads the journal as the server left it.
func compareBooks(t *testing.T, s *site, clients []*client, chair *client, round string) {
	t.Helper()
	j, err := journalsqlite.Open(t.Context(), filepath.Join(s.dir, "journal.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if err := journal.Verify(journal.All(t.Context(), j, s.id, 0)); err != nil {
		t.Error(err)
	}
	kinds := map[string]int{}
	for e, err := range journal.All(t.Context(), j, s.id, 0) {
		if err != nil {
			t.Fatal(err)
		}
		kinds[e.Kind]++
		if e.Kind == "round.closed" {
			compareTallies(t, clients, round, e.Data)
		}
	}
	asked := 0
	for _, c := range clients {
		asked += len(c.asked)
	}
	shown := len(chair.seq)
	if kinds["question.asked"] != asked || kinds["screen.shown"] != shown || kinds["round.closed"] != 1 {
		t.Errorf("acknowledged were %d questions and %d switches of the screen, the journal has %v", asked, shown, kinds)
	}
	acknowledged := chair.load.acknowledged.Load()
	if !chair.load.enough() {
		t.Errorf("only %d questions, %d switches and %d requests in all: there was no load", asked, shown, acknowledged)
	}
	t.Logf("%d requests acknowledged: %d questions, %d switches, the others ballots", acknowledged, asked, shown)
}

// compareTallies counts the books' ballots as the round should have.
func compareTallies(t *testing.T, clients []*client, round string, data []byte) {
	t.Helper()
	var closed workshop.RoundClosed
	if err := json.Unmarshal(data, &closed); err != nil {
		t.Fatal(err)
	}
	for _, result := range closed.Results {
		var ballots []rating.Ballot
		for i, c := range clients {
			if b, ok := c.ballots[result.Recommendation]; ok {
				ballot := rating.Ballot{Group: []string{"officer", "migrant", "school"}[i%3], Ratings: map[string]int{}}
				for name, value := range b {
					ballot.Ratings[name] = value.(int)
				}
				ballots = append(ballots, ballot)
			}
		}
		want, err := rating.NewTally(ballots, []string{rating.Feasible, rating.Acceptable}, "officer")
		if err != nil {
			t.Fatal(err)
		}
		if len(ballots) < raters/2 || closed.Round != round || !reflect.DeepEqual(result.Tally, want) {
			t.Errorf("%d ballots were acknowledged: want the tally %+v, got %+v", len(ballots), want, result.Tally)
		}
	}
}
