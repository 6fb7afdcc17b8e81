package main

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// The committed types are those of package view as it is now.
func TestTypesAreCurrent(t *testing.T) {
	committed, err := os.ReadFile("../src/types.ts")
	if err != nil {
		t.Fatal(err)
	}
	if string(committed) != generate(roots()) {
		t.Error("src/types.ts is not what package view says: run go generate ./internal/ui")
	}
}

func TestTypeNames(t *testing.T) {
	type inner struct {
		N int `json:"n"`
	}
	type outer struct {
		Title map[string]string         `json:"title"`
		Deep  map[string]map[string]int `json:"deep"`
		List  []inner                   `json:"list"`
		Maybe *inner                    `json:"maybe,omitempty"`
		On    bool                      `json:"on"`
		Mid   float64                   `json:"mid"`
	}
	got := generate([]reflect.Type{reflect.TypeFor[outer]()})
	for _, want := range []string{
		"title: Text;", "deep: Record<string, Record<string, number>>;", "list: inner[];",
		"maybe: inner | null;", "on: boolean;", "mid: number;", "export interface inner {\n  n: number;\n}",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("generated types lack %q:\n%s", want, got)
		}
	}
	if strings.Count(got, "export interface inner") != 1 {
		t.Error("a struct that is named twice is written twice")
	}
}
