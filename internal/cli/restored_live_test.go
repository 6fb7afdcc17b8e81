package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sala.example/internal/access"
)

// seen is the place that a stream has told at its quiet end, and what came.
func (s *site) seen(who, query string) (place string, topics []string, anew bool) {
	s.t.Helper()
	l := s.listen(who, query)
	defer l.stop()
	first, _ := l.next()
	all := l.topics()
	for _, f := range all {
		if f.id != "" {
			place = f.id
		}
	}
	return place, names(all), first.event == "anew"
}

// runs gives a command on the site's data folder.
func (s *site) runs(t *testing.T, command, file string) {
	t.Helper()
	if status, out, said := sala(t, command, file, "--data", s.dir); status != 0 {
		t.Fatalf("sala %s: %d %s %s", command, status, out, said)
	}
}

// A phone saw what happened after a backup was made. The backup is restored and
// the room goes on, past the number of the event that the phone saw last. When
// the phone is back it gets everything anew; the next time only what is new.
func TestAPhoneComesBackToARestoredBackup(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	backup := filepath.Join(t.TempDir(), "backup.sala")
	before, all, _ := s.seen("migrant1", "?since=0")
	head := s.head()
	s.runs(t, "backup", backup)
	for i := range 5 {
		s.as(access.Rapporteur, "wording.edit", fields{"segment": s.texts[0].Segments[0].ID, "lang": "en", "rev": 1 + i, "text": fmt.Sprint("Lost ", i)})
	}
	lost, _, _ := s.seen("migrant1", "?since="+before)
	s.stop()
	if err := os.RemoveAll(s.dir); err != nil {
		t.Fatal(err)
	}
	s.dir = filepath.Join(t.TempDir(), "again")
	s.runs(t, "restore", backup)
	s.start()
	if _, topics, anew := s.seen("migrant1", "?since="+lost); !anew || !slices.Equal(topics, all) {
		t.Errorf("behind what it saw: anew %v, %v", anew, topics)
	}
	for s.head() < head+10 {
		s.as("migrant2", "question.ask", fields{"text": "Who pays for it?"})
	}
	now, topics, anew := s.seen("migrant1", "?since="+lost)
	if !anew || !slices.Equal(topics, all) {
		t.Errorf("past what it saw: anew %v, %v", anew, topics)
	}
	if _, topics, anew := s.seen("migrant1", "?since="+before); anew || !slices.Contains(topics, "questions") || slices.Contains(topics, "texts") {
		t.Errorf("who saw nothing that was lost: anew %v, %v", anew, topics)
	}
	s.restart()
	if _, topics, anew := s.seen("migrant1", "?since="+now); anew || slices.Contains(topics, "questions") || slices.Contains(topics, "texts") {
		t.Errorf("after a restart, who saw everything: anew %v, %v", anew, topics)
	}
	number, _, _ := strings.Cut(lost, "-")
	if _, topics, _ := s.seen("migrant1", "?since="+number); !slices.Equal(topics, all) {
		t.Errorf("a page of a former version, which says a number alone: %v", topics)
	}
}

// A page says up to where its topics go, so that its stream brings no more than
// what changed since.
func TestAPageTellsItsPlace(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	page := string(s.browser["migrant1"].get(s.w("")).body)
	_, rest, _ := strings.Cut(page, `"seen":"`)
	place, _, _ := strings.Cut(rest, `"`)
	if now, topics, anew := s.seen("migrant1", "?since="+place); anew || now != place || slices.Contains(topics, "texts") || slices.Contains(topics, "questions") {
		t.Errorf("a page of place %q is sent %v, anew %v, and is at %q", place, topics, anew, now)
	}
}
