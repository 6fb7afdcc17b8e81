package quickjson

import (
	"encoding/json"
	"fmt"
	"slices"
)

// AppendString adds s as encoding/json writes it.
func AppendString(b []byte, s string) []byte {
	for i := range len(s) {
		if !plain(s[i]) {
			return appendEscaped(b, s)
		}
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

func appendEscaped(b []byte, s string) []byte {
	escaped, err := json.Marshal(s)
	if err != nil {
		panic(fmt.Sprintf("a string has no JSON: %v", err)) // every string has
	}
	return append(b, escaped...)
}

// AppendMap adds m as encoding/json writes it, sorted by key; value adds one of its values.
func AppendMap[V any](b []byte, m map[string]V, value func([]byte, V) []byte) []byte {
	if m == nil {
		return append(b, "null"...)
	}
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	b = append(b, '{')
	for i, key := range keys {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(AppendString(b, key), ':')
		b = value(b, m[key])
	}
	return append(b, '}')
}

// AppendStrings adds a list of strings as encoding/json writes it.
func AppendStrings(b []byte, list []string) []byte {
	if list == nil {
		return append(b, "null"...)
	}
	b = append(b, '[')
	for i, s := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = AppendString(b, s)
	}
	return append(b, ']')
}
