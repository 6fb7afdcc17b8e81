package web

import (
	"bytes"
	"io"
	"net"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Whatever the parts, the pieces are the same bytes in the same order, and none
// is too large.
func TestPieces(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		parts := rapid.SliceOf(rapid.Custom(func(rt *rapid.T) []byte {
			return bytes.Repeat([]byte{rapid.Byte().Draw(rt, "byte")}, rapid.SampledFrom([]int{0, 1, 20, 5000, largestPiece - 1, largestPiece, largestPiece + 1, 40_000}).Draw(rt, "size"))
		})).Draw(rt, "parts")
		want := slices.Concat(parts...)
		var got []byte
		for len(parts) > 0 {
			piece := slices.Concat(firstPiece(parts)...)
			if len(piece) > largestPiece {
				rt.Fatalf("a piece has %d bytes", len(piece))
			}
			taken := rapid.IntRange(min(1, len(piece)), len(piece)).Draw(rt, "taken") // the system may take less
			got = append(got, piece[:taken]...)
			parts = behind(parts, taken)
		}
		if !bytes.Equal(got, want) {
			rt.Fatal("the pieces are other bytes")
		}
	})
}

// pair is a connection of this machine, from its two ends.
func pair(t testing.TB) (ours, theirs *net.TCPConn) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	conn, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	accepted, err := l.Accept()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(); accepted.Close() })
	return accepted.(*net.TCPConn), conn.(*net.TCPConn)
}

// Everything arrives, at the pace of the reader.
func TestASlowReaderGetsEverything(t *testing.T) {
	ours, theirs := pair(t)
	sink := newConnSink(ours, 20*time.Second)
	parts := [][]byte{bytes.Repeat([]byte("a"), 200_000), {}, []byte("b"), bytes.Repeat([]byte("c"), 70_000)}
	want := slices.Concat(parts...)
	sent := make(chan error, 1)
	go func() {
		sent <- sink.send(parts...)
		sink.close()
	}()
	got, buffer := []byte{}, make([]byte, 10_000)
	for {
		n, err := theirs.Read(buffer)
		got = append(got, buffer[:n]...)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := <-sent; err != nil || !bytes.Equal(got, want) || len(parts[0]) != 200_000 {
		t.Errorf("%d bytes of %d arrived, %v", len(got), len(want), err)
	}
}

// Who takes nothing in is cut off, and what was on the way is thrown away.
func TestWhoDoesNotReadIsCutOff(t *testing.T) {
	ours, theirs := pair(t)
	sink := newConnSink(ours, 200*time.Millisecond)
	for err := error(nil); err == nil; {
		err = sink.send(bytes.Repeat([]byte("a"), 50_000))
	}
	sink.close()
	_ = theirs.SetReadDeadline(time.Now().Add(20 * time.Second))
	if _, err := io.Copy(io.Discard, theirs); err == nil {
		t.Error("the stream ended in good order")
	}
}
