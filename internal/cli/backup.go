package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"sala.example/internal/backup"
)

type backupCommand struct {
	File string `arg:"" help:"Where the backup goes; must not exist."`
	Data string `required:"" help:"Data folder; Sala may go on using it." env:"SALA_DATA"`
}

// Run makes a backup while Sala goes on.
func (c *backupCommand) Run(ctx context.Context, s streams) error {
	if _, err := os.Stat(c.File); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s exists already: choose another name, so that no backup is overwritten", c.File)
	}
	if err := backup.WriteFile(ctx, c.Data, time.Now(), c.File); err != nil {
		return err
	}
	m, err := backup.Verify(ctx, c.File)
	if err != nil {
		return fmt.Errorf("the backup that was written does not verify: %w", err)
	}
	printBackup(s, m)
	fmt.Fprintf(s.out, "It holds names and the key that opens them: keep it as safe as the data folder.\n")
	return nil
}

type restoreCommand struct {
	File string `arg:"" help:"The backup."`
	Data string `required:"" help:"Data folder to fill; must be empty or new." env:"SALA_DATA"`
}

// Run brings a backup back.
func (c *restoreCommand) Run(ctx context.Context, s streams) error {
	m, err := backup.Restore(ctx, c.File, c.Data)
	if err != nil {
		return err
	}
	printBackup(s, m)
	fmt.Fprintf(s.out, "restored to %s; start it with: sala serve --data %s\n", c.Data, c.Data)
	return nil
}

func printBackup(s streams, m *backup.Manifest) {
	for _, w := range m.Workshops {
		fmt.Fprintf(s.out, "workshop %s: %d events, head %s\n", w.ID, w.Events, w.Head)
	}
	fmt.Fprintf(s.out, "backup of %s, %d workshops, intact\n", m.Made.Format(time.RFC3339), len(m.Workshops))
}
