package workshop

import (
	"strconv"

	"sala.example/internal/quickjson"
)

// A ballot is what everybody in the room sends in the same moment, and with
// encoding/json the reading and writing of it took a third of the server's time:
// so both are written out here.

// readPlain reads the command as our pages send it. False: it came in any other
// way, right or wrong, and nothing was read.
func (c *CastBallot) readPlain(data []byte) bool {
	var read CastBallot
	r := quickjson.Read(data)
	for field := range r.Fields() {
		switch field {
		case "round":
			read.Round = r.String()
		case "recommendation":
			read.Recommendation = r.String()
		case "ratings":
			if read.Ratings == nil {
				read.Ratings = map[string]int{}
			}
			for criterion := range r.Fields() {
				read.Ratings[criterion] = r.Int()
			}
		default:
			r.GiveUp()
		}
	}
	if r.Done() {
		*c = read
	}
	return r.Done()
}

// JSON gives the ballot as it lies in the vault.
func (b Ballot) JSON() []byte {
	j := quickjson.AppendString(append(make([]byte, 0, 256), `{"recommendation":`...), b.Recommendation)
	j = quickjson.AppendString(append(j, `,"roleGroup":`...), b.RoleGroup)
	if b.Lang != "" {
		j = quickjson.AppendString(append(j, `,"lang":`...), string(b.Lang))
	}
	j = quickjson.AppendMap(append(j, `,"ratings":`...), b.Ratings, appendInt)
	if len(b.DontKnow) > 0 {
		j = quickjson.AppendStrings(append(j, `,"dontKnow":`...), b.DontKnow)
	}
	if b.Reason != "" {
		j = quickjson.AppendString(append(j, `,"reason":`...), b.Reason)
	}
	if len(b.Codes) > 0 {
		j = quickjson.AppendMap(append(j, `,"codes":`...), b.Codes, quickjson.AppendString)
	}
	return append(j, '}')
}

func appendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }
