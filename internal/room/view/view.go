// Package view is what people see of a workshop: the shape of every live topic.
// A topic is a JSON document, computed once per viewer class; the TypeScript
// types in ui/src/types.ts are generated from these (go generate ./internal/ui).
package view

// Text is a text per language, as in package workshop.
type Text = map[string]string

// Sentences are sentences per language.
type Sentences = map[string][]string
