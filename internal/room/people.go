package room

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"strings"
	"sync"

	"sala.example/internal/passage"
	"sala.example/internal/vault"
	"sala.example/internal/workshop"
)

// people is what the vault knows, held in memory while the room is open: who
// people are as far as they said, and what they wrote.
type people struct {
	mu       sync.RWMutex
	maskKey  []byte
	profiles map[string]vault.Profile
	passages map[string]vault.Passage
}

func newPeople(maskKey []byte) *people {
	return &people{maskKey: maskKey, profiles: map[string]vault.Profile{}, passages: map[string]vault.Passage{}}
}

// load reads everything from the vault.
func (p *people) load(ctx context.Context, v *vault.Vault, id string) error {
	profiles, err := v.Profiles(ctx, id)
	if err != nil {
		return fmt.Errorf("load profiles: %w", err)
	}
	passages, err := v.Passages(ctx, id)
	if err != nil {
		return fmt.Errorf("load words: %w", err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.profiles, p.passages = profiles, passages
	return nil
}

// mask is a person's pseudonym for one thing.
func (p *people) mask(person, thing string) string {
	h := hmac.New(sha256.New, p.maskKey)
	fmt.Fprintf(h, "%d:%s%s", len(person), person, thing)
	return hex.EncodeToString(h.Sum(nil)[:10])
}

func (p *people) read(w workshop.Words) (string, bool) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	got, ok := p.passages[w.Ref]
	return got.Text, ok
}

// author is whose the words are; nobody's once they were erased.
func (p *people) author(w workshop.Words) string {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.passages[w.Ref].Person
}

// names are what a person is called.
func (p *people) names(person workshop.ID) []string {
	profile := p.profile(person)
	return []string{profile.Name, profile.Alias}
}

// nobodys are the references of the words without an author.
func (p *people) nobodys() map[string]bool {
	p.mu.RLock()
	defer p.mu.RUnlock()
	refs := map[string]bool{}
	for ref, w := range p.passages {
		if w.Person == "" {
			refs[ref] = true
		}
	}
	return refs
}

// text is read for a view: erased words are an empty string.
func (p *people) text(w workshop.Words) string {
	text, _ := p.read(w)
	return text
}

func (p *people) profile(person string) vault.Profile {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.profiles[person]
}

func (p *people) put(person string, profile vault.Profile) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.profiles[person] = profile
}

func (p *people) keep(passages []vault.Passage) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, w := range passages {
		p.passages[w.Ref] = w
	}
}

func (p *people) drop(ref string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.passages, ref)
}

func (p *people) forget(person string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.profiles, person)
	maps.DeleteFunc(p.passages, func(_ string, w vault.Passage) bool { return w.Person == person })
}

// seal gives every passage of a command its reference and salted hash, and
// returns what goes to the vault.
func (r *Room) seal(q *request, t *turn) ([]vault.Passage, error) {
	if put, ok := q.cmd.(*workshop.PutAction); ok {
		r.leaveToAuthors(put, t)
	}
	return r.sealWords(r.wordsOf(q), workshop.WordsIn(q.cmd))
}

// leaveToAuthors lets the fields of a row that somebody edits stay the words of
// whoever wrote them, where their text is the same: the row is sent whole, and
// they must still go with their author.
func (r *Room) leaveToAuthors(put *workshop.PutAction, t *turn) {
	old := r.state.Action(put.Action)
	if old == nil {
		return
	}
	was := workshop.WordsIn(&old.Row)
	for i, w := range workshop.WordsIn(&put.Row) {
		if text, there := r.read(*was[i], t); there && text == w.Plain() {
			w.Seal(was[i].Ref, was[i].Hash)
		}
	}
}

// wordsOf says whose the words of a command are: the actor's, except that a
// translation of a statement is its author's, and goes with them.
func (r *Room) wordsOf(q *request) workshop.ID {
	c, translating := q.cmd.(*workshop.TranslateStatement)
	if !translating {
		return q.actor.ID
	}
	st := r.state.Statement(c.Statement)
	if st == nil || len(st.Said) == 0 {
		return ""
	}
	return r.people.author(st.Said[0].Text)
}

// sealEvents seals the words that events bring without a command: those that
// came out of a ballot box, which are nobody's.
func (r *Room) sealEvents(events []workshop.Event) ([]vault.Passage, error) {
	var passages []vault.Passage
	for _, e := range events {
		more, err := r.sealWords("", workshop.WordsIn(e))
		if err != nil {
			return nil, err
		}
		passages = append(passages, more...)
	}
	return passages, nil
}

func (r *Room) sealWords(person string, words []*workshop.Words) ([]vault.Passage, error) {
	var passages []vault.Passage
	for _, w := range words {
		if w.IsZero() || w.Ref != "" {
			continue
		}
		salt := make([]byte, passage.MinSalt)
		if _, err := io.ReadFull(r.deps.Random, salt); err != nil {
			return nil, fmt.Errorf("make salt: %w", err)
		}
		ref := r.newID("t")
		w.Seal(ref, passage.Hash(salt, w.Plain()))
		passages = append(passages, vault.Passage{Ref: ref, Person: person, Text: w.Plain(), Salt: salt})
	}
	return passages, nil
}

var idAlphabet = base32.StdEncoding.WithPadding(base32.NoPadding)

// newID makes an id such as "q_k3v7…" of 80 random bits.
func (r *Room) newID(prefix string) workshop.ID { return NewID(r.deps.Random, prefix) }

// NewID makes an id of 80 random bits with a prefix. A source of randomness
// that fails leaves nothing to go on with.
func NewID(random io.Reader, prefix string) string {
	var b [10]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		panic(fmt.Sprintf("no randomness: %v", err))
	}
	return prefix + "_" + strings.ToLower(idAlphabet.EncodeToString(b[:]))
}
