package room

import (
	"encoding/json"
	"math"
	"testing"
)

func TestReceiptIsWhatEncodingJSONWrites(t *testing.T) {
	for _, r := range []Receipt{
		{},
		{Seq: 7},
		{Seq: math.MaxUint64, Codes: map[string]string{}},
		{Seq: 12, Codes: map[string]string{"feasible": "0A0WWAMV", "acceptable": "X5EH7Y3C", "ก<": "\"\\"}},
	} {
		want, err := json.Marshal(r)
		if err != nil || string(r.JSON()) != string(want) {
			t.Errorf("%s, want %s (%v)", r.JSON(), want, err)
		}
	}
}
