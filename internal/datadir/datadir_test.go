package datadir_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"sala.example/internal/datadir"
)

// holdEnv makes the test binary hold the folder it names until its standard input closes.
const holdEnv = "SALA_TEST_HOLD_DATADIR"

func TestMain(m *testing.M) {
	if path := os.Getenv(holdEnv); path != "" {
		os.Exit(hold(path))
	}
	os.Exit(m.Run())
}

func hold(path string) int {
	dir, err := datadir.Open(path)
	if err != nil {
		return 1
	}
	defer dir.Close()
	os.Stdout.WriteString("held\n")
	os.Stdin.Read(make([]byte, 1))
	return 0
}

func TestSecondProcessIsRefusedUntilTheFirstIsKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data")
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), holdEnv+"="+path)
	stdin, err := child.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	stdout, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := stdout.Read(make([]byte, 5)); err != nil {
		t.Fatalf("the child did not take the folder: %v", err)
	}

	_, err = datadir.Open(path)
	if !errors.Is(err, datadir.ErrInUse) || !strings.Contains(err.Error(), strconv.Itoa(child.Process.Pid)) {
		t.Errorf("second process: got %v, want ErrInUse naming process %d", err, child.Process.Pid)
	}

	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	child.Wait()
	dir, err := datadir.Open(path)
	if err != nil {
		t.Fatalf("after kill -9 of the holder: %v", err)
	}
	if err := dir.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestFolderIsPrivate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b")
	dir, err := datadir.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o700 {
		t.Errorf("folder %s has mode %o, want 700", path, info.Mode().Perm())
	}
}

func TestFreeSaysWhetherSomebodyHoldsTheFolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data")
	free := func() bool {
		t.Helper()
		free, err := datadir.Free(path)
		if err != nil {
			t.Fatal(err)
		}
		return free
	}
	if !free() {
		t.Error("a folder that is not there is held")
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Error("asking has made the folder")
	}
	dir, err := datadir.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if free() {
		t.Error("a folder that is held is said to be free")
	}
	if err := dir.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if !free() {
			t.Error("a folder that was given back is not free, or asking has taken it")
		}
	}
}
