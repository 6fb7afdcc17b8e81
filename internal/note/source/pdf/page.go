package pdf

import "math"

// Each reads the pages in their order, one at a time. It gives ErrTooLarge when a limit is passed, ErrBroken when there are
// none.
func (f *File) Each(do func(*Page)) error {
	pages := 0
	f.walk(f.root()["Pages"], dict{}, 0, func(node, own dict) {
		if pages++; pages > f.limits.Pages {
			f.err = ErrTooLarge
			return
		}
		if p := f.page(node, own); f.err == nil {
			do(&p)
		}
	})
	if f.err == nil && pages == 0 {
		return ErrBroken
	}
	return f.err
}

// inherited are the entries that a page has from the nodes above it.
var inherited = []name{"Resources", "MediaBox", "CropBox", "Rotate"}

func (f *File) walk(o object, above dict, depth int, page func(node, own dict)) {
	node := f.dict(o)
	if node == nil || depth > deepest || !f.spend(10) {
		return
	}
	own := dict{}
	for _, key := range inherited {
		if own[key] = node[key]; own[key] == nil {
			own[key] = above[key]
		}
	}
	kids := f.array(node["Kids"])
	if kids == nil {
		page(node, own)
		return
	}
	for _, kid := range kids {
		f.walk(kid, own, depth+1, page)
	}
}

// page draws one page. A page whose text stands sideways, or upside down, is turned so that it can be read.
func (f *File) page(node, own dict) Page {
	angle := f.integer(own["Rotate"])
	p, turned := f.paint(node, own, angle)
	for i, n := range turned {
		if n > len(p.Glyphs) {
			p, _ = f.paint(node, own, angle+90*(i+1))
			break
		}
	}
	return p
}

// paint draws a page turned by an angle in degrees, and counts the letters that stand turned by 90, 180 and 270 degrees.
func (f *File) paint(node, own dict, angle int) (Page, [3]int) {
	box := f.array(own["CropBox"])
	if len(box) != 4 {
		box = f.array(own["MediaBox"])
	}
	x0, y0, x1, y1 := 0.0, 0.0, 595.0, 842.0
	if len(box) == 4 {
		x0, x1 = order(f.number(box[0]), f.number(box[2]))
		y0, y1 = order(f.number(box[1]), f.number(box[3]))
	}
	p := Page{Width: x1 - x0, Height: y1 - y0}
	view := move(-x0, -y0)
	switch (angle%360 + 360) % 360 {
	case 90:
		view = view.times(matrix{0, -1, 1, 0, 0, p.Width})
		p.Width, p.Height = p.Height, p.Width
	case 180:
		view = view.times(matrix{-1, 0, 0, -1, p.Width, p.Height})
	case 270:
		view = view.times(matrix{0, 1, -1, 0, p.Height, 0})
		p.Width, p.Height = p.Height, p.Width
	}
	painter := painter{file: f, page: &p}
	painter.run(f.contents(node["Contents"]), f.dict(own["Resources"]), state{view: view, scale: 1}, 0)
	return p, painter.turned
}

func order(a, b float64) (low, high float64) { return math.Min(a, b), math.Max(a, b) }

// contents joins the streams of a page.
func (f *File) contents(o object) []byte {
	var all []byte
	for _, part := range f.list(o) {
		if s, is := f.resolve(part).(*stream); is {
			all = append(append(all, f.unpack(s)...), '\n')
		}
	}
	return all
}
