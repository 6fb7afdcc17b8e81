package workshop

import (
	"encoding/json"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// However it is sent, a ballot says the same.
func TestBallotIsReadAlikeInEitherWay(t *testing.T) {
	for data, plain := range map[string]bool{
		`{"round":"v1","recommendation":"r1","ratings":{"feasible":3,"acceptable":9}}`: true,
		`{"ratings":{},"recommendation":"r1"}`:                                         true,
		`{"ratings":{"feasible":3},"ratings":{"acceptable":4}}`:                        true,
		`{}`:                          true,
		`{"round": "v1"}`:             false,
		`{"Round":"v1"}`:              false,
		`{"round":"v\u0031"}`:         false,
		`{"ratings":null}`:            false,
		`{"ratings":{"feasible":-3}}`: false,
		`{"round":"v1","ratings":{"feasible":3},"dontKnow":["acceptable"],"reason":"ไม่มีงบ"}`:              false,
		`{"round":"v1","recommendation":"r1","ratings":{"feasible":3,"acceptable":9},"dontKnow":["other"]}`: false,
	} {
		var quick, slow CastBallot
		if got := quick.readPlain([]byte(data)); got != plain {
			t.Errorf("%s: read %v, want %v", data, got, plain)
		}
		if !plain && !reflect.DeepEqual(quick, CastBallot{}) {
			t.Errorf("%s left something behind: %+v", data, quick)
		}
		if err := decodeStrict([]byte(data), &slow); err != nil {
			t.Fatalf("%s: %v", data, err)
		}
		if c, err := DecodeCommand("ballot.cast", []byte(data)); err != nil || !reflect.DeepEqual(c, &slow) {
			t.Errorf("%s: %+v (%v), want %+v", data, c, err, slow)
		}
	}
}

func FuzzBallot(f *testing.F) {
	f.Add([]byte(`{"round":"v1","recommendation":"r1","ratings":{"feasible":3,"acceptable":9}}`))
	f.Add([]byte(`{"round":"v1","round":"v2","ratings":{"feasible":0,"feasible":1}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var quick, slow CastBallot
		if !quick.readPlain(data) {
			return
		}
		if err := decodeStrict(data, &slow); err != nil || !reflect.DeepEqual(quick, slow) {
			t.Fatalf("%q: %+v, want %+v (%v)", data, quick, slow, err)
		}
	})
}

func TestBallotIsKeptAsEncodingJSONWritesIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String()
		b := Ballot{
			Recommendation: text.Draw(t, "recommendation"), RoleGroup: text.Draw(t, "group"), Lang: text.Draw(t, "lang"),
			Ratings: rapid.MapOf(text, rapid.Int()).Draw(t, "ratings"), DontKnow: rapid.SliceOf(text).Draw(t, "don't know"),
			Reason: text.Draw(t, "reason"), Codes: rapid.MapOf(text, text).Draw(t, "codes"),
		}
		want, err := json.Marshal(b)
		if err != nil || string(b.JSON()) != string(want) {
			t.Fatalf("%s, want %s (%v)", b.JSON(), want, err)
		}
	})
	if got := string(Ballot{}.JSON()); got != `{"recommendation":"","roleGroup":"","ratings":null}` {
		t.Error(got)
	}
}
