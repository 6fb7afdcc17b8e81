package sqlite

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// LogDamage tells that the log of a database was altered before commits that are on the disk. SQLite takes the first
// frame that does not fit for the log's end, and would forget what was acknowledged behind it.
type LogDamage struct {
	File string
	At   int64 // where the first frame begins that does not fit
}

func (d *LogDamage) Error() string {
	return fmt.Sprintf("%s is damaged at byte %d, and holds commits behind it", d.File, d.At)
}

// Sizes in the log, https://www.sqlite.org/fileformat2.html#walformat.
const (
	logHeaderSize   = 32
	frameHeaderSize = 24
	usualPageSize   = 4096
	sector          = 512 // what a disk writes whole or not at all
)

// CheckLog reads the log of a database that nobody has open, and tells a log that ends in the middle of a commit, as a
// power cut leaves it, from one that was altered in the middle.
//
// A commit is on the disk before the next one is begun (synchronous=FULL, one writer). So when a frame follows a commit,
// by the running checksum that only its writer could have known, that commit was acknowledged: if it lies behind a frame
// that does not fit, it would be lost. What this cannot see is damage to the very last commit, and at times
// to the one before: that looks like the log's end.
//
// Open looks by itself. Copy and CheckFile cannot, since others may be using the database; where nobody is, the log must be
// looked at before them: SQLite would drop what it takes for the rest of it, and say that all is well.
func CheckLog(database string) error {
	path := database + "-wal"
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewReaderSize(f, 1<<20)
	header := make([]byte, logHeaderSize)
	if _, err := io.ReadFull(in, header); err != nil {
		return endOfLog(err) // empty
	}
	log := newLogReader(header)
	frame := make([]byte, frameHeaderSize+log.pageSize)
	for {
		if _, err := io.ReadFull(in, frame); err != nil {
			return endOfLog(err)
		}
		if log.next(frame) {
			return &LogDamage{File: filepath.Base(path), At: log.broken}
		}
	}
}

// endOfLog makes the end of the file into none of its errors.
func endOfLog(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return err
}

// logReader follows the running checksum from frame to frame.
type logReader struct {
	order    binary.ByteOrder // of the words under the checksum
	pageSize int
	salt     [8]byte // of this run of the log; frames of an earlier run have another
	salted   bool    // salt is known

	at     int64   // of the next frame
	broken int64   // where the first frame begins that does not fit; 0: all do so far
	sums   []cksum // what the next frame may be computed from
	commit bool    // the frame before, which the next may follow, ended a commit
}

type cksum [2]uint32

// newLogReader begins behind the log's header. SQLite writes the checksum in the machine's own byte order. SQLite passes over a log whose header does not fit: then every frame is
// one that would be lost.
func newLogReader(header []byte) *logReader {
	l := &logReader{order: binary.NativeEndian, pageSize: int(binary.BigEndian.Uint32(header[8:])), at: logHeaderSize}
	if l.pageSize < 512 || l.pageSize > 65536 || l.pageSize&(l.pageSize-1) != 0 {
		l.pageSize = usualPageSize
	}
	sum := l.sum(cksum{}, header[:24])
	if sum == readSum(header[24:]) {
		l.salted, l.sums = true, []cksum{sum}
		copy(l.salt[:], header[16:24])
		return l
	}
	l.broken = logHeaderSize
	return l
}

// next takes a frame in, and says whether it proves that an acknowledged commit would be lost.
func (l *logReader) next(frame []byte) (lost bool) {
	at := l.at
	l.at += int64(len(frame))
	if !l.salted {
		copy(l.salt[:], frame[8:16])
		l.salted = true
	}
	stored := readSum(frame[16:])
	follows := false
	var computed []cksum
	if [8]byte(frame[8:16]) == l.salt {
		for _, before := range l.sums {
			sum := l.sum(l.sum(before, frame[:8]), frame[frameHeaderSize:])
			computed = append(computed, sum)
			follows = follows || sum == stored
		}
	}
	if l.broken > 0 && follows && l.commit {
		return true
	}
	// The head of a frame that does not fit can be believed when a disk takes it whole or not at all.
	l.commit = binary.BigEndian.Uint32(frame[4:]) != 0 && (follows || at/sector == (at+frameHeaderSize-1)/sector)
	l.sums = []cksum{stored}
	if !follows && l.broken == 0 {
		l.broken = at
		l.sums = append(l.sums, computed...) // if only the stored sum was altered, the next frame fits what it should have been
	}
	return false
}

func readSum(b []byte) cksum {
	return cksum{binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])}
}

// sum carries the checksum s on over b, whose length is a multiple of eight.
func (l *logReader) sum(s cksum, b []byte) cksum {
	for ; len(b) >= 8; b = b[8:] {
		s[0] += l.order.Uint32(b) + s[1]
		s[1] += l.order.Uint32(b[4:]) + s[0]
	}
	return s
}
