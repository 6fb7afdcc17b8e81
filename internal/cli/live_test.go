package cli

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/room/view"
)

// frame is one event of a live stream.
type frame struct {
	event, id string
	topic     string
	rev       uint64
	fetch     bool
	now       int64
	state     json.RawMessage
}

// listener is a live stream being read.
type listener struct {
	t      *testing.T
	header http.Header
	frames chan frame
	stop   func()
}

// listen opens the live stream of a browser.
func (s *site) listen(who, query string, headers ...string) *listener {
	s.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, s.program.base+s.w("/live")+query, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	client := http.Client{Jar: s.browser[who].http.Jar}
	resp, err := client.Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		body, _ := io.ReadAll(resp.Body)
		s.t.Fatalf("the stream: %d %s", resp.StatusCode, body)
	}
	l := &listener{t: s.t, header: resp.Header, frames: make(chan frame, 100), stop: cancel}
	go l.read(resp.Body)
	s.t.Cleanup(cancel)
	return l
}

func (l *listener) read(body io.ReadCloser) {
	defer body.Close()
	defer close(l.frames)
	lines := bufio.NewScanner(body)
	lines.Buffer(nil, 4<<20)
	var f frame
	for lines.Scan() {
		name, value, _ := strings.Cut(lines.Text(), ": ")
		switch name {
		case "event":
			f.event = value
		case "id":
			f.id = value
		case "data":
			var data struct {
				Topic string
				Rev   uint64
				Fetch bool
				Now   int64
				State json.RawMessage
			}
			if err := json.Unmarshal([]byte(value), &data); err != nil {
				l.t.Errorf("a frame is not JSON: %v: %.200s", err, value)
			}
			f.topic, f.rev, f.fetch, f.now, f.state = data.Topic, data.Rev, data.Fetch, data.Now, data.State
		case "":
			l.frames <- f
			f = frame{}
		}
	}
}

// next is the next frame, within twenty seconds.
func (l *listener) next() (frame, bool) {
	select {
	case f, ok := <-l.frames:
		return f, ok
	case <-time.After(20 * time.Second):
		l.t.Error("no frame for twenty seconds")
		return frame{}, false
	}
}

// topics are the frames of topics until all that was sent at once is there and it
// is quiet for a moment; that may take its time. The last of them has an id.
func (l *listener) topics() (list []frame) {
	quiet := 20 * time.Second
	for {
		select {
		case f, ok := <-l.frames:
			if !ok {
				return list
			}
			if f.event == "topic" {
				list = append(list, f)
			}
			if f.id != "" && len(list) > 0 {
				quiet = 300 * time.Millisecond
			}
		case <-time.After(quiet):
			return list
		}
	}
}

func names(frames []frame) (list []string) {
	for _, f := range frames {
		list = append(list, f.topic)
	}
	return list
}

var roomTopics = []string{"day", "texts", "questions", "groups", "rounds", "turnout", "screen", "opinion", "statements", "captions"}

func TestTheStream(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	l := s.listen("migrant1", "?since=0")
	if kind := l.header.Get("Content-Type"); kind != "text/event-stream" || l.header.Get("Cache-Control") != "no-store" || l.header.Get("X-Accel-Buffering") != "no" {
		t.Errorf("headers %v", l.header)
	}
	checkHeaders(t, "GET /w/{id}/live", l.header)
	if beat, _ := l.next(); beat.event != "beat" || beat.now != s.clock.now().UnixMilli() {
		t.Errorf("the first frame is %+v, want a heartbeat with the server's clock", beat)
	}
	if got := names(l.topics()); !slices.Equal(got, roomTopics) {
		t.Errorf("at first came %v, want %v", got, roomTopics)
	}
	s.as("migrant2", "question.ask", fields{"text": "Who pays for it?"})
	changed := l.topics()
	if len(changed) != 1 || changed[0].topic != "questions" || changed[0].rev != s.head() || !bytes.Contains(changed[0].state, []byte("Who pays for it?")) {
		t.Errorf("a question led to %+v", changed)
	}
	s.stop()
	for range l.frames { // it ends when the program does
	}
}

