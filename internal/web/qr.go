package web

import (
	"fmt"
	"html/template"
	"net/http"
	"strings"

	"rsc.io/qr"
)

// svg is a picture that this package made itself and that needs no escaping.
type svg = template.HTML

// qrSVG draws a QR code with its quiet zone, one path, black on white.
func qrSVG(text string) (string, error) {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return "", fmt.Errorf("draw QR: %w", err)
	}
	const quiet = 4
	size := code.Size + 2*quiet
	var path strings.Builder
	for y := range code.Size {
		for x := range code.Size {
			if code.Black(x, y) {
				fmt.Fprintf(&path, "M%d %dh1v1h-1z", x+quiet, y+quiet)
			}
		}
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="QR"><rect width="100%%" height="100%%" fill="#fff"/><path fill="#000" d="%s"/></svg>`, size, size, path.String()), nil
}

// joinQR is the picture that phones scan to join.
func (s *Server) joinQR(w http.ResponseWriter, r *http.Request) {
	v, err := s.visitor(r)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	picture, err := qrSVG(s.address(r) + "/j/" + v.room.Code())
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	writeSVG(w, []byte(picture), "private, max-age=300")
}

func writeSVG(w http.ResponseWriter, picture []byte, caching string) {
	w.Header().Set("Content-Type", "image/svg+xml")
	w.Header().Set("Cache-Control", caching)
	_, _ = w.Write(picture)
}

// address is this site as the room reaches it: the address people type, not
// the localhost that the organiser's own browser may use.
func (s *Server) address(r *http.Request) string {
	scheme := "http"
	if s.Secure || r.TLS != nil {
		scheme = "https"
	}
	return scheme + "://" + s.Address()
}
