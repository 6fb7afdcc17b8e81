// Package sample holds the concept note that ships with the program, in English and in Thai: the facts of a real
// regional workshop of 2014 (date, place, programme, people, objective, expected output), told in our own words,
// without e-mail addresses.
package sample

import _ "embed"

// English is the sample note in English, Markdown.
//
//go:embed note.en.txt
var English string

// Thai is the same note in Thai.
//
//go:embed note.th.txt
var Thai string
