// Package locale holds every sentence that Sala says, in every language it
// speaks: one JSON file per language and area, flat, keyed "area.key".
package locale

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

//go:embed en th
var files embed.FS

// languages are those Sala speaks, the fallback first.
var languages = []string{"en", "th"}

// Languages lists the languages of the user interface.
func Languages() []string { return slices.Clone(languages) }

// Other is the language that stands beside lang.
func Other(lang string) string {
	if lang == "th" {
		return "en"
	}
	return "th"
}

// catalogue reads all files once.
var catalogue = sync.OnceValue(func() map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, lang := range languages {
		messages, err := read(files, lang)
		if err != nil {
			panic(err) // the files are compiled in: a test reads every one of them
		}
		all[lang] = messages
	}
	return all
})

func read(fsys fs.FS, lang string) (map[string]string, error) {
	all := map[string]string{}
	names, err := fs.Glob(fsys, path.Join(lang, "*.json"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		var messages map[string]string
		if err := json.Unmarshal(data, &messages); err != nil {
			return nil, fmt.Errorf("locale %s: %w", name, err)
		}
		area := strings.TrimSuffix(path.Base(name), ".json")
		for key, text := range messages {
			if !strings.HasPrefix(key, area+".") {
				return nil, fmt.Errorf("locale %s: key %q does not begin with %q", name, key, area+".")
			}
			all[key] = text
		}
	}
	return all, nil
}

// Say gives the sentence of a key in lang; args are pairs of name and value
// that fill in {name}. A key that is missing stands for itself.
func Say(lang, key string, args ...string) string {
	text, ok := catalogue()[lang][key]
	if !ok {
		text, ok = catalogue()[languages[0]][key]
	}
	if !ok {
		return key
	}
	if len(args) == 0 {
		return text
	}
	var pairs []string
	for i := 0; i+1 < len(args); i += 2 {
		pairs = append(pairs, "{"+args[i]+"}", args[i+1])
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// Has says whether there is a sentence for a key.
func Has(lang, key string) bool {
	_, ok := catalogue()[lang][key]
	return ok
}

// Area gives all sentences of some areas in lang, for a page to carry.
func Area(lang string, areas ...string) map[string]string {
	out := map[string]string{}
	for key, text := range catalogue()[lang] {
		area, _, _ := strings.Cut(key, ".")
		if slices.Contains(areas, area) {
			out[key] = text
		}
	}
	return out
}

var matcher = language.NewMatcher([]language.Tag{language.English, language.Thai})

// Match picks the language of the user interface from what a browser asks for.
func Match(acceptLanguage string) string {
	tags, _, err := language.ParseAcceptLanguage(acceptLanguage)
	if err != nil || len(tags) == 0 {
		return languages[0]
	}
	_, i, _ := matcher.Match(tags...)
	return languages[i]
}

// Known says whether Sala speaks lang.
func Known(lang string) bool { return slices.Contains(languages, lang) }
