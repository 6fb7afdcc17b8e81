// Command gen writes the TypeScript types of the live topics, from the structs
// of package view. Its output hangs on nothing but those structs. With -fresh it
// also takes away the chunks of the last build: their names say what is in them,
// so that old ones would stay for ever.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"sala.example/internal/room/view"
)

func main() {
	out := flag.String("o", "types.ts", "file to write")
	fresh := flag.String("fresh", "", "folder to take the chunks of the last build out of")
	flag.Parse()
	if err := errors.Join(os.WriteFile(*out, []byte(generate(roots())), 0o644), removeChunks(*fresh)); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func removeChunks(dir string) error {
	if dir == "" {
		return nil
	}
	old, err := filepath.Glob(filepath.Join(dir, "chunk-*.js"))
	if err != nil {
		return fmt.Errorf("list chunks: %w", err)
	}
	for _, name := range old {
		if err := os.Remove(name); err != nil {
			return fmt.Errorf("remove chunk: %w", err)
		}
	}
	return nil
}

// roots are the topics, and what one person sees of themselves.
func roots() []reflect.Type {
	return []reflect.Type{
		reflect.TypeFor[view.Day](), reflect.TypeFor[view.Texts](), reflect.TypeFor[view.Questions](),
		reflect.TypeFor[view.Groups](), reflect.TypeFor[view.Rounds](), reflect.TypeFor[view.Turnout](), reflect.TypeFor[view.Screen](),
		reflect.TypeFor[view.Desk](), reflect.TypeFor[view.Me](),
		reflect.TypeFor[view.Opinion](), reflect.TypeFor[view.Statements](), reflect.TypeFor[view.OwnOpinion](),
		reflect.TypeFor[view.Booth](), reflect.TypeFor[view.Captions](),
	}
}

// generate writes an interface for each root and for each struct that it
// leads to, in the order in which they are met.
func generate(roots []reflect.Type) string {
	var b strings.Builder
	b.WriteString("// Made by go generate ./internal/ui from package view. Do not edit.\n\n")
	b.WriteString("/** A text per language. */\nexport type Text = Record<string, string>;\n")
	seen := map[reflect.Type]bool{}
	queue := roots
	for len(queue) > 0 {
		t := queue[0]
		queue = queue[1:]
		if seen[t] {
			continue
		}
		seen[t] = true
		queue = append(queue, writeInterface(&b, t)...)
	}
	return b.String()
}

// writeInterface writes one struct and returns the structs that it names.
func writeInterface(b *strings.Builder, t reflect.Type) []reflect.Type {
	var named []reflect.Type
	fmt.Fprintf(b, "\nexport interface %s {\n", t.Name())
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		fmt.Fprintf(b, "  %s: %s;\n", name, typeName(f.Type, &named))
	}
	b.WriteString("}\n")
	return named
}

// typeName is a Go type in TypeScript. A slice or a map is never null on the
// wire; a pointer can be.
func typeName(t reflect.Type, named *[]reflect.Type) string {
	switch t.Kind() {
	case reflect.Pointer:
		return typeName(t.Elem(), named) + " | null"
	case reflect.Slice:
		return typeName(t.Elem(), named) + "[]"
	case reflect.Map:
		if t == reflect.TypeFor[view.Text]() {
			return "Text"
		}
		return "Record<string, " + typeName(t.Elem(), named) + ">"
	case reflect.Struct:
		*named = append(*named, t)
		return t.Name()
	case reflect.Bool:
		return "boolean"
	case reflect.Int, reflect.Int64, reflect.Uint64, reflect.Float64:
		return "number"
	case reflect.String:
		return "string"
	}
	return "unknown"
}
