package cli

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/room/view"
)

// openPoll fills the room up to sixteen people, seeds eight statements and
// opens a collecting.
func (s *site) openPoll() (id string, statements []string) {
	s.t.Helper()
	for i := len(s.people); i < 16; i++ {
		s.join(fmt.Sprint("voter", i), url.Values{"roleGroup": {[]string{"officer", "migrant", "school"}[i%3]}, "lang": {"th"}})
	}
	for i := range 8 {
		s.as(access.Organiser, "statement.seed", fields{"text": fields{"en": fmt.Sprint("Statement ", i), "th": fmt.Sprint("ข้อความ ", i)}})
	}
	s.as(access.Chair, "opinion.open", fields{})
	var opinion view.Opinion
	s.topic(access.Chair, "opinion", &opinion)
	var list view.Statements
	s.topic(access.Chair, "statements", &list)
	for _, st := range list.Moderated {
		statements = append(statements, st.ID)
	}
	return opinion.ID, statements
}

// answerAll has everybody answer everything, in two camps.
func (s *site) answerAll(id string, statements []string) {
	s.t.Helper()
	for i, name := range s.people {
		for j, st := range statements {
			s.browser[name].post(s.w("/do/statement.vote"), fields{"opinion": id, "statement": st, "vote": 1 - 2*(i%2*(j%2))}).want(http.StatusOK)
		}
	}
}

// The picture of a map is everybody's; one's own place is in one's own alone,
// and gone when the collecting closes.
func TestOpinionPictures(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	if got := s.browser[access.Chair].get(s.w("/opinion/map.en.svg")); got.status != http.StatusNotFound {
		t.Errorf("a picture before there is one: %d", got.status)
	}
	id, statements := s.openPoll()
	s.answerAll(id, statements)
	within(t, 20*time.Second, "there is a map", func() bool {
		return s.browser[access.Chair].get(s.w("/opinion/map.en.svg")).status == http.StatusOK
	})
	for _, role := range everyRole {
		got := s.browser[role].get(s.w("/opinion/map.en.svg?as=" + role)).want(http.StatusOK)
		if strings.Contains(string(got.body), ">you<") || !strings.Contains(string(got.body), "Group A") {
			t.Errorf("the picture for %s: %.300s", role, got.body)
		}
	}
	voter := s.people[len(s.people)-1]
	if got := s.browser[voter].get(s.w("/opinion/mine.en.svg")).want(http.StatusOK); !strings.Contains(string(got.body), ">you<") {
		t.Error("one's own place is not in one's own picture")
	}
	for _, role := range []string{access.Chair, access.Organiser, access.Screen} {
		s.browser[role].get(s.w("/opinion/mine.en.svg?as=" + role)).want(http.StatusNotFound)
	}
	s.as(access.Chair, "opinion.close", fields{"opinion": id})
	if got := s.browser[voter].get(s.w("/opinion/mine.en.svg")).want(http.StatusOK); strings.Contains(string(got.body), ">you<") {
		t.Error("one's own place is still known after closing")
	}
	var own view.OwnOpinion
	s.browser[voter].get(s.w("/opinion/next?votes=1")).want(http.StatusOK).json(&own)
	if own.ID != "" || len(own.Votes) > 0 || own.Placed {
		t.Errorf("after closing %+v", own)
	}
}

// Rule 11, for opinions.
func TestBadInputAboutOpinions(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	s.newBrowser("stranger")
	s.checkAll(t, []scenario{{why: "too few people", who: "chair", path: "/do/opinion.open", body: fields{}, status: 422, code: "opinion.too-few"}})
	id, statements := s.openPoll()
	vote := func(opinion, statement string, value any) fields {
		return fields{"opinion": opinion, "statement": statement, "vote": value}
	}
	voter := s.people[0]
	s.checkAll(t, []scenario{
		{why: "a second collecting", who: "chair", path: "/do/opinion.open", body: fields{}, status: 422, code: "opinion.already-open"},
		{why: "a vote of the staff", who: "chair", path: "/do/statement.vote", body: vote(id, statements[0], 1), status: 403, code: "access.denied"},
		{why: "a vote of a stranger", who: "stranger", path: "/do/statement.vote", body: vote(id, statements[0], 1), status: 401, code: "web.session-gone"},
		{why: "a vote of 2", who: voter, path: "/do/statement.vote", body: vote(id, statements[0], 2), status: 422, code: "statement.vote-value"},
		{why: "a vote of a half", who: voter, path: "/do/statement.vote", body: vote(id, statements[0], 0.5), status: 422, code: "command.unreadable"},
		{why: "no vote", who: voter, path: "/do/statement.vote", body: fields{"opinion": id, "statement": statements[0]}, status: 422, code: "statement.vote-value"},
		{why: "a vote on nothing", who: voter, path: "/do/statement.vote", body: vote(id, "st_none", 1), status: 422, code: "statement.unknown"},
		{why: "a vote in no collecting", who: voter, path: "/do/statement.vote", body: vote("op_none", statements[0], 1), status: 422, code: "opinion.unknown"},
		{why: "a statement that is too long", who: voter, path: "/do/statement.propose", body: fields{"text": strings.Repeat("ก", 201), "lang": "th"}, status: 422, code: "text.too-long"},
		{why: "turned away without a reason", who: "chair", path: "/do/statement.moderate", body: fields{"statement": statements[0], "as": "turned-away"}, status: 422, code: "statement.reason"},
		{why: "turned into nothing known", who: "chair", path: "/do/statement.moderate", body: fields{"statement": statements[0], "as": "liked"}, status: 422, code: "statement.as"},
		{why: "the author's own wording", who: "rapporteur", path: "/do/statement.translate", body: fields{"statement": statements[0], "lang": "en", "text": "Another."}, status: 422, code: "statement.own-language"},
		{why: "a workshop that closes meanwhile", who: "chair", path: "/do/workshop.close", body: fields{}, status: 422, code: "workshop.opinion-open"},
		{why: "another's side", who: "chair", method: "GET", path: "/opinion/next", status: 403, code: "access.denied", page: true},
		{why: "a picture in no language", who: voter, method: "GET", path: "/opinion/map.xx.svg", status: 404, code: "web.not-found", page: true},
		{why: "a picture of somebody else", who: voter, method: "GET", path: "/opinion/theirs.en.svg", status: 404, code: "web.not-found", page: true},
	})
	s.as(access.Chair, "opinion.close", fields{"opinion": id})
	s.checkAll(t, []scenario{
		{why: "a vote that is late", who: voter, path: "/do/statement.vote", body: vote(id, statements[0], 1), status: 422, code: "opinion.closed"},
		{why: "a proposal that is late", who: voter, path: "/do/statement.propose", body: fields{"text": "Late.", "lang": "en"}, status: 422, code: "opinion.not-open"},
	})
}
