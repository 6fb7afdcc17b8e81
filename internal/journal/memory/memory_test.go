package memory_test

import (
	"testing"

	"sala.example/internal/journal"
	"sala.example/internal/journal/journaltest"
	"sala.example/internal/journal/memory"
)

func TestConformance(t *testing.T) {
	journaltest.Run(t, journaltest.Store{Open: func(*testing.T) journal.Journal { return memory.New() }})
}
