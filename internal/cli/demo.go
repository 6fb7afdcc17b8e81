package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"

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
// links and serves it. Its simulated participants rate whenever a round
// opens, and answer when opinions are collected.
func (c *demoCommand) Run(ctx context.Context, s streams) error {
	dir, err := c.folder()
	if err != nil {
		return err
	}
	if c.Data == "" {
		defer os.RemoveAll(dir)
	}
	material, err := readMaterial("", "")
	if err != nil {
		return err
	}
	note, translation := sample.Thai, sample.English
	if c.Lang == "en" {
		note, translation = translation, note
	}
	bar := newBar(s.err)
	p, day, err := simulated(ctx, options{Dir: dir, Listen: c.free(), Address: c.Address, Log: quietLog(s.err)}, rehearse.Options{
		Note: []byte(note), Translation: []byte(translation), Recommendations: material.recommendations, Evidence: material.evidence, Statements: material.statements, People: c.People, Seed: c.Seed, Progress: bar.show,
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
	if err := c.announce(s.out, p, day); err != nil {
		return err
	}
	if err := day.Follow(ctx); err != nil {
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

// announce prints a link and a QR code for every role.
func (c *demoCommand) announce(w io.Writer, p *program, day *rehearse.Day) error {
	join := p.url() + "/j/" + day.Code()
	cards := []qrCard{{Title: "Phones: code " + day.Code(), Link: join}}
	links := day.Links()
	for _, role := range access.StaffRoles() {
		cards = append(cards, qrCard{Title: role, Link: links[role]})
	}
	if err := printCards(w, cards); err != nil {
		return err
	}
	fmt.Fprintf(w, "Sala's demonstration is ready: %d simulated people are in the room, and agreement is about to start.\n", c.People)
	fmt.Fprintf(w, "Texts, people, opinions and ratings are made up. The workshop's clock stands in 2014 and runs on.\n\n")
	for _, card := range cards {
		fmt.Fprintf(w, "%-22s %s\n", card.Title, card.Link)
	}
	fmt.Fprintf(w, "\nOn this machine the site is also at %s. Stop with Ctrl-C.\n", p.base)
	return nil
}
