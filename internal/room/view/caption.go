package view

// Captions is the topic "captions": the last sentences that were said in the
// item that is running, by language, the newest last.
type Captions struct {
	Lines map[string][]CaptionLine `json:"lines"`
}

// CaptionLine is one sentence.
type CaptionLine struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}
