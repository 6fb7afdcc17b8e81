package cli

import (
	"bytes"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"sala.example/internal/access"
	"sala.example/internal/room/view"
)

type table struct {
	Rows [][]string
	More int
}

type takenList struct{ Added, Known, Unnamed int }

func (b *browser) table(name, body string) *response {
	b.t.Helper()
	return b.send(http.MethodPost, b.site.w("/people/read?as=organiser&name="+url.QueryEscape(name)), strings.NewReader(body), "Content-Type", "application/octet-stream")
}

// A list is shown as it is, from Excel and from CSV of any usual kind, and
// nothing of it is kept.
func TestAListIsShown(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	o := s.browser[access.Organiser]
	book := excelize.NewFile()
	for i, row := range [][]any{{"ชื่อ", "Phone"}, {"Teacher 1", "0812345678"}} {
		if err := book.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row); err != nil {
			t.Fatal(err)
		}
	}
	var xlsx bytes.Buffer
	if err := book.Write(&xlsx); err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"ชื่อ", "Phone"}, {"Teacher 1", "0812345678"}}
	for name, body := range map[string]string{
		"list.xlsx": xlsx.String(),
		"list.csv":  "\ufeffชื่อ,Phone\r\nTeacher 1,0812345678\r\n",
		"semi.csv":  "ชื่อ;Phone\nTeacher 1;0812345678\n",
		"thai.csv":  "\xaa\xd7\xe8\xcd,Phone\nTeacher 1,0812345678\n", // Windows-874
	} {
		var got table
		o.table(name, body).want(http.StatusOK).json(&got)
		if diff := cmp.Diff(want, got.Rows); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if code, _ := o.table("note.txt", "only words").want(http.StatusUnprocessableEntity).problem(); code != "list.no-table" {
		t.Errorf("a text is refused as %q", code)
	}
	s.stop()
	for _, mark := range []string{"0812345678", "Teacher 1"} {
		if where := holding(t, s.dir, mark); where != "" {
			t.Errorf("%q stands in %s", mark, where)
		}
	}
}

// holding finds a file below a folder that holds some text.
func holding(t *testing.T, dir, text string) (found string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if bytes.Contains(data, []byte(text)) {
			found = path
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// Expected people are on the desk's list and no participants until one tap
// lets them in; twice the same list is once.
func TestExpectedPeople(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	o := s.browser[access.Organiser]
	list := fields{"people": []fields{
		{"name": "Teacher  1", "affiliation": "School A", "roleGroup": "school", "lang": "th"},
		{"name": "Teacher 1", "affiliation": "School B", "roleGroup": "school", "lang": "en"},
		{"alias": "ผู้ปกครอง 2", "roleGroup": "migrant", "lang": "th"},
		{"name": "teacher 1", "affiliation": "school a", "roleGroup": "school", "lang": "th"},
		{"roleGroup": "school", "lang": "th"},
	}}
	head := s.head()
	send := func() (got takenList) {
		o.post(s.w("/people?as=organiser"), list).want(http.StatusOK).json(&got)
		return got
	}
	if diff := cmp.Diff(takenList{Added: 3, Known: 1, Unnamed: 1}, send()); diff != "" {
		t.Errorf("first (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(takenList{Added: 0, Known: 4, Unnamed: 1}, send()); diff != "" {
		t.Errorf("second (-want +got):\n%s", diff)
	}
	if s.head() != head {
		t.Errorf("the list is in the journal: %d events", s.head()-head)
	}
	expected := s.expected()
	var day view.Day
	s.topic(access.Chair, "day", &day)
	if len(expected) != 3 || day.Present != 9 {
		t.Fatalf("%d expected, %d in the room: %+v", len(expected), day.Present, expected)
	}

	at := slices.IndexFunc(expected, func(p view.Person) bool { return p.Name == "ผู้ปกครอง 2" })
	one := expected[at]
	for range 2 { // the tap, and the tap of another desk
		s.as(access.Desk, "participant.join", fields{"participant": one.ID, "roleGroup": one.Group, "lang": one.Lang, "desk": true})
	}
	s.topic(access.Chair, "day", &day)
	if len(s.expected()) != 2 || day.Present != 10 {
		t.Errorf("after the tap %d are expected and %d here", len(s.expected()), day.Present)
	}
	if got := send(); got != (takenList{Known: 4, Unnamed: 1}) {
		t.Errorf("the list after the tap: %+v", got)
	}
	s.restart()
	if len(s.expected()) != 2 {
		t.Errorf("after a restart %d are expected", len(s.expected()))
	}
	var forgotten struct{ Forgotten int }
	for _, n := range []int{1, 0} { // a second time there is nobody
		o.post(s.w("/people/forget?as=organiser"), fields{"person": expected[(at+1)%3].ID}).want(http.StatusOK).json(&forgotten)
		if forgotten.Forgotten != n || len(s.expected()) != 1 {
			t.Errorf("%d were forgotten, %d are left", forgotten.Forgotten, len(s.expected()))
		}
	}
	o.post(s.w("/people/forget?as=organiser"), fields{"person": one.ID}).want(http.StatusOK).json(&forgotten)
	if forgotten.Forgotten != 0 {
		t.Error("who has come was forgotten")
	}
	o.post(s.w("/people/forget?as=organiser"), fields{}).want(http.StatusOK).json(&forgotten)
	if forgotten.Forgotten != 1 || len(s.expected()) != 0 {
		t.Errorf("%d were forgotten, %d are left", forgotten.Forgotten, len(s.expected()))
	}
}

func (s *site) expected() []view.Person {
	s.t.Helper()
	var desk view.Desk
	s.topic(access.Desk, "desk", &desk)
	return slices.DeleteFunc(desk.People, func(p view.Person) bool { return !p.Expected })
}

// A list that cannot be meant changes nothing, and there is no field for what
// Sala does not keep.
func TestListsThatAreRefused(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	o := s.browser[access.Organiser]
	for code, person := range map[string]fields{
		"role-group.unknown": {"name": "A", "roleGroup": "moon", "lang": "th"},
		"list.no-role-group": {"name": "A", "lang": "th"},
		"text.too-long":      {"name": strings.Repeat("ก", 121), "roleGroup": "school", "lang": "th"},
		"web.bad-request":    {"name": "A", "roleGroup": "school", "lang": "th", "phone": "0812345678"},
	} {
		good := fields{"name": "Good", "roleGroup": "school", "lang": "th"}
		if got, _ := o.post(s.w("/people?as=organiser"), fields{"people": []fields{good, person}}).problem(); got != code {
			t.Errorf("refused as %q, want %q", got, code)
		}
	}
	for _, key := range []string{"id", "passport", "email", "contact", "status"} {
		person := fields{"name": "A", "roleGroup": "school", "lang": "th", key: "x"}
		if got := o.post(s.w("/people?as=organiser"), fields{"people": []fields{person}}); got.status != http.StatusBadRequest {
			t.Errorf("a field %q is taken: %d", key, got.status)
		}
	}
	if len(s.expected()) != 0 {
		t.Error("somebody is expected all the same")
	}
	s.closeDay()
	if got, _ := o.post(s.w("/people?as=organiser"), fields{"people": []fields{{"name": "A", "roleGroup": "school", "lang": "th"}}}).problem(); got != "workshop.closed" {
		t.Errorf("after the closing it is refused as %q", got)
	}
}
