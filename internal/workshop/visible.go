package workshop

import (
	"bytes"
	"reflect"
	"strings"
	"unicode"
)

// turns are the marks that turn the writing around until another one ends it
// (embeddings, overrides and isolates of Unicode's bidirectional algorithm,
// UAX #9): in a passage they would reorder what others read. Scripts that are
// written from the right need none of them.
var turns = strings.NewReplacer(
	"\u202A", "", "\u202B", "", "\u202C", "", "\u202D", "", "\u202E", "",
	"\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "",
)

// emptyLetters are letters and symbols by their class that show nothing: the
// fillers of Hangul and the empty cell of Braille.
const emptyLetters = "\u115F\u1160\u3164\uFFA0\u2800"

// Straight is a text without marks that turn the writing around.
func Straight(text string) string { return turns.Replace(text) }

// Straighten makes every text in what v points to straight.
func Straighten(v any) { straighten(reflect.ValueOf(v).Elem()) }

func straighten(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(Straight(v.String()))
	case reflect.Pointer:
		if !v.IsNil() {
			straighten(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				straighten(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			straighten(v.Index(i))
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			value := reflect.New(v.Type().Elem()).Elem()
			value.Set(it.Value())
			straighten(value)
			v.SetMapIndex(it.Key(), value)
		}
	}
}

// mayTurn says that there may be such a mark in JSON, as it is or escaped.
func mayTurn(data []byte) bool {
	return bytes.Contains(data, []byte("\xE2\x80")) || bytes.Contains(data, []byte("\xE2\x81")) || bytes.Contains(data, []byte(`\u`))
}

// isBlank says that a text shows nothing.
func isBlank(text string) bool { return strings.IndexFunc(text, isSeen) < 0 }

func isSeen(r rune) bool {
	switch {
	case unicode.IsSpace(r), unicode.IsControl(r), strings.ContainsRune(emptyLetters, r):
		return false
	}
	return !unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}
