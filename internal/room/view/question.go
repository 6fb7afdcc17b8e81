package view

// Questions is the topic "questions", the most supported first.
type Questions struct {
	Questions []Question `json:"questions"`
}

// Question is one question; Status is open, answered or carried.
type Question struct {
	ID      string `json:"id"`
	Session string `json:"session"`
	Text    string `json:"text"`
	Lang    string `json:"lang"`
	Support int    `json:"support"` // people who asked it, the author included
	Status  string `json:"status"`
	Answer  string `json:"answer"`
}
