package cli

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"sala.example/internal/access"
)

// An officer who must ask takes the memo home, with the day that they promised,
// and answers for the office after the workshop is closed; others can do neither.
func TestTheSuperiorIsAsked(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	rec := s.texts[0].ID
	memo := func(who, file string) *response { return s.browser[who].get(s.w("/memo/" + rec + file)) }
	s.as("officer1", "stance.give", fields{"recommendation": rec, "stance": "ask", "until": "2014-10-07"})
	if text := memo("officer1", ".th.html").want(http.StatusOK).text(); !strings.Contains(text, "บันทึกข้อความ") || !strings.Contains(text, "7 ตุลาคม พ.ศ. 2557") {
		t.Errorf("the memo says %.600s", text)
	}
	if docx := memo("officer1", ".en.docx").want(http.StatusOK); !bytes.HasPrefix(docx.body, []byte("PK")) {
		t.Errorf("the memo is %.20q", docx.body)
	}
	memo(access.Chair, ".th.pdf").want(http.StatusOK)
	memo("migrant1", ".th.pdf").want(http.StatusUnprocessableEntity)
	memo("officer1", ".th.exe").want(http.StatusNotFound)
	s.browser["officer1"].get(s.w("/memo/r_none.th.pdf")).want(http.StatusNotFound)

	s.closeDay()
	s.as("officer1", "stance.give", fields{"recommendation": rec, "stance": "agree"})
	code, _ := s.browser["officer2"].post(s.w("/do/stance.give?as=participant"), fields{"recommendation": rec, "stance": "agree"}).want(http.StatusUnprocessableEntity).problem()
	if code != "workshop.closed" {
		t.Errorf("an officer who promised nothing is told %s", code)
	}
}