// An edit reaches every screen the moment it is durable. How soon that is, bench/ measures; here it must
// not wait for a heartbeat.
func TestTheStreamIsPrompt(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	l := s.listen(access.Screen, "?since=0")
	l.topics()
	asked := time.Now()
	s.as(access.Rapporteur, "wording.edit", fields{"segment": s.texts[0].Segments[0].ID, "lang": "en", "rev": 1, "text": "Admit every child at once."})
	for {
		f, ok := l.next()
		if !ok {
			t.Fatal("the edit never came")
		}
		var texts view.Texts
		if f.topic == "texts" && json.Unmarshal(f.state, &texts) == nil && texts.Recommendations[0].Segments[0].Wordings["th"].Outdated {
			break
		}
	}
	if took := time.Since(asked); took > 8*time.Second { // the first heartbeat is due after 15
		t.Errorf("the other language was outdated after %v", took)
	}
}

// Who was away gets what changed meanwhile, however they say what they saw.
func TestTheStreamResumes(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	seen, _, _ := s.seen("migrant1", "?since=0")
	s.as("migrant2", "question.ask", fields{"text": "Who pays for it?"})
	for how, l := range map[string]*listener{
		"since":                     s.listen("migrant1", "?since="+seen),
		"after, as a browser says,": s.listen("migrant1", "?since=0", "Last-Event-ID", seen),
	} {
		got := names(l.topics())
		if !slices.Contains(got, "day") || !slices.Contains(got, "questions") || slices.Contains(got, "texts") || slices.Contains(got, "groups") {
			t.Errorf("%s event %s: %v, want the day and the questions, and not the texts once more", how, seen, got)
		}
	}
	for _, odd := range []string{"", "?since=x", "?since=-1", "?since=99999999999999999999", "?since=1000000", "?since=1000000-x", "?since=" + seen + "0"} {
		if got := names(s.listen("migrant1", odd).topics()); !slices.Equal(got, roomTopics) {
			t.Errorf("%q: %v, want everything", odd, got)
		}
	}
}

// A connection can break between two frames. The id that a browser has seen
// last must not lead it past a topic that never arrived.
func TestTheStreamResumesBetweenTwoFrames(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	all := s.listen("migrant1", "?since=0").topics()
	last := "0"
	for i, f := range all[:len(all)-1] {
		if f.id != "" {
			last = f.id
		}
		again := names(s.listen("migrant1", "?since=0", "Last-Event-ID", last).topics())
		for _, missing := range all[i+1:] {
			if !slices.Contains(again, missing.topic) {
				t.Fatalf("the connection broke after the frame of %s, id %s: %s never comes", f.topic, last, missing.topic)
			}
		}
	}
}

// A stream carries its class's topics and no other.
func TestTheStreamByRole(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	for _, role := range everyRole {
		var want []string
		for _, topic := range access.Topics() {
			if _, may := access.Variant(topic, access.ClassOf(role)); may {
				want = append(want, topic)
			}
		}
		l := s.listen(role, "?since=0&as="+role)
		if got := names(l.topics()); !slices.Equal(got, want) {
			t.Errorf("%s gets %v, want %v", role, got, want)
		}
		l.stop()
	}
	s.newBrowser("stranger")
	s.checkAll(t, []scenario{{why: "a stream for a stranger", who: "stranger", method: "GET", path: "/live?since=0", status: 401, code: "web.session-gone"}})
	if got := s.browser["migrant1"].get(s.w("/live?since=0&as=chair")); got.status != http.StatusUnauthorized {
		t.Errorf("a stream as chair for a participant: %d", got.status)
	}
}

