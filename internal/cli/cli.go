// Package cli is the command line, and the only place that wires the program
// together.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/signal"
	"strings"
	"syscall"
	_ "time/tzdata" // a laptop may have no time zones of its own

	"github.com/alecthomas/kong"
)

// commands is the command line as kong reads it.
type commands struct {
	Demo     demoCommand     `cmd:"" help:"Serve a workshop that is ready to try, with a link and a QR for each role."`
	Serve    serveCommand    `cmd:"" help:"Serve the real thing from a data folder."`
	Rehearse rehearseCommand `cmd:"" help:"Play the whole day with simulated participants and write the reports, the record and a summary."`
	Note     noteCommand     `cmd:"" help:"Say what is understood of a concept note."`
	Diff     diffCommand     `cmd:"" help:"Show the words that changed between two texts."`
	Rating   ratingCommand   `cmd:"" help:"Analyse ratings from a CSV file: medians, disagreement, reliability."`
	Opinion  opinionCommand  `cmd:"" help:"Find opinion groups in votes exported by Polis."`
	Verify   verifyCommand   `cmd:"" help:"Check that a record, a backup or a data folder is intact."`
	Backup   backupCommand   `cmd:"" help:"Put a data folder into one file, while Sala goes on."`
	Restore  restoreCommand  `cmd:"" help:"Bring a backup back into a new data folder."`
}

// streams are where a command writes.
type streams struct{ out, err io.Writer }

// exit is an error that has said what it had to say.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// Main runs the program and returns its exit status: 0 when all went well, 1
// when not, 2 when the command line was wrong. Errors are one line on stderr.
func Main(args []string, out, errOut io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	var c commands
	status := -1
	parser, err := kong.New(&c, kong.Name("sala"), kong.UsageOnError(),
		kong.Description("Sala: the hall in which a policy workshop turns draft recommendations into agreed ones."),
		kong.Writers(out, errOut), kong.Exit(func(code int) { status = code }),
		kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(streams{out, errOut}))
	if err != nil {
		fmt.Fprintln(errOut, "sala:", err)
		return 2
	}
	parsed, err := parser.Parse(args)
	if status >= 0 {
		return status // help was asked for and given
	}
	if err != nil {
		fmt.Fprintln(errOut, "sala:", oneLine(err))
		return 2
	}
	if err := parsed.Run(); err != nil {
		var e exit
		if errors.As(err, &e) {
			return int(e)
		}
		fmt.Fprintln(errOut, "sala:", oneLine(err))
		return 1
	}
	return 0
}

func oneLine(err error) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(err.Error(), "\n", "; ")), " ")
}
