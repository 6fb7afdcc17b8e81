package web

import (
	"bytes"
	"testing"

	"sala.example/internal/room"
)

// Only the last part of what is sent at once says that everything was seen.
func TestOnlyTheLastFrameTellsThePlace(t *testing.T) {
	topics := []*room.Topic{{Frame: []byte("event: topic\ndata: 1\n\n")}, {Frame: []byte("event: topic\ndata: 2\n\n")}}
	beat := []byte("event: beat\ndata: 3\n\n")
	here := room.Place{Seq: 7, Past: "ab"}
	for _, c := range []struct {
		why    string
		topics []*room.Topic
		seen   room.Place
		more   [][]byte
		want   string
	}{
		{"nothing changed", nil, here, nil, ""},
		{"two topics", topics, here, nil, "event: topic\ndata: 1\n\nid: 7-ab\nevent: topic\ndata: 2\n\n"},
		{"a heartbeat, for events of which the viewer is shown nothing", nil, here, [][]byte{beat}, "id: 7-ab\nevent: beat\ndata: 3\n\n"},
		{"a heartbeat behind a topic", topics[:1], here, [][]byte{beat}, "event: topic\ndata: 1\n\nid: 7-ab\nevent: beat\ndata: 3\n\n"},
		{"a place of which the past is not known", topics[:1], room.Place{Seq: 7}, nil, "event: topic\ndata: 1\n\n"},
	} {
		if got := string(bytes.Join(frames(c.topics, c.seen, c.more...), nil)); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}
