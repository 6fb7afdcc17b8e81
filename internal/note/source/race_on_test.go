//go:build race

package source

// slower is what the race detector costs: documents of that part of their size are read, in as much more time.
const slower = 10
