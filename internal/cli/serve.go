package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"slices"
	"sync"
	"syscall"
	"time"

	"sala.example/internal/backup"
	"sala.example/internal/journal"
	journalsqlite "sala.example/internal/journal/sqlite"
	"sala.example/internal/vault"
)

type serveCommand struct {
	Data    string `required:"" help:"Data folder; made when it is not there." env:"SALA_DATA"`
	Listen  string `default:":8080" help:"Address to listen on." env:"SALA_LISTEN"`
	Address string `help:"What people type to get here, such as sala.lan; found out when not given." env:"SALA_ADDRESS"`
	Secure  bool   `help:"People come by https, through a proxy." env:"SALA_SECURE"`

	NewSetupLink bool   `help:"Make the link that sets up workshops anew; the old one stops working."`
	SetupLinkTo  string `help:"File that gets the link that sets up workshops, for its owner's eyes; without it the link is printed, and stays in a log that keeps what is printed." env:"SALA_SETUP_LINK_TO"`

	Pace int `default:"120" help:"Questions, cards and other things that one participant may send at once, ratings and votes apart; then one a second. 0: as fast as they like." env:"SALA_PACE"`

	Metrics string `help:"Address for Prometheus, such as 127.0.0.1:9100; none when not given." env:"SALA_METRICS"`

	BackupTo    string        `help:"Folder for scheduled backups; none are made when not given." env:"SALA_BACKUP_TO"`
	BackupEvery time.Duration `default:"15m" help:"Time between two scheduled backups." env:"SALA_BACKUP_EVERY"`
	BackupKeep  int           `default:"48" help:"Scheduled backups that are kept." env:"SALA_BACKUP_KEEP"`
}

// Run serves until it is told to stop.
func (c *serveCommand) Run(ctx context.Context, s streams) error {
	if c.Pace < 0 {
		return fmt.Errorf("--pace %d: want 0 or more", c.Pace)
	}
	if c.BackupTo != "" && c.BackupEvery < time.Second {
		return fmt.Errorf("--backup-every %s: want a second or more", c.BackupEvery)
	}
	p, err := start(ctx, options{Dir: c.Data, Listen: c.Listen, Address: c.Address, Secure: c.Secure, Pace: c.Pace, Log: slog.New(slog.NewTextHandler(s.err, nil))})
	if err != nil {
		return advised(err)
	}
	ctx, enough := context.WithCancel(ctx)
	defer enough()
	var copies sync.WaitGroup
	served := c.serve(ctx, s, p, &copies)
	enough()
	stopped := p.stop(ctx)
	copies.Wait() // one that was under way takes away what it had unpacked: names, and the key
	return errors.Join(advised(served), stopped)
}

// advised says what to do about a data folder that cannot be opened.
func advised(err error) error {
	if vault.Unwritable(err) || errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("%w: make space on the disk that holds the data folder, or make it writable, and start again", err)
	}
	return wayOut(err)
}

// wayOut says what to do about damaged data.
func wayOut(err error) error {
	if isDamage(err) {
		return fmt.Errorf("%w: the data is damaged; restore the last backup: sala restore BACKUP --data NEW-FOLDER", err)
	}
	return err
}

// isDamage says that data are not as Sala wrote them.
func isDamage(err error) bool {
	var event *journal.Damage
	return errors.As(err, &event) || errors.Is(err, journalsqlite.ErrKeysDamaged) || vault.Damaged(err)
}

// serve does what goes on beside answering, and waits.
func (c *serveCommand) serve(ctx context.Context, s streams, p *program, copies *sync.WaitGroup) error {
	if c.Metrics != "" {
		if err := p.serveMetrics(c.Metrics); err != nil {
			return err
		}
	}
	if c.BackupTo != "" {
		keeper := backup.Keeper{Data: c.Data, Into: c.BackupTo, Every: c.BackupEvery, Keep: c.BackupKeep, Now: time.Now, Log: p.options.Log, Checks: []backup.Check{vaultOpens}}
		copies.Go(func() { keeper.Run(ctx) })
	}
	if err := c.announce(ctx, s, p); err != nil {
		return err
	}
	if err := notify("READY=1"); err != nil {
		p.options.Log.Warn("systemd", "error", err)
	}
	<-ctx.Done()
	return notify("STOPPING=1")
}

// announce prints how to get in. On a full disk the workshops can be read; the
// way to set up another is printed as soon as it can be saved.
func (c *serveCommand) announce(ctx context.Context, s streams, p *program) error {
	fmt.Fprintf(s.out, "Sala is at %s\n\n", p.url())
	switch err := c.setUp(ctx, s, p); {
	case vault.Unwritable(err):
		p.options.Log.Error("the disk is full or takes no write: Sala shows what there is and saves nothing; make space, it then goes on by itself", "error", err)
		go c.setUpLater(ctx, s, p)
	case err != nil:
		return err
	}
	if c.SetupLinkTo != "" {
		return nil // codes open doors too
	}
	codes := p.house.Codes()
	for _, code := range sortedKeys(codes) {
		fmt.Fprintf(s.out, "Workshop %s  %s/j/%s\n", code, p.url(), code)
	}
	return nil
}

// setUp makes the first writes: old sessions go, and the link to set up a
// workshop is printed.
func (c *serveCommand) setUp(ctx context.Context, s streams, p *program) error {
	if err := p.vault.Prune(ctx, time.Now()); err != nil {
		return err
	}
	if c.NewSetupLink {
		if err := p.site.RenewSetupLink(ctx); err != nil {
			return err
		}
	}
	setup, err := p.site.SetupLink(ctx, p.url())
	if err != nil {
		return err
	}
	if c.SetupLinkTo != "" {
		if err := writeKey(c.SetupLinkTo, setup); err != nil {
			return err
		}
		fmt.Fprintf(s.out, "The link that sets up workshops is in %s\n", c.SetupLinkTo)
		return nil
	}
	fmt.Fprintf(s.out, "To set up a workshop, open this link (it is a key: do not share it):\n  %s\n\n", setup)
	return nil
}

// writeKey puts a secret into a file that its owner alone can read, also where
// there was a file that others could.
func writeKey(path, secret string) error {
	unfinished := path + ".part"
	if err := os.Remove(unfinished); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("write the setup link: %w", err)
	}
	if err := os.WriteFile(unfinished, []byte(secret+"\n"), 0o600); err != nil {
		return fmt.Errorf("write the setup link: %w", err)
	}
	if err := os.Rename(unfinished, path); err != nil {
		return fmt.Errorf("write the setup link: %w", err)
	}
	return nil
}

// setUpLater tries setUp until the disk takes it.
func (c *serveCommand) setUpLater(ctx context.Context, s streams, p *program) {
	again := time.NewTicker(2 * time.Second)
	defer again.Stop()
	for {
		select {
		case <-again.C:
			if err := c.setUp(ctx, s, p); err == nil {
				p.options.Log.Info("the disk takes writes again")
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
