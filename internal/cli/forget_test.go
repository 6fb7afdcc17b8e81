package cli

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"sala.example/internal/access"
	"sala.example/internal/locale"
	"sala.example/internal/room/view"
)

// marker is what somebody plants through one door. It is one word of plain
// letters, so that neither escaping nor shaping nor a line break hides it.
func marker(n int) string { return fmt.Sprintf("Zq%02dMarker", n) }

// plant has an officer say something through every door there is, each with a
// marker of its own, and gives what each marker is.
func (s *site) plant() (doors map[string]string) {
	s.t.Helper()
	doors = map[string]string{}
	door := func(what string) string {
		m := marker(len(doors) + 1)
		doors[m] = what
		return m
	}
	s.join("victim", url.Values{
		"roleGroup": {"officer"}, "lang": {"en"}, "name": {door("the name at the door")}, "alias": {door("the alias at the door")},
	})
	me := s.browser["victim"]
	do := func(command string, f fields) { me.post(s.w("/do/"+command), f).want(http.StatusOK) }
	me.post(s.w("/profile"), fields{
		"roleGroup": "officer", "lang": "en", "name": door("the name in the profile"), "alias": door("the alias in the profile"),
		"consents": fields{"report": true, "screen": true},
	}).want(http.StatusOK)
	do("participant.introduce", fields{"line": door("the introduction")})
	do("question.ask", fields{"text": door("the question")})
	for i, segment := range []string{s.texts[0].Segments[0].ID, s.texts[1].Segments[0].ID} {
		do("amendment.propose", fields{"segment": segment, "lang": "en", "rev": 1, "text": "Text " + door(fmt.Sprint("the text of amendment ", i)), "reason": door(fmt.Sprint("the reason of amendment ", i))})
	}
	do("objection.raise", fields{"recommendation": s.texts[0].ID, "reason": door("the objection"), "remedy": door("its remedy")})
	do("stance.give", fields{"recommendation": s.texts[0].ID, "stance": "reserve", "text": door("the stance")})
	s.know()
	do("group.join", fields{"group": s.group})
	var groups view.Groups
	s.topic(access.Chair, "groups", &groups)
	do("card.add", fields{"group": s.group, "domain": groups.Groups[0].Domains[0].ID, "text": door("the card")})
	row := fields{}
	for _, field := range []string{"action", "lead", "partners", "firstStep", "budget", "indicator"} {
		row[field] = door("the action's " + field)
	}
	do("action.put", fields{"group": s.group, "recommendation": s.texts[0].ID, "row": row})
	return doors
}

// everywhere is all that is kept or shown, and the record and the reports.
func (s *site) everywhere() map[string]string {
	s.t.Helper()
	all := s.shown()
	all["the record"] = string(s.browser[access.Chair].get(s.w("/record.sala")).want(http.StatusOK).body)
	for _, lang := range locale.Languages() {
		for _, ending := range []string{"html", "docx", "pdf"} {
			file := "report." + lang + "." + ending
			all[file] = readable(s.t, ending, s.browser[access.Chair].get(s.w("/report/"+file)).want(http.StatusOK).body)
		}
	}
	return all
}

// shown is the files of the data folder, every topic as every role sees it, and
// every page.
func (s *site) shown() map[string]string {
	s.t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(s.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		all["the file "+d.Name()] = string(data)
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
	for _, role := range everyRole {
		for _, topic := range access.Topics() {
			if got := s.browser[role].get(s.w("/topic/" + topic)); got.status == http.StatusOK {
				all["the topic "+topic+" for "+role] = string(got.body)
			}
		}
	}
	for role, path := range map[string]string{access.Participant: "", access.Chair: "/chair", access.Rapporteur: "/texts", access.Desk: "/desk", access.Screen: "/screen", access.Organiser: "/links"} {
		all["the page of "+role] = string(s.browser[role].get(s.w(path)).want(http.StatusOK).body)
	}
	all["the captions"] = string(s.browser[access.Interpreter].get(s.w("/captions/en.vtt")).want(http.StatusOK).body)
	return all
}

// readable is a paper with everything in it unpacked.
func readable(t *testing.T, ending string, data []byte) string {
	t.Helper()
	switch ending {
	case "docx":
		return unzipped(t, data)
	case "pdf":
		return inflated(t, data)
	}
	return string(data)
}

func unzipped(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
		_ = r.Close()
	}
	return all.String()
}

