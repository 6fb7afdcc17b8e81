package web

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"sala.example/internal/workshop"
)

// receiptList is what was counted in a closed round, rating by rating. A phone
// fetches all of it and looks for its own codes, so that the server does not
// learn whose they are.
type receiptList struct {
	Round           string           `json:"round"`
	Number          int              `json:"number"`
	Closed          bool             `json:"closed"`
	Recommendations []receiptsOfText `json:"recommendations"`
}

type receiptsOfText struct {
	ID       string                `json:"id"`
	Number   int                   `json:"number"`
	Criteria []receiptsOfCriterion `json:"criteria"`
}

type receiptsOfCriterion struct {
	Criterion string             `json:"criterion"`
	Receipts  []workshop.Receipt `json:"receipts"`
}

// newReceiptList is empty for a round that is open.
func newReceiptList(st *workshop.State, round *workshop.Round) *receiptList {
	list := &receiptList{Round: round.ID, Number: round.Number, Closed: !round.Closed.IsZero(), Recommendations: []receiptsOfText{}}
	for _, result := range round.Results {
		of := receiptsOfText{ID: result.Recommendation}
		if rec := st.Recommendation(result.Recommendation); rec != nil {
			of.Number = rec.Number
		}
		for _, criterion := range round.Criteria {
			receipts := append([]workshop.Receipt{}, result.Receipts[criterion]...)
			of.Criteria = append(of.Criteria, receiptsOfCriterion{Criterion: criterion, Receipts: receipts})
		}
		list.Recommendations = append(list.Recommendations, of)
	}
	return list
}

type receiptsData struct {
	pageData
	Workshop, Role, Back string
	Title                map[string]string
	List                 *receiptList
}

// receipts serves the list of a round as a page, and as JSON to whoever asks
// for that: GET …/receipts/{round} or {round}.json. Once the round has closed
// the list never changes.
func (s *Server) receipts(w http.ResponseWriter, r *http.Request) {
	v, err := s.visitor(r)
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	id, asJSON := strings.CutSuffix(r.PathValue("round"), ".json")
	var list *receiptList
	var title workshop.Text
	err = v.room.Look(r.Context(), func(st *workshop.State) {
		title = st.Settings.Title
		if round := st.Round(id); round != nil {
			list = newReceiptList(st, round)
		}
	})
	if err == nil && list == nil {
		err = errNotFound
	}
	if err != nil {
		s.failPage(w, r, err)
		return
	}
	w.Header().Add("Vary", "Accept, Accept-Language, Cookie")
	if asJSON || strings.HasPrefix(r.Header.Get("Accept"), "application/json") {
		s.receiptsJSON(w, r, list)
		return
	}
	s.page(w, r, http.StatusOK, "receipts", receiptsData{
		pageData: s.data(r), Workshop: v.room.ID(), Role: v.actor.Role, Back: homeOf[v.actor.Role], Title: title, List: list,
	})
}

func (s *Server) receiptsJSON(w http.ResponseWriter, r *http.Request, list *receiptList) {
	body, err := json.Marshal(list)
	if err != nil {
		s.failJSON(w, r, err)
		return
	}
	sum := sha256.Sum256(body)
	tag := strconv.Quote(hex.EncodeToString(sum[:8]))
	h := w.Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", "private, no-cache")
	if list.Closed {
		h.Set("Cache-Control", "private, max-age=31536000, immutable")
	}
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", "application/json; charset=utf-8")
	writePacked(w, r, http.StatusOK, body)
}