// A large topic is only announced; it is fetched, packed, and not again while
// it is the same.
func TestALargeTopicIsFetched(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	for i := range 20 {
		s.as(access.Rapporteur, "recommendation.add", fields{"segments": []fields{{"en": fmt.Sprint("Number ", i, ". ", strings.Repeat("A long text. ", 100))}}})
	}
	frames := s.listen("migrant1", "?since=0").topics()
	i := slices.IndexFunc(frames, func(f frame) bool { return f.topic == "texts" })
	if i < 0 || !frames[i].fetch || frames[i].state != nil {
		t.Fatalf("a large topic came as %+v", frames[i])
	}
	b := s.browser["migrant1"]
	got := b.get(s.w("/topic/texts"), "Accept-Encoding", "gzip").want(http.StatusOK)
	if got.header.Get("Content-Encoding") != "gzip" || !strings.Contains(got.header.Get("Vary"), "Accept-Encoding") {
		t.Errorf("headers %v", got.header)
	}
	plain := unpack(t, got.body)
	var texts view.Texts
	if err := json.Unmarshal(plain, &texts); err != nil || len(texts.Recommendations) != 22 {
		t.Errorf("%d recommendations, %v", len(texts.Recommendations), err)
	}
	if len(plain) < 3*len(got.body) {
		t.Errorf("%d bytes packed to %d", len(plain), len(got.body))
	}
	tag := got.header.Get("ETag")
	again := b.get(s.w("/topic/texts"), "If-None-Match", tag)
	if tag == "" || again.status != http.StatusNotModified || len(again.body) != 0 {
		t.Errorf("the same topic again, tag %s: %d with %d bytes", tag, again.status, len(again.body))
	}
	s.as(access.Rapporteur, "recommendation.add", fields{"segments": []fields{{"en": "One more."}}})
	if fresh := b.get(s.w("/topic/texts"), "If-None-Match", tag); fresh.status != http.StatusOK || fresh.header.Get("ETag") == tag {
		t.Errorf("a changed topic: %d, tag %s", fresh.status, fresh.header.Get("ETag"))
	}
}

