//go:build !linux

package web

import "net"

func write(conn net.Conn, parts [][]byte) error { return writePlain(conn, parts) }
