package workshop

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
)

// Words are what a person wrote: a question, a reason, a card. In a command
// they arrive as a plain string. Before Decide the room seals them: the text
// goes to the vault under the person's key, and what enters the journal is a
// reference and the salted hash of the text, so that it can be erased without
// breaking the chain.
type Words struct {
	Ref  string `json:"ref"`
	Hash string `json:"hash"`

	plain string
}

// Say makes Words from a plain text, as a command brings them.
func Say(text string) Words { return Words{plain: strings.TrimSpace(Straight(text))} }

// IsZero says that nothing was written.
func (w Words) IsZero() bool { return w.Ref == "" && w.plain == "" }

// Plain is the text as it arrived in a command; sealed words have none.
func (w Words) Plain() string { return w.plain }

// Seal gives the words their reference and hash.
func (w *Words) Seal(ref, hash string) { w.Ref, w.Hash = ref, hash }

// UnmarshalJSON reads a plain string (a command) or a reference (an event).
func (w *Words) UnmarshalJSON(data []byte) error {
	var text string
	if err := json.Unmarshal(data, &text); err == nil {
		*w = Say(text)
		return nil
	}
	var sealed struct {
		Ref  string `json:"ref"`
		Hash string `json:"hash"`
	}
	if err := decodeStrict(data, &sealed); err != nil {
		return errors.New("words must be a text")
	}
	*w = Words{Ref: sealed.Ref, Hash: sealed.Hash}
	return nil
}

// WordsIn finds every passage in a command or event, so that the room can seal
// what a command brings and see which passages an event carries.
func WordsIn(v any) []*Words {
	if wordless[reflect.TypeOf(v)] {
		return nil
	}
	var found []*Words
	collectWords(reflect.ValueOf(v), &found)
	return found
}

func collectWords(v reflect.Value, found *[]*Words) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			collectWords(v.Elem(), found)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[Words]() {
			if v.CanAddr() {
				*found = append(*found, v.Addr().Interface().(*Words))
			}
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				collectWords(v.Field(i), found)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			collectWords(v.Index(i), found)
		}
	case reflect.Map:
		// A value in a map cannot be changed in place; a copy will do, since
		// words in maps are only ever read.
		for it := v.MapRange(); it.Next(); {
			c := reflect.New(v.Type().Elem())
			c.Elem().Set(it.Value())
			collectWords(c, found)
		}
	}
}

// wordless are the commands and events that Words cannot be in, ballots among
// them: nobody need look into each of theirs.
var wordless = typesWithoutWords()

func typesWithoutWords() map[reflect.Type]bool {
	types := map[reflect.Type]bool{}
	add := func(v any) {
		if t := reflect.TypeOf(v); !holdsWords(t, map[reflect.Type]bool{}) {
			types[t] = true
		}
	}
	for _, fresh := range commandNames {
		add(fresh())
	}
	for _, fresh := range eventKinds {
		add(fresh())
	}
	return types
}

// holdsWords looks through the types that t is made of, each once.
func holdsWords(t reflect.Type, seen map[reflect.Type]bool) bool {
	if t == reflect.TypeFor[Words]() || t.Kind() == reflect.Interface {
		return true
	}
	if seen[t] {
		return false
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		return holdsWords(t.Elem(), seen)
	case reflect.Struct:
		for i := range t.NumField() {
			if holdsWords(t.Field(i).Type, seen) {
				return true
			}
		}
	}
	return false
}