// Rule 4: once a person is erased, nothing that they said is anywhere, but for
// the wording that the room adopted.
func TestAnErasedPersonIsNowhere(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.rate()
	doors := s.plant()
	s.readTexts()
	s.as(access.Chair, "amendment.accept", fields{"amendment": s.texts[0].Amendments[0].ID})
	s.as(access.Chair, "objection.settle", fields{"objection": s.texts[0].Objections[0].ID, "as": "integrated"})
	s.as(access.Rapporteur, "wording.edit", fields{"segment": s.texts[0].Segments[0].ID, "lang": "th", "rev": 1, "text": "รับเด็กทุกคนเข้าเรียนทันที"})
	s.as(access.Chair, "question.carry", fields{"question": s.firstQuestion()})
	s.closeDay()

	// Everything is there before: the test would not see what is not planted.
	before := s.everywhere()
	for mark, what := range doors {
		if !anywhere(before, mark) && !strings.Contains(what, "at the door") && what != "the name in the profile" {
			t.Errorf("%s was planted and is nowhere to be seen", what)
		}
	}
	for _, lang := range locale.Languages() {
		for _, ending := range []string{"html", "docx", "pdf"} {
			if n := held(before["report."+lang+"."+ending], doors); n < 8 {
				t.Errorf("report.%s.%s holds %d of the markers: can it be searched?", lang, ending, n)
			}
		}
	}
	adopted := ""
	for mark, what := range doors {
		if what == "the text of amendment 0" {
			adopted = mark
		}
	}

	s.browser["victim"].post(s.w("/erase"), fields{}).want(http.StatusOK)
	s.nowhere("after the erasure", doors, adopted)
	if got := s.browser["victim"].get(s.w("/me")); got.status != http.StatusUnauthorized {
		t.Errorf("an erased person is still signed in: %d", got.status)
	}
	s.restart()
	s.noneOf("after a restart", s.shown(), doors, adopted)
	s.stop()
	for name, data := range dataFiles(t, s.dir) {
		for mark, what := range doors {
			if mark != adopted && strings.Contains(data, mark) {
				t.Errorf("when shut down: %s is in %s", what, name)
			}
		}
	}
}

// nowhere wants no marker anywhere but the one that the room adopted.
func (s *site) nowhere(when string, doors map[string]string, adopted string) {
	s.t.Helper()
	s.noneOf(when, s.everywhere(), doors, adopted)
}

func (s *site) noneOf(when string, texts, doors map[string]string, adopted string) {
	s.t.Helper()
	found := map[string][]string{}
	for where, text := range texts {
		for mark, what := range doors {
			if mark != adopted && strings.Contains(text, mark) {
				found[what] = append(found[what], where)
			}
		}
	}
	for what, places := range found {
		s.t.Errorf("%s: %s is in %d places, such as %s", when, what, len(places), places[0])
	}
}

func anywhere(texts map[string]string, mark string) bool {
	for _, text := range texts {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}

// held counts the markers in a text.
func held(text string, doors map[string]string) (n int) {
	for mark := range doors {
		if strings.Contains(text, mark) {
			n++
		}
	}
	return n
}

func dataFiles(t *testing.T, dir string) map[string]string {
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

func (s *site) firstQuestion() string {
	s.t.Helper()
	var questions view.Questions
	s.topic(access.Chair, "questions", &questions)
	return questions.Questions[0].ID
}

// What people type is never in the clear in the data folder, erased or not:
// a stolen journal says nothing of what somebody wrote.
func TestWordsAreSealedOnTheDisk(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.rate()
	doors := s.plant()
	for name, data := range dataFiles(t, s.dir) {
		for mark, what := range doors {
			if strings.Contains(data, mark) {
				t.Errorf("%s is in the clear in %s", what, name)
			}
		}
	}
}

// What staff wrote is theirs to be redacted: the chair's sentence, an answer,
// the note of a follow-up. An organiser takes each out by its reference, which
// the record gives.
func TestWhatStaffWroteCanBeRedacted(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.agreeWith(fields{"sentence": marker(1)})
	s.as("migrant1", "question.ask", fields{"text": "Who pays for it?"})
	s.as(access.Chair, "question.answer", fields{"question": s.firstQuestion(), "answer": marker(2)})
	s.as(access.Chair, "workshop.close", fields{})
	links := s.followLinks()
	if len(links) == 0 {
		t.Fatal("there is no follow-up link to leave a note by")
	}
	s.newBrowser("owner").form("/f/"+links[0], url.Values{"status": {"started"}, "note": {marker(3)}}).want(http.StatusOK)
	for _, ref := range s.refs(4) { // two decisions, an answer and a note
		s.as(access.Organiser, "passage.redact", fields{"ref": ref})
	}
	s.nowhere("after the redaction", map[string]string{marker(1): "the chair's sentence", marker(2): "the answer", marker(3): "the note of a follow-up"}, "")
}

var passageLine = regexp.MustCompile(`\{"passage":"([^"]+)","salt":"[^"]*","text":"(Zq\d\dMarker)"\}`)

// refs looks the references of passages with a marker up in the record.
func (s *site) refs(n int) (refs []string) {
	s.t.Helper()
	for _, m := range passageLine.FindAllStringSubmatch(string(s.browser[access.Organiser].get(s.w("/record.sala")).want(http.StatusOK).body), -1) {
		refs = append(refs, m[1])
	}
	if len(refs) != n {
		s.t.Fatalf("the record discloses %d passages with a marker, want %d", len(refs), n)
	}
	return refs
}
