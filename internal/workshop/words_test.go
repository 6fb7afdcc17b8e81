package workshop

import (
	"reflect"
	"testing"
)

// "Sealed words have none": what a person wrote is in the vault and nowhere
// else, so that erasing it there is enough. A state that was played and one
// that was replayed know the same.
func TestTheStateHoldsNoPlainWords(t *testing.T) {
	r := newRoom(t)
	p := r.seat("officers", 1)[0]
	r.do(p, &Introduce{Line: Say("I teach in Mahachai")})
	r.do(p, &AskQuestion{Text: Say("Who pays?")})
	r.do(p, propose("g1", "en", 1, "Admit each child."))
	r.do(p, &GiveStance{Recommendation: "r1", Stance: StanceReserve, Text: Say("If the budget is there.")})
	r.do(rapporteur, &PutAction{Row: ActionRow{Action: Say("Write the rule")}})
	words := WordsIn(r.s)
	if len(words) == 0 {
		t.Fatal("no words found in the state")
	}
	for _, w := range words {
		if w.Plain() != "" {
			t.Errorf("the state holds %q", w.Plain())
		}
	}
}

// What a participant sends in the clear goes into the journal in the clear, for
// ever: the only free text there is are Words.
func TestNoFreeTextInTheClear(t *testing.T) {
	const text = "Participant 1, room 12, call me"
	r := newRoom(t)
	p := r.seat("schools", 1)[0]
	for _, c := range []Command{
		&AskQuestion{Text: Say("Who pays?"), Lang: text},
		&AskQuestion{Text: Say("Who pays?"), Lang: "th\n" + text},
		&Join{Participant: p.ID, RoleGroup: "schools", Lang: text},
	} {
		r.refused(p, c, "language.unknown")
	}
}

// Words in a map could not be sealed in place: there are none.
func TestNoWordsInMaps(t *testing.T) {
	for name, fresh := range commandNames {
		if path := wordsInMap(reflect.TypeOf(fresh()), false); path != "" {
			t.Errorf("%s: %s", name, path)
		}
	}
	for kind, fresh := range eventKinds {
		if path := wordsInMap(reflect.TypeOf(fresh()), false); path != "" {
			t.Errorf("%s: %s", kind, path)
		}
	}
}

// wordsInMap is the way to a passage below a map, empty when there is none.
func wordsInMap(typ reflect.Type, below bool) string {
	switch typ.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		return wordsInMap(typ.Elem(), below)
	case reflect.Map:
		return wordsInMap(typ.Elem(), true)
	case reflect.Struct:
		if typ == reflect.TypeFor[Words]() {
			if below {
				return "words"
			}
			return ""
		}
		for i := range typ.NumField() {
			if path := wordsInMap(typ.Field(i).Type, below); path != "" {
				return typ.Field(i).Name + "." + path
			}
		}
	}
	return ""
}

func TestSayTrims(t *testing.T) {
	if w := Say(" \n ก \t"); w.Plain() != "ก" || w.IsZero() {
		t.Errorf("%+v", w)
	}
	if !Say("  ").IsZero() || !(Words{}).IsZero() || (Words{Ref: "r"}).IsZero() {
		t.Error("words are nothing when neither a text nor a reference is there")
	}
}
