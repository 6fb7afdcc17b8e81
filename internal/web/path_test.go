package web

import (
	"net/url"
	"strings"
	"testing"
)

// browserReads is what a browser makes of an address before it parses it: tabs
// and line ends are dropped, space and control characters at both ends too, and
// a backslash is a slash (WHATWG URL, section 4.4).
func browserReads(address string) string {
	address = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(address)
	return strings.ReplaceAll(strings.TrimFunc(address, func(r rune) bool { return r <= ' ' }), `\`, "/")
}

// A redirect to a path that a form names never leaves this site.
func FuzzLocalPath(f *testing.F) {
	for _, seed := range []string{"/", "/w/w_1?as=chair", "//evil.example", `/\evil.example`, "/\t/evil.example", "https://evil.example", "", "/a\x00b", "/%2f/evil.example", "/.//evil.example"} {
		f.Add(seed)
	}
	here := &url.URL{Scheme: "http", Host: "here.example", Path: "/lang"}
	f.Fuzz(func(t *testing.T, path string) {
		got := localPath(path)
		if strings.ContainsFunc(got, func(r rune) bool { return r < ' ' || r == 0x7f }) {
			t.Errorf("localPath(%q) = %q, which is no header", path, got)
		}
		read := browserReads(got)
		if !strings.HasPrefix(read, "/") || strings.HasPrefix(read, "//") {
			t.Errorf("localPath(%q) = %q, which a browser reads as %q", path, got, read)
		}
		if to, err := here.Parse(read); err == nil && to.Host != here.Host {
			t.Errorf("localPath(%q) leads to %s", path, to)
		}
	})
}

func TestFileName(t *testing.T) {
	for file, want := range map[string][2]string{
		"r_1.th.svg": {"r_1", "th"}, "report.en.svg": {"report", "en"}, "a.b.en.svg": {"a.b", "en"},
		"r_1.fr.svg": {}, "r_1.svg": {}, ".svg": {}, "svg": {}, "r_1.th.png": {}, "": {},
	} {
		name, lang, ok := fileName(file, ".svg")
		if name != want[0] || lang != want[1] || ok != (want[1] != "") {
			t.Errorf("fileName(%q) = %q, %q, %v", file, name, lang, ok)
		}
	}
}
