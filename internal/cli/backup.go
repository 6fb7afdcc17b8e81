package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"sala.example/internal/backup"
	"sala.example/internal/datadir"
	"sala.example/internal/vault"
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
	if err := leftWhole(c.Data); err != nil {
		return wayOut(err)
	}
	if err := backup.WriteFile(ctx, c.Data, time.Now(), c.File, vaultOpens); err != nil {
		return wayOut(err)
	}
	m, err := backup.Verify(ctx, c.File, vaultOpens)
	if err != nil {
		return fmt.Errorf("the backup that was written does not verify: %w", err)
	}
	printBackup(s, m)
	fmt.Fprintf(s.out, "It holds names and the key that opens them: keep it as safe as the data folder.\n")
	return nil
}

// leftWhole looks at the logs of a data folder before anything opens it, unless
// somebody uses it, who has looked.
func leftWhole(dir string) error {
	free, err := datadir.Free(dir)
	if err != nil || !free {
		return err
	}
	return backup.CheckLogs(dir)
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

// vaultOpens checks that everything in the vault of a copy opens under its key.
func vaultOpens(ctx context.Context, dir string) (err error) {
	v, err := vault.Open(ctx, dir, rand.Reader)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	return v.Check(ctx)
}

func printWorkshops(s streams, list []backup.Workshop) {
	for _, w := range list {
		fmt.Fprintf(s.out, "workshop %s: %d events, head %s\n", w.ID, w.Events, w.Head)
	}
}

func printBackup(s streams, m *backup.Manifest) {
	printWorkshops(s, m.Workshops)
	fmt.Fprintf(s.out, "backup of %s, %d workshops, intact\n", m.Made.Format(time.RFC3339), len(m.Workshops))
}
