package vault

import (
	"encoding/json"
	"testing"
	"time"
)

func TestTemplates(t *testing.T) {
	v := open(t, t.TempDir())
	made := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	day := Template{Name: "One day", Made: made, Body: json.RawMessage(`{"title":{"en":"A"}}`)}
	must(t, v.PutTemplate(t.Context(), "m_1", Template{Name: "First try"}))
	must(t, v.PutTemplate(t.Context(), "m_1", day))
	must(t, v.PutTemplate(t.Context(), "m_2", Template{Name: "Other", Made: made, Body: json.RawMessage(`{}`)}))
	got, ok, err := v.Template(t.Context(), "m_1")
	same(t, "is there", ok, err, true)
	same(t, "template", got, nil, day)
	_, ok, err = v.Template(t.Context(), "m_3")
	same(t, "another", ok, err, false)
	must(t, v.DropTemplate(t.Context(), "m_2"))
	all, err := v.Templates(t.Context())
	same(t, "all", all, err, map[string]Template{"m_1": day})
}
