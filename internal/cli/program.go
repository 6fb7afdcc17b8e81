package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"sala.example/internal/datadir"
	"sala.example/internal/journal"
	journalsqlite "sala.example/internal/journal/sqlite"
	"sala.example/internal/metrics"
	"sala.example/internal/report"
	"sala.example/internal/room"
	"sala.example/internal/vault"
	"sala.example/internal/web"
)

// program is Sala, running: a data folder, its rooms and its site.
type program struct {
	options options
	dir     *datadir.Dir
	journal journal.Journal
	vault   *vault.Vault
	house   *room.House
	metrics *metrics.Metrics
	memory  *memory
	site    *web.Server
	server  *http.Server
	watcher *http.Server // metrics; nil without
	enough  func()       // ends what goes on beside
	base    string       // where the site is reached from this machine
}

// options is what differs between serving, a demo and a rehearsal.
type options struct {
	Dir     string
	Listen  string // "host:port"; port 0 picks one
	Address string // what people type, such as "sala.lan"; empty: found out
	Secure  bool   // people come by https, through a proxy
	Now     func() time.Time
	Random  io.Reader // ids and salts
	Secrets io.Reader // keys
	Log     *slog.Logger

	WriteWithin  time.Duration // see web.Server
	Pace         int           // see web.Server
	InspectAfter time.Duration // 0: inspectAfter
}

// start opens the data folder and begins to answer.
func start(ctx context.Context, o options) (p *program, err error) {
	p = &program{options: o.withDefaults(), metrics: metrics.New(), memory: newMemory()}
	defer func() {
		if err != nil {
			err = errors.Join(err, p.stop(ctx))
		}
	}()
	if p.dir, err = datadir.Open(o.Dir); err != nil {
		return p, err
	}
	if err := journalThere(o.Dir); err != nil {
		return p, err
	}
	j, err := journalsqlite.Open(ctx, filepath.Join(o.Dir, "journal.db"))
	if err != nil {
		return p, err
	}
	p.journal = j
	if p.vault, err = vault.Open(ctx, o.Dir, p.options.Secrets); err != nil {
		return p, err
	}
	p.metrics.Queue("journal", j.Waiting)
	p.metrics.Queue("vault", p.vault.Waiting)
	p.house, err = room.OpenHouse(ctx, room.Deps{
		Journal: p.journal, Vault: p.vault, Now: o.Now, Random: o.Random, Log: p.options.Log, Metrics: p.metrics,
		Join: func(code string) string { return p.address() }, Opening: p.memory.opens,
	})
	if err != nil {
		return p, err
	}
	p.metrics.Queue("rooms", p.house.Waiting)
	beside, enough := context.WithCancel(ctx)
	p.enough = enough
	go p.inspect(beside, j)
	go p.memory.tend(beside)
	return p, p.serve()
}

// errJournalMissing is a data folder that has lost what happened.
var errJournalMissing = errors.New("journal.db is missing beside vault.db; put it back, or restore the last backup: sala restore BACKUP --data NEW-FOLDER")

// journalThere refuses a folder with a vault and no journal: it would begin anew
// as if nothing had ever happened. A new folder gets its journal first.
func journalThere(dir string) error {
	_, vault := os.Stat(filepath.Join(dir, "vault.db"))
	if _, err := os.Stat(filepath.Join(dir, "journal.db")); vault == nil && errors.Is(err, fs.ErrNotExist) {
		return errJournalMissing
	}
	return nil
}

func (o options) withDefaults() options {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Secrets == nil {
		o.Secrets = rand.Reader
	}
	if o.InspectAfter == 0 {
		o.InspectAfter = inspectAfter
	}
	return o
}

// serve listens and answers in the background.
func (p *program) serve() error {
	o := p.options
	listener, err := net.Listen("tcp", o.Listen)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	p.base = fmt.Sprintf("http://127.0.0.1:%d", port)
	if p.options.Address == "" {
		p.options.Address = fmt.Sprintf("%s:%d", localAddress(), port)
	}
	p.site = &web.Server{
		House: p.house, Vault: p.vault, Report: &report.Shelf{}, Now: o.Now, Random: o.Random, Log: o.Log,
		Metrics: p.metrics, Ready: (&readiness{vault: p.vault, journal: p.journal}).check, Address: p.address, Secure: o.Secure,
		WriteWithin: o.WriteWithin, Pace: o.Pace, Reading: p.memory.reads,
	}
	handler, err := p.site.Handler()
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	p.server = &http.Server{
		Handler: handler, MaxHeaderBytes: 64 << 10, ErrorLog: slog.NewLogLogger(o.Log.Handler(), slog.LevelDebug),
		// A live stream sets times of its own. A report may go to a slow phone.
		ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 5 * time.Minute, WriteTimeout: 10 * time.Minute, IdleTimeout: 2 * time.Minute,
	}
	go func() {
		if err := p.server.Serve(listener); err != nil && !errors.Is(err, http.ErrServerClosed) {
			o.Log.Error("server stopped", "error", err)
		}
	}()
	return nil
}

// address is what people in the room type.
func (p *program) address() string { return p.options.Address }

// url is the site as people in the room reach it.
func (p *program) url() string {
	if p.options.Secure {
		return "https://" + p.address()
	}
	return "http://" + p.address()
}

// stop lets answers finish, saves every room and gives the folder back.
func (p *program) stop(ctx context.Context) error {
	var errs []error
	if p.enough != nil {
		p.enough()
	}
	if p.server != nil {
		errs = append(errs, p.drain(ctx))
	}
	if p.house != nil {
		p.house.Close() // ends the live streams too
	}
	if p.watcher != nil {
		errs = append(errs, p.watcher.Close())
	}
	if p.vault != nil {
		errs = append(errs, p.vault.Close())
	}
	if p.journal != nil {
		errs = append(errs, p.journal.Close())
	}
	if p.dir != nil {
		errs = append(errs, p.dir.Close())
	}
	return errors.Join(errs...)
}

// drainWithin is how long requests that are under way may take to finish.
const drainWithin = 5 * time.Second

// drain takes no more requests and lets those finish that are under way, while
// the rooms still take what they bring. Who is slower than that is cut off; what
// they sent waits on their phone.
func (p *program) drain(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainWithin)
	defer cancel()
	err := p.server.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		return p.server.Close()
	}
	return err
}

// localAddress is this machine's address in the room's network, the loopback
// when there is none.
func localAddress() string {
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		return "127.0.0.1"
	}
	for _, a := range addresses {
		if n, ok := a.(*net.IPNet); ok && n.IP.To4() != nil && n.IP.IsPrivate() {
			return n.IP.String()
		}
	}
	return "127.0.0.1"
}
