package room

import (
	"strconv"

	"sala.example/internal/quickjson"
)

// Receipt says that a command is durable. Seq is the last event it led to, or
// the newest event when it led to none. Codes are a ballot's receipts.
type Receipt struct {
	Seq   uint64            `json:"seq"`
	Codes map[string]string `json:"codes,omitempty"`
}

// JSON gives the receipt as a page gets it. Every command has one, a ballot of
// everybody in the room at the same moment, so it is written out here.
func (r Receipt) JSON() []byte {
	j := strconv.AppendUint(append(make([]byte, 0, 128), `{"seq":`...), r.Seq, 10)
	if len(r.Codes) > 0 {
		j = quickjson.AppendMap(append(j, `,"codes":`...), r.Codes, quickjson.AppendString)
	}
	return append(j, '}')
}
