package sqlite

import (
	"net/url"
	"path/filepath"
	"strings"
)

// uri is the address of a database file, with the driver's parameters. The path
// is absolute; one with a drive, C:\data, begins with a slash: file:///C:/data
// (https://sqlite.org/uri.html).
func uri(path, query string) string {
	return addressOf(filepath.ToSlash(path), query)
}

func addressOf(path, query string) string {
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	u := url.URL{Scheme: "file", Path: path, RawQuery: query}
	return u.String()
}
