package web

import (
	"net/http"
	"strings"

	"sala.example/internal/note"
)

// proposals are the draft recommendations that a document holds, or two of
// them, one a language.
type proposals struct {
	Langs []string   `json:"langs"` // one or two
	Pairs []proposal `json:"pairs"`
}

// proposal is one recommendation, in each language the paragraphs of which it
// is made.
type proposal struct {
	No       string     `json:"no"`
	Sides    [][]string `json:"sides"` // as long as Langs; a side may be empty
	Line     int        `json:"line"`  // on which it stands in the (first) document
	Doubtful bool       `json:"doubtful"`
	Reasons  []string   `json:"reasons"` // the codes note.Doubt…
}

// align pairs the recommendations of two texts, and keeps nothing of them.
func (s *Server) align(w http.ResponseWriter, r *http.Request) {
	if _, err := s.organiser(r); err != nil {
		s.failJSON(w, r, err)
		return
	}
	var asked struct {
		A string `json:"a"`
		B string `json:"b"`
	}
	if err := readJSON(w, r, 2*note.MaxText+1<<20, &asked); err != nil {
		s.failJSON(w, r, err)
		return
	}
	var pairs proposals
	err := s.documents.understand(r, func() error {
		pairs = paired(note.AlignRecommendations(asked.A, asked.B))
		return nil
	})
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	writeJSON(w, http.StatusOK, pairs)
}

// propositions finds the recommendations of one document: a table in two
// languages, else one list.
func propositions(text string) proposals {
	if two, ok := note.BilingualRecommendations(text); ok {
		return paired(two)
	}
	one := note.AlignRecommendations(text, "")
	p := proposals{Langs: one.Langs[:1], Pairs: []proposal{}}
	for _, pair := range one.Pairs {
		line, paragraphs := side(pair, func(s note.SegmentPair) note.DraftSegment { return s.A })
		p.Pairs = append(p.Pairs, proposal{No: pair.No, Sides: [][]string{paragraphs}, Line: line, Reasons: []string{}})
	}
	return p
}

func paired(al note.Alignment) proposals {
	p := proposals{Langs: al.Langs[:], Pairs: []proposal{}}
	for _, pair := range al.Pairs {
		line, a := side(pair, func(s note.SegmentPair) note.DraftSegment { return s.A })
		other, b := side(pair, func(s note.SegmentPair) note.DraftSegment { return s.B })
		if line == 0 {
			line = other
		}
		p.Pairs = append(p.Pairs, proposal{No: pair.No, Sides: [][]string{a, b}, Line: line, Doubtful: pair.Doubtful, Reasons: reasonsOf(pair)})
	}
	return p
}

// side gives the paragraphs of a pair in one language, and the line on which
// they begin. A heading of its own is the first of them.
func side(pair note.RecommendationPair, of func(note.SegmentPair) note.DraftSegment) (line int, paragraphs []string) {
	paragraphs = []string{}
	for _, s := range pair.Segments {
		if text := of(s).Text; text != "" {
			paragraphs = append(paragraphs, text)
		}
	}
	title := of(pair.Title)
	if begins := strings.TrimSuffix(title.Text, "…"); begins != "" && (len(paragraphs) == 0 || !strings.HasPrefix(paragraphs[0], begins)) {
		paragraphs = append([]string{title.Text}, paragraphs...)
	}
	return title.Line, paragraphs
}

func reasonsOf(pair note.RecommendationPair) []string {
	reasons := []string{}
	seen := map[string]bool{}
	for _, s := range append([]note.SegmentPair{pair.Title}, pair.Segments...) {
		for _, reason := range s.Reasons {
			if !seen[reason] {
				seen[reason] = true
				reasons = append(reasons, reason)
			}
		}
	}
	return reasons
}
