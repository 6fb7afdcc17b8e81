// Package powercut is for tests: a disk under SQLite that forgets, at a power cut, what was not synced. It stands between
// SQLite and the system and knows of each file what has been synced and which writes came since; a cut keeps the first and
// any part of the others, sector by sector and in any order.
//
// It shows that nothing is acknowledged before SQLite has asked the system to sync it, and that what a real disk may leave
// of the rest does no harm. It does not show that a real disk keeps what it was asked to sync. Names are taken for durable
// at once: SQLite syncs the folder when it makes a log, which this does not look at.
package powercut

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// sector is what a disk writes whole or not at all, in bytes.
const sector = 512

// Disk is a folder whose database files can lose their power.
type Disk struct {
	dir string

	mu    sync.Mutex
	files map[string]*file // by name in the folder
}

// file is one file as the disk has it for certain, and what is on its way.
type file struct {
	synced  []byte
	waiting []change
}

// change is a write at an offset, or, without data, a new size.
type change struct {
	at   int64
	data []byte
}

// Watch begins to keep the books of the databases that are opened in dir from now on. It must be called before they are.
func Watch(dir string) (*Disk, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("watch disk: %w", err)
	}
	d := &Disk{dir: dir, files: map[string]*file{}}
	return d, d.plugIn()
}

// has says whether a path is a file of the disk.
func (d *Disk) has(path string) bool {
	return strings.HasPrefix(path, d.dir+string(filepath.Separator))
}

func (d *Disk) change(path string, c change) {
	d.mu.Lock()
	defer d.mu.Unlock()
	f := d.file(path)
	f.waiting = append(f.waiting, c)
}

func (d *Disk) sync(path string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	f := d.file(path)
	for _, c := range f.waiting {
		f.synced = c.on(f.synced)
	}
	f.waiting = nil
}

func (d *Disk) remove(path string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.files, filepath.Base(path))
}

func (d *Disk) file(path string) *file {
	name := filepath.Base(path)
	if d.files[name] == nil {
		d.files[name] = &file{}
	}
	return d.files[name]
}

// on makes the change to a file's bytes.
func (c change) on(b []byte) []byte {
	if c.data == nil {
		return append(b[:min(c.at, int64(len(b)))], make([]byte, max(0, c.at-int64(len(b))))...)
	}
	if grow := c.at + int64(len(c.data)) - int64(len(b)); grow > 0 {
		b = append(b, make([]byte, grow)...)
	}
	copy(b[c.at:], c.data)
	return b
}

// sectors are the parts of a write that reach the disk each for itself.
func (c change) sectors() (parts []change) {
	if c.data == nil {
		return []change{c}
	}
	for at, data := c.at, c.data; len(data) > 0; {
		n := min(sector-at%sector, int64(len(data)))
		parts = append(parts, change{at, data[:n]})
		at, data = at+n, data[n:]
	}
	return parts
}

// Image is what a power cut left of a disk, by file name.
type Image map[string][]byte

// Cut gives what a power cut at this moment leaves: all that was synced, and of each sector written since none, some or all
// of the writes. The disk goes on, so that there can be many cuts of one run. Lost counts the sectors that were lost.
func (d *Disk) Cut() (left Image, lost int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	left = Image{}
	for _, name := range slices.Sorted(maps.Keys(d.files)) {
		f := d.files[name]
		b := slices.Clone(f.synced)
		luck := rand.Float64()
		for _, c := range f.waiting {
			for _, part := range c.sectors() {
				if rand.Float64() < luck {
					b = part.on(b)
				} else {
					lost++
				}
			}
		}
		left[name] = b
	}
	return left, lost
}

// Write puts the image into a folder.
func (i Image) Write(dir string) error {
	for name, data := range i {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			return fmt.Errorf("write what a power cut left: %w", err)
		}
	}
	return nil
}
