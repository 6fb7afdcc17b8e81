package main

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"syscall"

	"sala.example/internal/cli"
)

// runProfiled is the real program inside this one, so that it can be profiled
// without a way into the product: args are a folder and Sala's command line.
// SIGUSR1 writes a heap profile.
func runProfiled(args []string) error {
	if len(args) < 2 {
		return errors.New("usage: bench sala FOLDER ARGUMENTS")
	}
	stop, err := profileCPU(args[0])
	if err != nil {
		return err
	}
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGUSR1)
	written := make(chan struct{})
	go func() {
		defer close(written)
		for range asked {
			_ = writeHeap(profileName(args[0], "heap")) // seen by its absence
		}
	}()
	status := cli.Main(args[1:], os.Stdout, os.Stderr)
	signal.Stop(asked)
	close(asked)
	<-written
	if err := stop(); err != nil {
		return err
	}
	if status != 0 {
		return fmt.Errorf("sala ended with status %d", status)
	}
	return nil
}

func profileName(folder, kind string) string {
	return filepath.Join(folder, fmt.Sprintf("%s-%d.pprof", kind, os.Getpid()))
}

// profileCPU begins a CPU profile of this process and gives what ends it.
func profileCPU(folder string) (stop func() error, err error) {
	f, err := os.Create(profileName(folder, "cpu"))
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return func() error {
		pprof.StopCPUProfile()
		return f.Close()
	}, nil
}

func writeHeap(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	runtime.GC()
	return errors.Join(pprof.WriteHeapProfile(f), f.Close())
}

// heap asks a profiled server for a heap profile.
func (l *lab) heap(s *server) error {
	if l.profile == "" {
		return nil
	}
	return s.cmd.Process.Signal(syscall.SIGUSR1)
}
