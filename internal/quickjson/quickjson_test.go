package quickjson

import (
	"encoding/json"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// value is an object of the kinds of fields that there are.
type value struct {
	Name   string         `json:"name"`
	Counts map[string]int `json:"counts"`
}

// read is what a user of the package writes.
func read(data []byte) (v value, ok bool) {
	r := Read(data)
	for field := range r.Fields() {
		switch field {
		case "name":
			v.Name = r.String()
		case "counts":
			if v.Counts == nil { // one that comes twice adds to the first, as in encoding/json
				v.Counts = map[string]int{}
			}
			for key := range r.Fields() {
				v.Counts[key] = r.Int()
			}
		default:
			r.GiveUp()
		}
	}
	return v, r.Done()
}

func TestReaderTakesWhatIsPlain(t *testing.T) {
	for data, want := range map[string]value{
		`{}`:                                    {},
		`{"name":""}`:                           {},
		`{"name":"a b"}`:                        {Name: "a b"},
		`{"counts":{}}`:                         {Counts: map[string]int{}},
		`{"counts":{"x":0,"y":10}}`:             {Counts: map[string]int{"x": 0, "y": 10}},
		`{"counts":{"x":999999999},"name":"n"}`: {Name: "n", Counts: map[string]int{"x": 999999999}},
		`{"name":"a","name":"b"}`:               {Name: "b"},
	} {
		if got, ok := read([]byte(data)); !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v; want %+v", data, got, ok, want)
		}
	}
}

func TestReaderGivesUp(t *testing.T) {
	for _, data := range []string{
		``, `{`, `}`, `[]`, `null`, `"name"`, `{"name"}`, `{"name":}`, `{"name":"a"`, `{"name":"a",}`, `{,}`, `{"name":"a"}}`,
		`{ }`, `{"name": "a"}`, `{"name":"a"} `, "{\"name\":\"a\"}\n", // spaces
		`{"name":"\u0061"}`, `{"name":"ก"}`, "{\"name\":\"\x00\"}", "{\"name\":\"\x7f\"}", "{\"name\":\"\xff\"}", `{"name":"<"}`,
		`{"name":1}`, `{"name":null}`, `{"other":"a"}`, `{"Name":"a"}`,
		`{"counts":null}`, `{"counts":{"x":}}`, `{"counts":{"x":"1"}}`, `{"counts":{"x":-1}}`, `{"counts":{"x":01}}`,
		`{"counts":{"x":1.0}}`, `{"counts":{"x":1e3}}`, `{"counts":{"x":1000000000}}`, `{"counts":{"x":{}}}`,
	} {
		if got, ok := read([]byte(data)); ok {
			t.Errorf("%s was read: %+v", data, got)
		}
	}
}

// What the reader takes, encoding/json takes, and sees the same in it.
func FuzzReader(f *testing.F) {
	for _, seed := range []string{`{"name":"a","counts":{"x":1}}`, `{"counts":{"":0,"":7}}`, `{"name":"<\u003c"}`, `{ }`, `{"counts":{"x":00}}`, `{"counts":{"x":1},"counts":{"y":2}}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, ok := read(data)
		if !ok {
			return
		}
		var want value
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatalf("%q was read, but %v", data, err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%q: %+v, want %+v", data, got, want)
		}
	})
}

func TestAppendIsWhatEncodingJSONWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "string")
		same(t, AppendString(nil, s), s)
		list := rapid.SliceOf(rapid.String()).Draw(t, "list")
		same(t, AppendStrings(nil, list), list)
		m := rapid.MapOf(rapid.String(), rapid.String()).Draw(t, "map")
		same(t, AppendMap(nil, m, AppendString), m)
	})
	same(t, AppendStrings(nil, nil), []string(nil))
	same(t, AppendMap(nil, nil, AppendString), map[string]string(nil))
	same(t, AppendString(nil, "\xff<script>&"), "\xff<script>&")
}

func same(t interface{ Fatalf(string, ...any) }, got []byte, of any) {
	want, err := json.Marshal(of)
	if err != nil || string(got) != string(want) {
		t.Fatalf("%s, want %s (%v)", got, want, err)
	}
}
