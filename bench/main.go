// Command bench measures Sala. `go run ./bench NAME` prints one line of JSON
// and ends with status 1 when something failed or nothing moved. It uses the
// loopback and temporary folders only, and ends by itself.
//
// What a figure is held against is a null server: the same requests, nothing
// understood, a group-committed append to a plain file, the same frames out
// (null.go). Both run as child processes of this one, by turns, in one run.
//
// docs/performance.md says what came out.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// benchmarks are what can be measured. Each gives what it found, for the JSON
// line, and fails when nothing moved.
var benchmarks = map[string]func(context.Context, *lab) (any, error){
	"note":      benchNote,
	"documents": benchDocuments,
	"words":     benchWords,
	"report":    benchReport,
	"replay":    benchReplay,
	"start":     benchStart,
	"ballots":   benchBallots,
	"fanout":    benchFanout,
	"payload":   benchPayload,
	"opinion":   benchOpinion,
	"maths":     benchMaths,
	"cotyping":  benchCotyping,
}

// longest bounds every run.
const longest = 15 * time.Minute

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	if len(args) > 0 && args[0] == "null" {
		return runNull(ctx, args[1:])
	}
	if len(args) > 0 && args[0] == "sala" {
		return runProfiled(args[1:])
	}
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	profile := flags.String("profile", "", "folder for CPU and heap profiles of bench and server, which then is a child of the same program")
	if err := flags.Parse(args); err != nil {
		return err
	}
	measure, ok := benchmarks[flags.Arg(0)]
	if !ok || flags.NArg() != 1 {
		names := slices.Sorted(maps.Keys(benchmarks))
		return fmt.Errorf("usage: go run ./bench [-profile DIR] NAME, where NAME is one of %s", strings.Join(names, ", "))
	}
	return report(ctx, flags.Arg(0), *profile, measure)
}

// line is what a run prints.
type line struct {
	Bench   string  `json:"bench"`
	At      string  `json:"at"`
	Cores   int     `json:"cores"`
	Go      string  `json:"go"`
	Load    string  `json:"load_before"` // of this machine, over 1, 5 and 15 minutes
	Seconds float64 `json:"seconds"`
	Result  any     `json:"result"`
}

func report(ctx context.Context, name, profile string, measure func(context.Context, *lab) (any, error)) error {
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	l, err := openLab(ctx, profile)
	if err != nil {
		return err
	}
	stop := func() error { return nil }
	if profile != "" {
		if stop, err = profileCPU(profile); err != nil {
			return errors.Join(err, l.close())
		}
	}
	out := line{Bench: name, At: time.Now().Format(time.RFC3339), Cores: runtime.NumCPU(), Go: runtime.Version(), Load: loadAverage()}
	began := time.Now()
	out.Result, err = measure(ctx, l)
	out.Seconds = round(time.Since(began).Seconds())
	if err = errors.Join(err, stop(), l.close()); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return json.NewEncoder(os.Stdout).Encode(out)
}

// loadAverage tells how busy the machine was with other things.
func loadAverage() string {
	data, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	return strings.Join(strings.Fields(string(data))[:3], " ")
}
