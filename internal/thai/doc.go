// Package thai knows what Thai text needs and general libraries lack: one
// spelling for one reading, words without spaces, line breaks, Thai digits,
// Buddhist Era dates and a dictionary's sorting order. Everything is pure, and
// safe for concurrent use but a Comparer.
package thai
