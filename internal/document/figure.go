package document

import "sala.example/internal/chart"

// Figure is a picture and the same facts as a table. HTML shows the picture and
// folds the table beneath it, PDF paints the picture, and DOCX prints the table,
// because word processors in use do not agree on vector pictures.
type Figure struct {
	Drawing chart.Drawing
	Caption string
	Table   *Table
}
