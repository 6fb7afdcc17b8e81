package chart

// layout sets panels side by side in columns of one width, line under line.
type layout struct {
	Drawing
	columns int
	each    float64 // width of a panel
}

// newLayout is an empty picture for so many panels; a width of 0 is 640, and it
// has no more columns than panels.
func newLayout(title, desc string, width float64, columns, panels int) *layout {
	if width == 0 {
		width = defaultWidth
	}
	columns = max(1, min(columns, panels))
	each := (width - columnGap*float64(columns-1)) / float64(columns)
	return &layout{Drawing: Drawing{W: width, Title: title, Desc: desc}, columns: columns, each: each}
}

// left is where the panels of a column begin.
func (l *layout) left(column int) float64 { return float64(column) * (l.each + columnGap) }

// nextTop is where the next line of panels starts.
func (l *layout) nextTop() float64 {
	if l.H == 0 {
		return 0
	}
	return l.H + panelGap
}

// take adds a panel that was drawn, and ends at bottom.
func (l *layout) take(shapes []Shape, own []Own, bottom float64) {
	l.Shapes = append(l.Shapes, shapes...)
	l.Own = append(l.Own, own...)
	l.H = max(l.H, round(bottom))
}
