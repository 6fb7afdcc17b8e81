package chart

import "strconv"

// items draws the programme under the key, and returns where the picture ends.
func (t timeline) items() (shapes []Shape, bottom float64) {
	top := t.keyTop() + t.keyHeight() + 6
	if len(t.Items) == 0 {
		return nil, top
	}
	var legend []string
	for _, item := range t.Items {
		x, right := t.at(item.From), t.at(item.To)
		if right-x < 2 { // an item without an end is a mark
			right = min(x+3, t.at(t.To))
		}
		box := Shape{Kind: Rect, X: x, Y: round(top), W: round(right - x), H: dayItems, Fill: paper, Stroke: soft, StrokeWidth: 1}
		colour := ink
		if item.Decides {
			box.Fill, box.Stroke, box.StrokeWidth, colour = highTint, accent, 2.5, accent
		}
		shapes = append(shapes, box)
		text := item.Label
		if textWidth(text, smallSize) > box.W-8 {
			legend = append(legend, clock(item.From)+"  "+item.Label)
			text = strconv.Itoa(len(legend))
		}
		if size := 12.0; textWidth(text, size) <= box.W-2 || text == item.Label {
			shapes = append(shapes, Shape{
				Kind: Label, X: round(x + box.W/2), Y: round(top + dayItems/2 + 5), Text: text,
				Size: size, Fill: colour, Anchor: Middle, Bold: item.Decides,
			})
		}
	}
	lines, bottom := t.itemLegend(legend, top+dayItems+10)
	return append(shapes, lines...), bottom
}

// itemLegend names the numbered items in as many columns as have room.
func (t timeline) itemLegend(texts []string, top float64) (shapes []Shape, bottom float64) {
	if len(texts) == 0 {
		return nil, top
	}
	const number = 24
	widest := 0.0
	for _, text := range texts {
		widest = max(widest, textWidth(text, smallSize)+number+16)
	}
	columns := max(1, int((t.width+16)/widest))
	lines := (len(texts) + columns - 1) / columns
	for i, text := range texts {
		x, y := float64(i/lines)*t.width/float64(columns), top+12+float64(i%lines)*dayLegend
		shapes = append(shapes,
			Shape{Kind: Label, X: round(x + number - 8), Y: round(y), Text: strconv.Itoa(i + 1), Size: smallSize, Fill: soft, Anchor: End},
			Shape{Kind: Label, X: round(x + number), Y: round(y), Text: text, Size: fitSize(text, smallSize, t.width-number), Fill: ink})
	}
	return shapes, top + float64(lines)*dayLegend + 4
}
