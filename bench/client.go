package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"
)

// conn is a keep-alive connection that sends requests made beforehand and
// reads of the answer no more than it must: the load must not cost more than
// the server.
type conn struct {
	net.Conn
	in   *bufio.Reader
	body []byte // of the last answer, used again for the next
}

// patience is how long one answer may take.
const patience = 60 * time.Second

// reply is an answer. Body is valid until the connection's next request.
type reply struct {
	status int
	cookie string // name=value pairs that were set, as a Cookie header carries them
	body   []byte
}

func dial(address string) (*conn, error) {
	c, err := net.DialTimeout("tcp", address, patience)
	if err != nil {
		return nil, err
	}
	return &conn{Conn: c, in: bufio.NewReaderSize(c, 4<<10)}, nil
}

// request makes the bytes of a request. Header lines are "Name: value".
func request(method, path string, body []byte, headers ...string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %s HTTP/1.1\r\nHost: bench\r\n", method, path)
	for _, h := range headers {
		b.WriteString(h + "\r\n")
	}
	if method != "GET" {
		fmt.Fprintf(&b, "Content-Length: %d\r\n", len(body))
	}
	b.WriteString("\r\n")
	b.Write(body)
	return b.Bytes()
}

// do sends a request and reads its answer whole.
func (c *conn) do(req []byte) (reply, error) {
	if err := c.SetDeadline(time.Now().Add(patience)); err != nil {
		return reply{}, err
	}
	if _, err := c.Write(req); err != nil {
		return reply{}, fmt.Errorf("send request: %w", err)
	}
	r, length, err := c.head()
	if err != nil {
		return r, fmt.Errorf("read answer: %w", err)
	}
	if r.body, err = c.read(length); err != nil {
		return r, fmt.Errorf("read answer's body: %w", err)
	}
	return r, nil
}

// expect is do for an answer that must have this status.
func (c *conn) expect(status int, req []byte) (reply, error) {
	r, err := c.do(req)
	if err == nil && r.status != status {
		start, _, _ := bytes.Cut(req, []byte("\r\n"))
		err = fmt.Errorf("%s: status %d, want %d: %.300s", start, r.status, status, r.body)
	}
	return r, err
}

// chunked stands for a body whose length is not known beforehand.
const chunked = -1

// head reads the status line and the headers.
func (c *conn) head() (r reply, length int, err error) {
	status, err := c.in.ReadString('\n')
	if err != nil {
		return r, 0, err
	}
	if len(status) < 12 {
		return r, 0, fmt.Errorf("status line %q", status)
	}
	if r.status, err = strconv.Atoi(status[9:12]); err != nil {
		return r, 0, fmt.Errorf("status line %q", status)
	}
	for {
		h, err := c.in.ReadSlice('\n')
		if err != nil || len(h) <= 2 {
			return r, length, err
		}
		name, value, _ := bytes.Cut(h, []byte(":"))
		switch string(name) {
		case "Content-Length":
			length, err = strconv.Atoi(string(bytes.TrimSpace(value)))
		case "Transfer-Encoding":
			length = chunked
		case "Set-Cookie":
			pair, _, _ := strings.Cut(string(value), ";")
			r.cookie = strings.TrimPrefix(r.cookie+"; "+strings.TrimSpace(pair), "; ")
		}
		if err != nil {
			return r, length, err
		}
	}
}

// read takes a body of this length, or chunks up to the empty one.
func (c *conn) read(length int) ([]byte, error) {
	c.body = c.body[:0]
	if length != chunked {
		return c.take(length)
	}
	for {
		size, err := c.in.ReadSlice('\n')
		if err != nil {
			return nil, err
		}
		n, err := strconv.ParseInt(string(bytes.TrimSpace(size)), 16, 32)
		if err != nil {
			return nil, err
		}
		if _, err := c.take(int(n)); err != nil {
			return nil, err
		}
		if _, err := c.in.Discard(2); err != nil || n == 0 {
			return c.body, err
		}
	}
}

// take adds n bytes to the body.
func (c *conn) take(n int) ([]byte, error) {
	at := len(c.body)
	c.body = append(c.body, make([]byte, n)...)
	_, err := io.ReadFull(c.in, c.body[at:])
	return c.body, err
}
