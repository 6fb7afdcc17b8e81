package room

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"
)

// Topic is a topic as one variant of viewers sees it, made once for all of
// them and never changed.
type Topic struct {
	Name  string
	Rev   uint64 // event after which it looked like this
	View  any    // the view struct that Body is the JSON of; not to be changed
	Body  []byte // the state, as JSON
	Frame []byte // how the live stream carries it, without an id
	Tag   string // changes when the body does

	pack   sync.Once
	packed []byte
}

// largestFrame is the largest body that travels in the stream; a larger one is
// announced there and fetched.
const largestFrame = 16 << 10

func newTopic(name string, rev uint64, view any) (*Topic, error) {
	body, err := json.Marshal(view)
	if err != nil {
		return nil, fmt.Errorf("topic %s: %w", name, err)
	}
	sum := sha256.Sum256(body)
	t := &Topic{Name: name, Rev: rev, View: view, Body: body, Tag: hex.EncodeToString(sum[:12])}
	var frame bytes.Buffer
	fmt.Fprintf(&frame, "event: topic\ndata: {\"topic\":%q,\"rev\":%d,", name, rev)
	if len(body) > largestFrame {
		frame.WriteString(`"fetch":true`)
	} else {
		frame.WriteString(`"state":`)
		frame.Write(body)
	}
	frame.WriteString("}\n\n")
	t.Frame = frame.Bytes()
	return t, nil
}

// Packed is the body in gzip, packed when it is first asked for.
func (t *Topic) Packed() []byte {
	t.pack.Do(func() {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		_, _ = z.Write(t.Body) // writing to memory does not fail
		_ = z.Close()
		t.packed = b.Bytes()
	})
	return t.packed
}
