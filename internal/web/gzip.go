package web

import (
	"net/http"
	"strconv"
	"strings"
)

// takesGzip says that the reader can unpack gzip, and does not say that it
// would rather not (RFC 9110, section 12.5.3: a weight of 0 is a no).
func takesGzip(r *http.Request) bool {
	for _, line := range r.Header.Values("Accept-Encoding") {
		for coding := range strings.SplitSeq(line, ",") {
			name, weight, _ := strings.Cut(coding, ";")
			if strings.EqualFold(strings.TrimSpace(name), "gzip") {
				return !isZero(weight)
			}
		}
	}
	return false
}

// isZero reads a parameter such as "q=0.0".
func isZero(weight string) bool {
	name, value, _ := strings.Cut(strings.TrimSpace(weight), "=")
	q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	return strings.EqualFold(name, "q") && err == nil && q == 0
}
