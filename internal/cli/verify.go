package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"sala.example/internal/backup"
	"sala.example/internal/journal"
	"sala.example/internal/journal/record"
)

type verifyCommand struct {
	Record string `arg:"" help:"The record.sala, the backup or the data folder to check; Sala may go on using the folder."`
}

// Run says that it is intact, or names what is damaged first.
func (c *verifyCommand) Run(ctx context.Context, s streams) error {
	if info, err := os.Stat(c.Record); err == nil && info.IsDir() {
		return c.folder(ctx, s)
	}
	switch m, err := backup.Verify(ctx, c.Record, vaultOpens); {
	case err == nil:
		printBackup(s, m)
		return nil
	case !errors.Is(err, backup.ErrNotBackup):
		return fmt.Errorf("%s: %w", c.Record, err)
	}
	return c.record(s)
}

// folder checks a data folder.
func (c *verifyCommand) folder(ctx context.Context, s streams) error {
	var list []backup.Workshop
	err := leftWhole(c.Record)
	if err == nil {
		list, err = backup.VerifyFolder(ctx, c.Record, vaultOpens)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", c.Record, wayOut(err))
	}
	printWorkshops(s, list)
	fmt.Fprintf(s.out, "data folder, %d workshops, intact\n", len(list))
	return nil
}

// databaseHead begins every SQLite file (https://www.sqlite.org/fileformat2.html).
const databaseHead = "SQLite format 3\x00"

// record checks a record.sala.
func (c *verifyCommand) record(s streams) error {
	f, err := os.Open(c.Record)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewReader(f)
	if head, err := in.Peek(len(databaseHead)); err == nil && string(head) == databaseHead {
		return fmt.Errorf("%s is a database of a data folder: sala verify %s checks the folder", c.Record, filepath.Dir(c.Record))
	}
	summary, err := record.Verify(in)
	var damage *journal.Damage
	switch {
	case errors.As(err, &damage):
		return fmt.Errorf("%s is damaged: event %d: %s", c.Record, damage.Seq, damage.Reason)
	case err != nil:
		return fmt.Errorf("%s is damaged: %w", c.Record, err)
	}
	fmt.Fprintf(s.out, "intact: workshop %s, %d events, head %s\n", summary.Workshop, summary.Events, summary.Head)
	return nil
}
