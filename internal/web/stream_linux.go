package web

import (
	"errors"
	"net"

	"golang.org/x/sys/unix"
)

// write sends the parts in pieces, each of which stays a piece on its way
// (MSG_EOR). Otherwise Linux adds to the last piece that a phone does not take
// until it has up to 64 kB, whatever the limit of the buffer is: it looks at the
// limit only when a piece begins.
func write(conn net.Conn, parts [][]byte) error {
	tcp, ok := conn.(*net.TCPConn)
	if !ok {
		return writePlain(conn, parts)
	}
	raw, err := tcp.SyscallConn()
	for err == nil && len(parts) > 0 {
		sent, failed := 0, error(nil)
		err = raw.Write(func(fd uintptr) (done bool) {
			sent, failed = unix.SendmsgBuffers(int(fd), firstPiece(parts), nil, nil, unix.MSG_EOR|unix.MSG_DONTWAIT|unix.MSG_NOSIGNAL)
			return !errors.Is(failed, unix.EAGAIN)
		})
		switch {
		case err != nil || errors.Is(failed, unix.EINTR):
		case failed != nil:
			err = failed
		default:
			parts = behind(parts, sent)
		}
	}
	return err
}

// firstPiece is as much of the parts as may be on its way at once.
func firstPiece(parts [][]byte) (piece [][]byte) {
	size := 0
	for _, p := range parts {
		if size+len(p) > largestPiece {
			return append(piece, p[:largestPiece-size])
		}
		size += len(p)
		piece = append(piece, p)
	}
	return piece
}

// behind is what follows the first n bytes of the parts.
func behind(parts [][]byte, n int) [][]byte {
	for len(parts) > 0 && n >= len(parts[0]) {
		n -= len(parts[0])
		parts = parts[1:]
	}
	if n == 0 {
		return parts
	}
	rest := append([][]byte{}, parts...) // the caller's are not changed
	rest[0] = rest[0][n:]
	return rest
}
