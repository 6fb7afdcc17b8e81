package pdf

import "math"

// path is what is being drawn: corners of the open subpaths, and their bounds.
type path struct {
	parts []subpath
}

type subpath struct {
	points []point
	closed bool
}

type point struct{ x, y float64 }

const (
	thin      = 2.5    // points: a filled shape no thicker is a line
	shortest  = 4      // points: a shorter line is no border
	mostRules = 20_000 // of one page
	mostParts = 4096   // of one path
)

// pathOperator builds paths, and notes their straight lines when they are painted.
func (p *painter) pathOperator(op operator, args []object, s state) bool {
	switch op {
	case "m":
		p.path.start(s.view.point(num(args, 0), num(args, 1)))
	case "l":
		p.path.line(s.view.point(num(args, 0), num(args, 1)))
	case "c":
		p.path.line(s.view.point(num(args, 4), num(args, 5)))
	case "v", "y":
		p.path.line(s.view.point(num(args, 2), num(args, 3)))
	case "h":
		p.path.close()
	case "re":
		x, y, w, h := num(args, 0), num(args, 1), num(args, 2), num(args, 3)
		p.path.start(s.view.point(x, y))
		p.path.line(s.view.point(x+w, y))
		p.path.line(s.view.point(x+w, y+h))
		p.path.line(s.view.point(x, y+h))
		p.path.close()
	case "S", "s", "B", "B*", "b", "b*":
		p.paint(true)
	case "f", "F", "f*":
		p.paint(false)
	case "n":
		p.path = path{}
	default:
		return false
	}
	return true
}

func (p *path) start(x, y float64) {
	if len(p.parts) < mostParts {
		p.parts = append(p.parts, subpath{points: []point{{x, y}}})
	}
}

func (p *path) line(x, y float64) {
	if n := len(p.parts); n > 0 && len(p.parts[n-1].points) < 64 {
		p.parts[n-1].points = append(p.parts[n-1].points, point{x, y})
	}
}

func (p *path) close() {
	if n := len(p.parts); n > 0 {
		p.parts[n-1].closed = true
	}
}

// paint notes the lines of the path and ends it. Of a filled shape only a thin one is a line.
func (p *painter) paint(stroked bool) {
	for _, part := range p.path.parts {
		low, high := part.bounds()
		width, height := high.x-low.x, high.y-low.y
		switch {
		case math.Min(width, height) <= thin && (!stroked || len(part.points) > 2):
			p.rule(low, high)
		case stroked:
			for i, a := range part.points {
				next := i + 1
				if next == len(part.points) {
					if next = 0; !part.closed {
						break
					}
				}
				b := part.points[next]
				if math.Abs(a.x-b.x) < 0.5 || math.Abs(a.y-b.y) < 0.5 {
					p.rule(point{math.Min(a.x, b.x), math.Min(a.y, b.y)}, point{math.Max(a.x, b.x), math.Max(a.y, b.y)})
				}
			}
		}
	}
	p.path = path{}
}

func (s subpath) bounds() (low, high point) {
	low, high = s.points[0], s.points[0]
	for _, q := range s.points[1:] {
		low = point{math.Min(low.x, q.x), math.Min(low.y, q.y)}
		high = point{math.Max(high.x, q.x), math.Max(high.y, q.y)}
	}
	return low, high
}

// rule notes a line along the longer side of its bounds.
func (p *painter) rule(low, high point) {
	if !finite(low.x, low.y, high.x, high.y) || len(p.page.Rules) >= mostRules {
		return
	}
	x, y := (low.x+high.x)/2, (low.y+high.y)/2
	switch width, height := high.x-low.x, high.y-low.y; {
	case width >= height && width >= shortest:
		p.page.Rules = append(p.page.Rules, Rule{low.x, y, high.x, y})
	case height > width && height >= shortest:
		p.page.Rules = append(p.page.Rules, Rule{x, low.y, x, high.y})
	}
}
