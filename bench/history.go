package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	randv2 "math/rand/v2"
	"path/filepath"
	"time"

	"sala.example/internal/access"
	"sala.example/internal/journal"
	journalsqlite "sala.example/internal/journal/sqlite"
	"sala.example/internal/passage"
	"sala.example/internal/room"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

const (
	longHistory   = 100_000 // events
	historyPeople = 1000
	turnSize      = 1000 // events written at once
)

// history is a workshop with a long past, in a data folder that no server
// holds.
type history struct {
	data   string
	site   *site
	people []person
}

// makeHistory lets an organiser and 1,000 participants in through the front
// door, and then writes the rest of the past straight into journal and vault:
// each event decided on by the same rules as in a room.
func makeHistory(ctx context.Context, l *lab) (*history, error) {
	h := &history{data: l.folder()}
	s, err := l.serve(ctx, h.data)
	if err != nil {
		return nil, err
	}
	if h.site, err = found(s, 12); err != nil {
		return nil, err
	}
	if h.people, err = h.site.join(s.address, historyPeople); err != nil {
		return nil, err
	}
	if err := s.stop(); err != nil {
		return nil, err
	}
	j, v, err := openStores(ctx, h.data)
	if err != nil {
		return nil, err
	}
	p := &past{id: h.site.id, journal: j, vault: v, state: workshop.New(), rng: randv2.New(randv2.NewPCG(1, 2)), at: time.Now()}
	return h, errors.Join(p.write(ctx), v.Close(), j.Close())
}

func openStores(ctx context.Context, data string) (*journalsqlite.Journal, *vault.Vault, error) {
	j, err := journalsqlite.Open(ctx, filepath.Join(data, "journal.db"))
	if err != nil {
		return nil, nil, err
	}
	v, err := vault.Open(ctx, data, rand.Reader)
	if err != nil {
		return nil, nil, errors.Join(err, j.Close())
	}
	return j, v, nil
}

// past writes events.
type past struct {
	id       string
	journal  journal.Journal
	vault    *vault.Vault
	state    *workshop.State
	rng      *randv2.Rand
	at       time.Time
	people   []workshop.ID
	made     int // ids given out
	passages []vault.Passage
	batches  []journal.Batch
	saved    uint64
}

func (p *past) write(ctx context.Context) error {
	for event, err := range journal.All(ctx, p.journal, p.id, 0) {
		if err != nil {
			return err
		}
		if err := room.Replay(p.state, event); err != nil {
			return err
		}
	}
	for id := range p.state.Participants {
		p.people = append(p.people, id)
	}
	p.saved = p.state.Seq
	for p.state.Seq < longHistory {
		if err := p.happen(p.next()); err != nil {
			return err
		}
		if p.state.Seq-p.saved >= turnSize || p.state.Seq == longHistory {
			if err := p.save(ctx); err != nil {
				return err
			}
		}
	}
	data, err := json.Marshal(p.state)
	if err != nil {
		return err
	}
	return p.journal.SaveSnapshot(ctx, p.id, p.state.Seq, data)
}

