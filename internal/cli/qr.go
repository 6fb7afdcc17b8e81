package cli

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"rsc.io/qr"
)

// qrCard is a link with its QR code and what it opens.
type qrCard struct{ Title, Link string }

const (
	cardsPerRow = 2
	quietZone   = 2 // modules around a code
)

// printCards draws the codes of several links, two in a row of a terminal of 80
// columns.
func printCards(w io.Writer, cards []qrCard) error {
	for len(cards) > 0 {
		row := cards[:min(cardsPerRow, len(cards))]
		cards = cards[len(row):]
		if err := printRow(w, row); err != nil {
			return err
		}
	}
	return nil
}

func printRow(w io.Writer, cards []qrCard) error {
	var pictures [][]string
	width, height := 0, 0
	for _, c := range cards {
		code, err := qr.Encode(c.Link, qr.L)
		if err != nil {
			return fmt.Errorf("draw QR: %w", err)
		}
		lines := halfBlocks(code)
		width, height = max(width, code.Size+2*quietZone), max(height, len(lines))
		pictures = append(pictures, lines)
	}
	for _, c := range cards {
		fmt.Fprintf(w, "%-*s", width+4, c.Title)
	}
	fmt.Fprintln(w)
	for y := range height {
		for i, p := range pictures {
			if y < len(p) {
				fmt.Fprint(w, p[y])
			}
			if i+1 < len(pictures) {
				fmt.Fprintf(w, "%*s", width+4-shownWidth(p, y), "")
			}
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w)
	return nil
}

// shownWidth is how many columns a line of a picture takes; below the picture, none.
func shownWidth(p []string, y int) int {
	if y >= len(p) {
		return 0
	}
	return utf8.RuneCountInString(p[y]) - utf8.RuneCountInString(blackOnWhite+plainColours)
}

const (
	blackOnWhite = "\x1b[30;107m"
	plainColours = "\x1b[0m"
)

// halfBlocks draws a code in lines of half blocks, black on white whatever the
// colours of the terminal are.
func halfBlocks(code *qr.Code) []string {
	black := func(x, y int) bool {
		return x >= 0 && y >= 0 && x < code.Size && y < code.Size && code.Black(x, y)
	}
	var lines []string
	for y := -quietZone; y < code.Size+quietZone; y += 2 {
		var b strings.Builder
		b.WriteString(blackOnWhite)
		for x := -quietZone; x < code.Size+quietZone; x++ {
			switch top, bottom := black(x, y), black(x, y+1); {
			case top && bottom:
				b.WriteRune('█')
			case top:
				b.WriteRune('▀')
			case bottom:
				b.WriteRune('▄')
			default:
				b.WriteByte(' ')
			}
		}
		b.WriteString(plainColours)
		lines = append(lines, b.String())
	}
	return lines
}
