package workshop

import "encoding/json"

// upcasts bring the data of events that an older version of Sala wrote into
// the form of today, by kind. The journal keeps what was written; testdata has
// a journal of each form, for ever.
var upcasts = map[string]func(fields map[string]json.RawMessage){
	"round.opened": askedForTheGateAlone,
}

// upcast gives data in the form of today.
func upcast(kind string, data []byte) ([]byte, error) {
	change := upcasts[kind]
	if change == nil {
		return data, nil
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return nil, err
	}
	if fields == nil {
		return data, nil // decoding will say what is wrong
	}
	change(fields)
	return json.Marshal(fields)
}

// askedForTheGateAlone: before 2026-11-23 a round asked for feasible and
// acceptable, and did not say so.
func askedForTheGateAlone(fields map[string]json.RawMessage) {
	if fields["criteria"] == nil {
		fields["criteria"] = json.RawMessage(`["feasible","acceptable"]`)
	}
}