// next is what happens next: two in five support a question, three in ten move
// a card, one in five types a wording; the rest is new words.
func (p *past) next() (workshop.Actor, workshop.Command) {
	s := p.state
	who := workshop.Actor{ID: p.people[p.rng.IntN(len(p.people))], Role: access.Participant}
	staff := workshop.Actor{ID: "u_bench", Role: access.Rapporteur}
	switch n := p.rng.IntN(1000); {
	case n < 10:
		return who, &workshop.Introduce{Line: workshop.Say("ผู้เข้าร่วมจากชุมชนริมทะเล")}
	case n < 30 || len(s.Questions) == 0:
		return who, &workshop.AskQuestion{Text: workshop.Say(fmt.Sprintf("คำถามที่ %d: งบประมาณมาจากที่ใด", len(s.Questions))), Lang: "th"}
	case n < 45 || len(s.Groups[0].Cards) == 0:
		g := s.Groups[0]
		return staff, &workshop.AddCard{Group: g.ID, Domain: g.Domains[0].ID, Text: workshop.Say("ห้องเรียนสองภาษา")}
	case n < 50:
		g, lang, w := p.wording()
		return who, &workshop.ProposeAmendment{Segment: g.ID, Lang: lang, Rev: w.Rev, Text: workshop.Say(w.Text + " ภายในหนึ่งปี"), Reason: workshop.Say("ต้องมีกำหนดเวลา")}
	case n < 250:
		g, lang, w := p.wording()
		return staff, &workshop.EditWording{Segment: g.ID, Lang: lang, Rev: w.Rev, Text: retyped(w.Text)}
	case n < 260:
		row := workshop.ActionRow{Action: workshop.Say("จัดทำแผน"), Lead: workshop.Say("สำนักงานจังหวัด"), FirstStep: workshop.Say("ประชุมครั้งแรก")}
		return staff, &workshop.PutAction{Group: s.Groups[0].ID, Row: row}
	case n < 560:
		g := s.Groups[0]
		return staff, &workshop.MoveCard{Card: g.Cards[p.rng.IntN(len(g.Cards))].ID, Domain: g.Domains[p.rng.IntN(len(g.Domains))].ID}
	}
	return who, &workshop.SupportQuestion{Question: s.Questions[p.rng.IntN(len(s.Questions))].ID}
}

// wording is a text that somebody works on.
func (p *past) wording() (workshop.Segment, string, workshop.Wording) {
	g := p.state.Recommendations[p.rng.IntN(len(p.state.Recommendations))].Segments[0]
	lang := []string{"th", "en"}[p.rng.IntN(2)]
	return g, lang, g.Wordings[lang]
}

// retyped is a text with one letter more, or the letters of a while taken back.
func retyped(text string) string {
	runes := []rune(text)
	if len(runes) > 600 {
		return string(runes[:400])
	}
	return text + "ก"
}

// happen decides on a command and applies its events.
func (p *past) happen(by workshop.Actor, cmd workshop.Command) error {
	if err := p.seal(by, cmd); err != nil {
		return err
	}
	p.at = p.at.Add(100 * time.Millisecond).UTC().Truncate(time.Millisecond)
	env := workshop.Env{
		Actor: by, Now: p.at, NewID: p.newID,
		Mask: func(thing workshop.ID) string { return passage.Hash([]byte(thing), by.ID)[:20] },
	}
	events, err := workshop.Decide(p.state, cmd, env)
	if err != nil {
		return fmt.Errorf("%s: %w", cmd.Name(), err)
	}
	batch := journal.Batch{Key: fmt.Sprint(by.ID, " ", p.made, " ", p.state.Seq)}
	for _, e := range events {
		data, err := workshop.Encode(e)
		if err != nil {
			return err
		}
		batch.Drafts = append(batch.Drafts, journal.Draft{At: p.at, Role: by.Role, Kind: e.Kind(), Data: data})
		if err := workshop.Apply(p.state, e, workshop.Meta{Seq: p.state.Seq + 1, At: p.at, Role: by.Role}); err != nil {
			return err
		}
	}
	if len(events) > 0 {
		p.batches = append(p.batches, batch)
	}
	return nil
}

// seal takes the words out of a command, as a room does.
func (p *past) seal(by workshop.Actor, cmd workshop.Command) error {
	for _, w := range workshop.WordsIn(cmd) {
		if w.IsZero() {
			continue
		}
		salt := make([]byte, passage.MinSalt)
		if _, err := rand.Read(salt); err != nil {
			return err
		}
		ref := p.newID("t")
		w.Seal(ref, passage.Hash(salt, w.Plain()))
		p.passages = append(p.passages, vault.Passage{Ref: ref, Person: by.ID, Text: w.Plain(), Salt: salt})
	}
	return nil
}

func (p *past) newID(prefix string) workshop.ID {
	p.made++
	return fmt.Sprintf("%s_bench%011d", prefix, p.made)
}

func (p *past) save(ctx context.Context) error {
	if err := p.vault.PutPassages(ctx, p.id, p.passages...); err != nil {
		return err
	}
	if _, err := p.journal.Append(ctx, p.id, p.saved, p.batches...); err != nil {
		return err
	}
	p.passages, p.batches, p.saved = nil, nil, p.state.Seq
	return nil
}
