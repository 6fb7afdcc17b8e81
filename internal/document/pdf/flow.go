package pdf

import (
	"fmt"

	"sala.example/internal/document"
)

// strip is a band across the page that no page end cuts: a line of text, or of
// several columns side by side, or a picture.
type strip struct {
	before float64 // space above, dropped at the top of a page
	height float64
	keep   bool    // the next strip belongs on the same page
	fresh  bool    // starts a new page
	head   []strip // repeated above this strip when it starts a page
	draw   func(p *page, y float64)
}

// flow lays the strips on pages from top to bottom. Strips that keep together
// move to the next page together, unless they are taller than a page.
func (w *writer) flow() {
	p, y := w.newPage(), float64(marginTop)
	for i := 0; i < len(w.strips); {
		group := together(w.strips[i:])
		i += len(group)
		if y > marginTop && (group[0].fresh || y+tall(group) > pageHeight-marginBottom) {
			p, y = w.turn(group[0].head)
		}
		for _, s := range group {
			if y > marginTop && y+s.before+s.height > pageHeight-marginBottom {
				p, y = w.turn(s.head)
			}
			y = s.place(p, y)
		}
	}
}

// together is the first strip with those that it keeps.
func together(strips []strip) []strip {
	n := 1
	for n < len(strips) && strips[n-1].keep {
		n++
	}
	return strips[:n]
}

func tall(group []strip) float64 {
	sum := 0.0
	for _, s := range group {
		sum += s.before + s.height
	}
	return sum
}

// turn starts a page with the table head that the next strip wants.
func (w *writer) turn(head []strip) (*page, float64) {
	p, y := w.newPage(), float64(marginTop)
	for _, s := range head {
		y = s.place(p, y)
	}
	return p, y
}

func (s strip) place(p *page, y float64) float64 {
	if y > marginTop {
		y += s.before
	}
	if s.draw != nil {
		s.draw(p, y)
	}
	return y + s.height
}

func (w *writer) newPage() *page {
	p := &page{ref: w.file.reserve(), index: len(w.pages)}
	w.pages = append(w.pages, p)
	return p
}

// footers prints the foot of every page: the footer, and the page's number in
// Arabic digits.
func (w *writer) footers(text string) error {
	const y = pageHeight - marginBottom + 34
	for _, p := range w.pages {
		number, err := w.footLine(fmt.Sprint(p.index+1), columnWidth)
		if err != nil {
			return err
		}
		foot, err := w.footLine(text, columnWidth-number.width-20)
		if err != nil {
			return err
		}
		p.paintArtifact(foot, marginSide, y, 0)
		p.paintArtifact(number, marginSide+columnWidth-number.width, y, 0)
	}
	return nil
}

// introduces says that block i is the sentence above a picture: the two belong
// on one page.
func introduces(blocks []document.Block, i int) bool {
	if _, text := blocks[i].(document.Paragraph); !text || i+1 == len(blocks) {
		return false
	}
	_, picture := blocks[i+1].(document.Figure)
	return picture
}

// keep holds strips together with what follows them.
func keep(strips []strip) {
	for i := range strips {
		strips[i].keep = true
	}
}
