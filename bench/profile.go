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
// The CPU profile runs until it is told to stop; SIGUSR1 writes a heap profile.
func runProfiled(args []string) error {
	if len(args) < 2 {
		return errors.New("usage: bench sala FOLDER ARGUMENTS")
	}
	name := func(kind string) string {
		return filepath.Join(args[0], fmt.Sprintf("%s-%d.pprof", kind, os.Getpid()))
	}
	cpu, err := os.Create(name("cpu"))
	if err != nil {
		return err
	}
	defer cpu.Close()
	if err := pprof.StartCPUProfile(cpu); err != nil {
		return err
	}
	defer pprof.StopCPUProfile()
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGUSR1)
	go func() {
		for range asked {
			_ = writeHeap(name("heap")) // seen by its absence
		}
	}()
	if status := cli.Main(args[1:], os.Stdin, os.Stdout, os.Stderr); status != 0 {
		return fmt.Errorf("sala ended with status %d", status)
	}
	return nil
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
