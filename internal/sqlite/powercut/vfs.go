package powercut

import (
	"errors"
	"slices"
	"sync"
	"time"
	"unsafe"

	"modernc.org/libc"
	sqlite "modernc.org/sqlite/lib"
)

// plugs are the disks whose files SQLite's calls are noted for. SQLite's table of systems (VFS) is one for the whole
// process, so this is too.
var plugs struct {
	sync.Mutex
	disks  []*Disk
	open   map[uintptr]opened // by SQLite's pointer to the file
	system *sqlite.Tsqlite3_vfs
	calls  map[uintptr]uintptr // tables of calls, by the system's table that they stand before
}

type opened struct {
	disk *Disk
	path string
	// What the system itself does on such a file; a log has other calls than a database.
	system *sqlite.Tsqlite3_io_methods
}

// plugIn has SQLite's calls on the disk's files go through here. All others go where they went.
func (d *Disk) plugIn() error {
	plugs.Lock()
	defer plugs.Unlock()
	plugs.disks = append(plugs.disks, d)
	if plugs.system != nil {
		return nil
	}
	tls := libc.NewTLS() // never closed: SQLite calls back on threads of its own
	found := sqlite.Xsqlite3_vfs_find(tls, 0)
	if found == 0 {
		return errors.New("SQLite has no system to stand on")
	}
	plugs.open, plugs.calls = map[uintptr]opened{}, map[uintptr]uintptr{}
	plugs.system = at[sqlite.Tsqlite3_vfs](found)
	name, err := libc.CString("powercut")
	if err != nil {
		return err
	}
	ours, address := copied(tls, plugs.system)
	ours.FzName, ours.FpNext = name, 0
	ours.FxOpen, ours.FxDelete = pointerTo(onOpen), pointerTo(onDelete)
	if sqlite.Xsqlite3_vfs_register(tls, address, 1) != sqlite.SQLITE_OK {
		return errors.New("SQLite does not take the disk")
	}
	return nil
}

// at gives what lies at an address of SQLite's memory, which Go's collector does not move.
func at[T any](address uintptr) *T { return *(**T)(unsafe.Pointer(&address)) }

// copied gives a copy in memory of SQLite's own, where it may point to it. It is never freed.
func copied[T any](tls *libc.TLS, original *T) (*T, uintptr) {
	address := libc.Xmalloc(tls, libc.Tsize_t(unsafe.Sizeof(*original)))
	c := at[T](address)
	*c = *original
	return c, address
}

// pointerTo gives a function as SQLite, which was translated from C, holds it.
func pointerTo(f any) uintptr { return (*[2]uintptr)(unsafe.Pointer(&f))[1] }

// The functions of SQLite's system, see https://www.sqlite.org/c3ref/vfs.html and io_methods.html.
type (
	openFunc     = func(tls *libc.TLS, vfs, name, file uintptr, flags int32, out uintptr) int32
	deleteFunc   = func(tls *libc.TLS, vfs, name uintptr, syncDir int32) int32
	closeFunc    = func(tls *libc.TLS, file uintptr) int32
	writeFunc    = func(tls *libc.TLS, file, data uintptr, n int32, offset int64) int32
	truncateFunc = func(tls *libc.TLS, file uintptr, size int64) int32
)

// function gives a function that SQLite holds back as one of Go.
func function[F any](pointer uintptr) F { return *(*F)(unsafe.Pointer(&struct{ uintptr }{pointer})) }

func onOpen(tls *libc.TLS, vfs, name, file uintptr, flags int32, out uintptr) int32 {
	result := function[openFunc](plugs.system.FxOpen)(tls, vfs, name, file, flags, out)
	if result != sqlite.SQLITE_OK || name == 0 {
		return result
	}
	path := libc.GoString(name)
	plugs.Lock()
	defer plugs.Unlock()
	i := slices.IndexFunc(plugs.disks, func(d *Disk) bool { return d.has(path) })
	if i < 0 {
		return result
	}
	methods := &at[sqlite.Tsqlite3_file](file).FpMethods
	plugs.open[file] = opened{plugs.disks[i], path, at[sqlite.Tsqlite3_io_methods](*methods)}
	*methods = noted(tls, *methods)
	return result
}

// noted gives the calls on a file that stand before those of the system.
func noted(tls *libc.TLS, system uintptr) uintptr {
	address, ok := plugs.calls[system]
	if !ok {
		var calls *sqlite.Tsqlite3_io_methods
		calls, address = copied(tls, at[sqlite.Tsqlite3_io_methods](system))
		calls.FxClose, calls.FxWrite = pointerTo(onClose), pointerTo(onWrite)
		calls.FxTruncate, calls.FxSync = pointerTo(onTruncate), pointerTo(onSync)
		plugs.calls[system] = address
	}
	return address
}

func onDelete(tls *libc.TLS, vfs, name uintptr, syncDir int32) int32 {
	result := function[deleteFunc](plugs.system.FxDelete)(tls, vfs, name, syncDir)
	path := libc.GoString(name)
	plugs.Lock()
	defer plugs.Unlock()
	for _, d := range plugs.disks {
		if d.has(path) {
			d.remove(path)
		}
	}
	return result
}

func find(file uintptr) opened {
	plugs.Lock()
	defer plugs.Unlock()
	return plugs.open[file]
}

func onClose(tls *libc.TLS, file uintptr) int32 {
	o := find(file)
	plugs.Lock()
	delete(plugs.open, file)
	plugs.Unlock()
	return function[closeFunc](o.system.FxClose)(tls, file)
}

func onWrite(tls *libc.TLS, file, data uintptr, n int32, offset int64) int32 {
	o := find(file)
	o.disk.change(o.path, change{offset, slices.Clone(unsafe.Slice(at[byte](data), n))})
	return function[writeFunc](o.system.FxWrite)(tls, file, data, n, offset)
}

func onTruncate(tls *libc.TLS, file uintptr, size int64) int32 {
	o := find(file)
	o.disk.change(o.path, change{at: size})
	return function[truncateFunc](o.system.FxTruncate)(tls, file, size)
}

// syncTime is what a quick disk takes: long enough for cuts to fall between a write and its end.
const syncTime = time.Millisecond

// onSync counts what was written as kept. The real disk is not asked: it is not what is tested.
func onSync(_ *libc.TLS, file uintptr, _ int32) int32 {
	o := find(file)
	time.Sleep(syncTime)
	o.disk.sync(o.path)
	return sqlite.SQLITE_OK
}