func unpack(t *testing.T, packed []byte) []byte {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

// Pages and assets are packed too, for who takes it.
func TestPagesAndAssetsArePacked(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.browser["migrant1"]
	page := b.get(s.w(""), "Accept-Encoding", "gzip").want(http.StatusOK)
	if page.header.Get("Content-Encoding") != "gzip" {
		t.Error("a page is not packed")
	}
	body := string(unpack(t, page.body))
	_, rest, ok := strings.Cut(body, `/assets/phone.js?v=`)
	if !ok {
		t.Fatal("the page names no script")
	}
	version, _, _ := strings.Cut(rest, `"`)
	script := b.get("/assets/phone.js?v="+version, "Accept-Encoding", "gzip").want(http.StatusOK)
	if script.header.Get("Content-Encoding") != "gzip" || !strings.Contains(script.header.Get("Cache-Control"), "immutable") || !strings.HasPrefix(script.header.Get("Content-Type"), "text/javascript") {
		t.Errorf("the script's headers are %v", script.header)
	}
	plain := b.get("/assets/phone.js?v="+version, "Accept-Encoding", "identity").want(http.StatusOK)
	if plain.header.Get("Content-Encoding") != "" || !bytes.Equal(plain.body, unpack(t, script.body)) {
		t.Error("the plain script is another one")
	}
	if old := b.get("/assets/phone.js?v=old"); strings.Contains(old.header.Get("Cache-Control"), "immutable") {
		t.Error("a script under an old address would be kept for ever")
	}
}

// Rule 9, over HTTP: a command that is sent again has the same answer and is
// carried out once, also by another browser of the same person and after a
// restart; another person's key is another key.
func TestACommandSentAgain(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	head := s.head()
	ask := func(who string) string {
		s.t.Helper()
		return string(s.browser[who].post(s.w("/do/question.ask"), fields{"text": "Who pays for it?"}, "Idempotency-Key", "key-1").want(http.StatusOK).body)
	}
	first := ask("migrant1")
	if again := ask("migrant1"); again != first || s.head() != head+1 {
		t.Errorf("first %s, then %s; %d events", first, again, s.head()-head)
	}
	s.restart()
	if again := ask("migrant1"); again != first || s.head() != head+1 {
		t.Errorf("first %s, after a restart %s; %d events", first, again, s.head()-head)
	}
	if other := ask("migrant2"); other == first || s.head() != head+2 {
		t.Errorf("another's question with the same key got %s", other)
	}
}

// What makes something new and is no command is done once too: a walk-in is one
// person, a workshop one workshop, however often the request is sent.
func TestARequestSentAgain(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	desk := func(key string) (made struct{ ID, Link string }) {
		s.browser[access.Desk].post(s.w("/walkin"), fields{"roleGroup": "school", "lang": "th", "alias": "Walk-in"}, "Idempotency-Key", key).want(http.StatusOK).json(&made)
		return made
	}
	head := s.head()
	first, again := desk("k1"), desk("k1")
	if first != again || s.head() != head+2 { // joined and checked in
		t.Errorf("a walk-in sent twice: %v and %v, %d events", first, again, s.head()-head)
	}
	if other := desk("k2"); other.ID == first.ID {
		t.Error("another walk-in is the same person")
	}
	create := func() (made struct{ ID, Code string }) {
		s.browser[access.Organiser].post("/new", sampleDraft(), "Idempotency-Key", "k1").want(http.StatusCreated).json(&made)
		return made
	}
	if first, again := create(), create(); first != again || len(s.program.house.Codes()) != 2 {
		t.Errorf("a workshop created twice: %v and %v", first, again)
	}
}

// Who is let in at the desk carries on with a phone, as the same person.
func TestAWalkInCarriesOn(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	var made struct{ ID, Link, QR string }
	s.browser[access.Desk].post(s.w("/walkin"), fields{"roleGroup": "school", "lang": "th", "alias": "Walk-in"}).want(http.StatusOK).json(&made)
	if !strings.HasPrefix(made.QR, "<svg") {
		t.Errorf("no QR to scan: %.50s", made.QR)
	}
	phone := s.newBrowser("phone")
	if to := phone.follow(s.local(made.Link)).header.Get("Location"); to != s.w("") {
		t.Errorf("the seat's link leads to %q", to)
	}
	var me view.Me
	phone.get(s.w("/me")).want(http.StatusOK).json(&me)
	if me.ID != made.ID || me.Alias != "Walk-in" || me.Role != access.Participant {
		t.Errorf("on the phone they are %+v", me)
	}
	for name, on := range me.Consents {
		if on {
			t.Errorf("the consent %q is on before it was given", name)
		}
	}
}

// A seat is one person's: its link works until it was used, and for the moment
// in which a phone changes browsers. Who photographed the desk comes too late.
func TestASeatIsTakenOnce(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	var made struct{ ID, Link string }
	s.browser[access.Desk].post(s.w("/walkin"), fields{"roleGroup": "school", "lang": "th"}).want(http.StatusOK).json(&made)
	link := strings.TrimPrefix(s.local(made.Link), s.program.base)
	s.clock.move(3 * time.Hour)
	camera, phone := s.newBrowser("camera"), s.newBrowser("phone")
	camera.follow(link)
	s.clock.move(14 * time.Minute)
	phone.follow(link) // does not make it last longer
	s.clock.move(2 * time.Minute)
	if got := s.newBrowser("another").get(link); got.status != http.StatusGone {
		t.Errorf("a seat that was taken: %d", got.status)
	}
	s.restart()
	if got := s.newBrowser("later").get(link); got.status != http.StatusGone {
		t.Errorf("a seat that was taken, after a restart: %d", got.status)
	}
	phone.get(s.w("/me")).want(http.StatusOK)
}
