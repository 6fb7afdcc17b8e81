package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"

	"rsc.io/qr"

	"sala.example/internal/access"
	"sala.example/internal/note/sample"
	"sala.example/internal/rehearse"
)

type demoCommand struct {
	Data    string `help:"Data folder, which must be empty; a fresh temporary one when not given."`
	Listen  string `default:":8080" help:"Address to listen on; another port when it is taken."`
	Address string `help:"What people type to get here; found out when not given."`
	People  int    `default:"30" help:"Simulated participants who are already in the room."`
	Seed    uint64 `default:"1" help:"The same seed gives the same workshop."`
	Lang    string `default:"th" enum:"th,en" help:"Language of the sample note."`
}

// Run prepares a workshop up to the point where agreement starts, prints the
// links and serves it. Its simulated participants rate whenever a round opens.
func (c *demoCommand) Run(ctx context.Context, s streams) error {
	dir, err := c.folder()
	if err != nil {
		return err
	}
	if c.Data == "" {
		defer os.RemoveAll(dir)
	}
	recommendations, evidence, err := material("", "")
	if err != nil {
		return err
	}
	note, translation := sample.Thai, sample.English
	if c.Lang == "en" {
		note, translation = translation, note
	}
	bar := newBar(s.err)
	p, day, err := simulated(ctx, options{Dir: dir, Listen: c.free(), Address: c.Address, Log: quietLog(s.err)}, rehearse.Options{
		Note: []byte(note), Translation: []byte(translation), Recommendations: recommendations, Evidence: evidence, People: c.People, Seed: c.Seed, Progress: bar.show,
	})
	if p != nil {
		defer p.stop(ctx)
	}
	if err != nil {
		return err
	}
	if err := day.UntilAgreement(ctx); err != nil {
		return err
	}
	bar.end()
	day.Run()
	c.announce(s.out, p, day)
	if err := day.FollowRounds(ctx); err != nil {
		return err
	}
	day.Leave()
	return nil
}

// folder is a fresh data folder.
func (c *demoCommand) folder() (string, error) {
	if c.Data == "" {
		return os.MkdirTemp("", "sala-demo-")
	}
	entries, err := os.ReadDir(c.Data)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return "", err
	}
	if len(entries) > 0 {
		return "", fmt.Errorf("%s is not empty: the demonstration wants a fresh folder (use `sala serve --data %s` for what is in it)", c.Data, c.Data)
	}
	return c.Data, nil
}

// free is the address to listen on, with another port when it is taken.
func (c *demoCommand) free() string {
	l, err := net.Listen("tcp", c.Listen)
	if err == nil {
		_ = l.Close()
		return c.Listen
	}
	host, _, err := net.SplitHostPort(c.Listen)
	if err != nil {
		return c.Listen // start says what is wrong with it
	}
	return net.JoinHostPort(host, "0")
}

// announce prints a link for every role, and the QR that phones scan.
func (c *demoCommand) announce(w io.Writer, p *program, day *rehearse.Day) {
	join := p.url() + "/j/" + day.Code()
	fmt.Fprintf(w, "\nSala's demonstration is ready: %d simulated people are in the room, and agreement is about to start.\n", c.People)
	fmt.Fprintf(w, "Texts, people and ratings are made up. The workshop's clock stands in 2014 and runs on.\n\n")
	fmt.Fprintf(w, "Join with a phone: %s   (code %s)\n\n%s\n", join, day.Code(), terminalQR(join))
	links := day.Links()
	for _, role := range access.StaffRoles() {
		fmt.Fprintf(w, "%-12s %s\n", role, links[role])
	}
	fmt.Fprintf(w, "\nThe same links with a QR each: open the organiser's link and choose \"Links\".\n")
	fmt.Fprintf(w, "On this machine the site is also at %s. Stop with Ctrl-C.\n", p.base)
}

// terminalQR draws a QR code with half blocks, light on dark or dark on light
// alike, since it brings its own background.
func terminalQR(text string) string {
	code, err := qr.Encode(text, qr.L)
	if err != nil {
		return ""
	}
	const quiet = 2
	black := func(x, y int) bool {
		return x >= 0 && y >= 0 && x < code.Size && y < code.Size && code.Black(x, y)
	}
	var b strings.Builder
	for y := -quiet; y < code.Size+quiet; y += 2 {
		b.WriteString("\x1b[30;107m")
		for x := -quiet; x < code.Size+quiet; x++ {
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
		b.WriteString("\x1b[0m\n")
	}
	return b.String()
}
