//go:build tools

package cli

import (
	"bufio"
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"sala.example/internal/access"
)

// proxied is the real program behind the real nginx with the configuration in
// deploy/, and people who come through it by HTTP/2.
type proxied struct {
	*site
	v     *server
	roots *x509.CertPool
	dir   string // nginx's files
}

func behindNginx(t *testing.T) *proxied {
	t.Helper()
	v := newServer(t, "SALA_SECURE=true")
	p := &proxied{site: v.site(), v: v, roots: x509.NewCertPool()}
	address := freeAddress(t)
	p.dir = startNginx(t, address, v.address, p.roots)
	p.program = &program{base: "https://" + address, options: options{Address: v.address, Secure: true}}
	p.transport = p.from("127.0.0.1")
	p.setup = p.local(v.setup)
	p.create()
	for i := range 10 {
		p.join(fmt.Sprint("migrant", i), url.Values{"roleGroup": {"migrant"}, "lang": {"th"}})
	}
	return p
}

// from is a browser's way in from an address of this machine.
func (p *proxied) from(address string) *http.Transport {
	dialer := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(address)}}
	transport := &http.Transport{DialContext: dialer.DialContext, TLSClientConfig: &tls.Config{RootCAs: p.roots}, ForceAttemptHTTP2: true}
	p.t.Cleanup(transport.CloseIdleConnections)
	return transport
}

// startNginx runs nginx until the test ends, with all that it writes in dir.
func startNginx(t *testing.T, listen, upstream string, roots *x509.CertPool) (dir string) {
	t.Helper()
	nginx, err := exec.LookPath("nginx")
	if err != nil {
		nginx = "/usr/sbin/nginx" // not in everybody's path
	}
	dir, err = os.MkdirTemp("", "sala-nginx-")
	if err == nil {
		err = os.Chmod(dir, 0o755) // its workers are another user
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	certify(t, dir, roots)
	site, err := os.ReadFile("../../deploy/nginx.conf")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer("listen 443 ", "listen "+listen+" ", "127.0.0.1:8080", upstream, "sala.crt", dir+"/sala.crt", "sala.key", dir+"/sala.key", "/var/log/nginx/", dir+"/").Replace(string(site))
	conf := fmt.Sprintf("daemon off; pid %[1]s/pid; error_log stderr;\nevents {}\nhttp {\n"+
		"access_log %[1]s/access.log; client_body_temp_path %[1]s/body; proxy_temp_path %[1]s/proxy; fastcgi_temp_path %[1]s/f; uwsgi_temp_path %[1]s/u; scgi_temp_path %[1]s/s;\n%[2]s}\n", dir, text)
	path := filepath.Join(dir, "nginx.conf")
	if err := os.WriteFile(path, []byte(conf), 0o600); err != nil {
		t.Fatal(err)
	}
	var said tail
	cmd := exec.Command(nginx, "-p", dir, "-c", path, "-e", "stderr")
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatalf("nginx is not installed; this test needs nginx-light: %v", err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
		if t.Failed() {
			t.Logf("nginx says: %.3000s", said.String())
		}
	})
	up := func() bool {
		conn, err := net.Dial("tcp", listen)
		if err == nil {
			conn.Close()
		}
		return err == nil
	}
	if !within(t, 20*time.Second, "nginx answers", up) {
		t.Fatalf("nginx says: %.3000s", said.String())
	}
	return dir
}

// certify makes a certificate that the roots vouch for.
func certify(t *testing.T, dir string, roots *x509.CertPool) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.ParseIP("127.0.0.1")}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	cert := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	roots.AppendCertsFromPEM(cert)
	for name, data := range map[string][]byte{"sala.crt": cert, "sala.key": pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret})} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// ask sends a request as it is given.
func (p *proxied) ask(client *http.Client, method, path, body string, headers ...string) *http.Response {
	p.t.Helper()
	req, err := http.NewRequestWithContext(p.t.Context(), method, p.program.base+path, strings.NewReader(body))
	if err != nil {
		p.t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	resp, err := client.Do(req)
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { resp.Body.Close() })
	return resp
}

// TestBehindNginx: pages, commands, streams, cookies and limits work through
// the proxy as they do without it.
func TestBehindNginx(t *testing.T) {
	p := behindNginx(t)
	t.Run("pages come by HTTP/2, packed", func(t *testing.T) { p.pages(t) })
	t.Run("cookies are for https alone", func(t *testing.T) { p.cookies(t) })
	t.Run("commands of other sites are refused", func(t *testing.T) { p.origins(t) })
	t.Run("frames come at once and resume", func(t *testing.T) { p.frames(t) })
	t.Run("fifty streams share a connection", func(t *testing.T) { p.oneConnection(t) })
	t.Run("guessing is counted by the browser's address", func(t *testing.T) { p.guesses(t) })
	t.Run("no key stands in a log", func(t *testing.T) { p.logs(t) })
}

func (p *proxied) pages(t *testing.T) {
	b := p.browser["migrant0"]
	for _, path := range []string{"/", p.w(""), p.w("/topic/texts")} {
		resp := p.ask(b.http, http.MethodGet, path, "", "Accept-Encoding", "gzip")
		if resp.StatusCode != http.StatusOK || resp.ProtoMajor != 2 || resp.Header.Get("Content-Encoding") != "gzip" || resp.Header.Get("Content-Security-Policy") == "" {
			t.Errorf("%s: %s %s, packed as %q", path, resp.Proto, resp.Status, resp.Header.Get("Content-Encoding"))
		}
	}
}

func (p *proxied) cookies(t *testing.T) {
	b := p.newBrowser("another")
	got := b.form("/j/"+p.code, url.Values{"roleGroup": {"school"}, "lang": {"en"}})
	set := got.header.Values("Set-Cookie")
	if got.status != http.StatusSeeOther || len(set) == 0 {
		t.Fatalf("joining: status %d, %d cookies", got.status, len(set))
	}
	for _, c := range set {
		if !strings.Contains(c, "; Secure") {
			t.Errorf("a cookie goes by http too: %s", c)
		}
	}
}

func (p *proxied) origins(t *testing.T) {
	b := p.browser["migrant1"]
	for origin, want := range map[string]int{
		p.program.base: http.StatusOK, "https://elsewhere.example": http.StatusForbidden, "null": http.StatusForbidden,
	} {
		resp := p.ask(b.http, http.MethodPost, p.w("/do/question.ask"), `{"text":"Asked"}`, "Content-Type", "application/json", "Origin", origin)
		if resp.StatusCode != want {
			t.Errorf("a command from %s: %s, want %d", origin, resp.Status, want)
		}
	}
}

// h2stream is a live stream through the proxy.
type h2stream struct {
	lines *bufio.Scanner
	id    string // of the newest event
}

func (p *proxied) stream(who, last string) *h2stream {
	p.t.Helper()
	client := &http.Client{Jar: p.browser[who].http.Jar, Transport: p.transport}
	headers := []string{"Accept", "text/event-stream"}
	if last != "" {
		headers = append(headers, "Last-Event-ID", last)
	}
	resp := p.ask(client, http.MethodGet, p.w("/live"), "", headers...)
	if resp.StatusCode != http.StatusOK || resp.Header.Get("Content-Type") != "text/event-stream" || resp.ProtoMajor != 2 {
		p.t.Fatalf("the stream: %s %s %s", resp.Proto, resp.Status, resp.Header.Get("Content-Type"))
	}
	lines := bufio.NewScanner(resp.Body)
	lines.Buffer(nil, 1<<20)
	return &h2stream{lines: lines}
}

// until reads to a frame of a topic as of event seq, and gives all topics that
// came up to it.
func (s *h2stream) until(t *testing.T, topic string, seq uint64) (topics map[string]bool) {
	t.Helper()
	topics = map[string]bool{}
	for s.lines.Scan() {
		line := s.lines.Text()
		if id, ok := strings.CutPrefix(line, "id: "); ok {
			s.id = id
		}
		data, ok := strings.CutPrefix(line, "data: ")
		var f struct {
			Topic string
			Rev   uint64
		}
		if !ok || json.Unmarshal([]byte(data), &f) != nil || f.Topic == "" {
			continue
		}
		topics[f.Topic] = true
		if f.Topic == topic && f.Rev >= seq {
			return topics
		}
	}
	t.Fatalf("the stream ended before %s as of event %d: %v", topic, seq, s.lines.Err())
	return nil
}

func (p *proxied) frames(t *testing.T) {
	stream := p.stream("migrant2", "")
	stream.until(t, "questions", p.asked("migrant2", "First"))
	slowest := time.Duration(0)
	for i := range 20 {
		began := time.Now()
		stream.until(t, "questions", p.asked("migrant3", fmt.Sprint("Question ", i)))
		slowest = max(slowest, time.Since(began))
		time.Sleep(20 * time.Millisecond)
	}
	if slowest > 5*time.Second { // a proxy that gathers frames would wait for the heartbeat
		t.Errorf("a frame took %v from the command on", slowest)
	}
	t.Logf("the slowest of 20 frames took %v from the command on", slowest.Round(time.Millisecond))
	again := p.stream("migrant2", stream.id)
	topics := again.until(t, "questions", p.asked("migrant3", "While it was away"))
	if topics["texts"] || topics["groups"] {
		t.Errorf("a stream that resumes behind event %s is sent what did not change: %v", stream.id, topics)
	}
}

func (p *proxied) oneConnection(t *testing.T) {
	var mu sync.Mutex
	conns := map[string]bool{}
	trace := &httptrace.ClientTrace{GotConn: func(info httptrace.GotConnInfo) {
		mu.Lock()
		defer mu.Unlock()
		conns[info.Conn.LocalAddr().String()] = true
	}}
	transport := p.from("127.0.0.1")
	var streams []*h2stream
	for i := range 50 {
		who := fmt.Sprint("migrant", i%10)
		req, err := http.NewRequestWithContext(httptrace.WithClientTrace(t.Context(), trace), http.MethodGet, p.program.base+p.w("/live"), nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := (&http.Client{Jar: p.browser[who].http.Jar, Transport: transport}).Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		lines := bufio.NewScanner(resp.Body)
		lines.Buffer(nil, 1<<20)
		streams = append(streams, &h2stream{lines: lines})
	}
	seq := p.asked("migrant0", "For fifty streams")
	for _, stream := range streams {
		stream.until(t, "questions", seq)
	}
	if len(conns) != 1 {
		t.Errorf("50 streams took %d connections", len(conns))
	}
}

// guesses types wrong codes from one address until it has to wait, each time
// with another address in the header that a client can write itself.
func (p *proxied) guesses(t *testing.T) {
	guess := func(client *http.Client, base string, n int) (status int) {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, base+"/j/ZZZZ22", nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("X-Forwarded-For", fmt.Sprintf("10.0.0.%d", n))
		resp, err := client.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		return resp.StatusCode
	}
	exhaust := func(client *http.Client, base string) (status int) {
		for n := range 100 {
			if status = guess(client, base, n); status == http.StatusTooManyRequests {
				break
			}
		}
		return status
	}
	if got := exhaust(&http.Client{Transport: p.from("127.0.0.2")}, p.program.base); got != http.StatusTooManyRequests {
		t.Errorf("the hundredth guess from one address: %d", got)
	}
	if got := guess(&http.Client{Transport: p.from("127.0.0.3")}, p.program.base, 1); got != http.StatusNotFound {
		t.Errorf("the first guess from another address: %d", got)
	}
	// Without --secure nobody is believed who says that he speaks for others.
	open := newServer(t)
	if got := exhaust(http.DefaultClient, "http://"+open.address); got != http.StatusTooManyRequests {
		t.Errorf("without a proxy, the hundredth guess: %d", got)
	}
	if !strings.Contains(p.browser[access.Chair].get("/healthz").text(), "ok") {
		t.Error("the site is gone")
	}
}

// logs opens links while Sala answers and while it does not, and looks for them
// in what nginx wrote.
func (p *proxied) logs(t *testing.T) {
	const secret = "AAAAAAAAAAAAAAAAAAAAAA"
	p.newBrowser("visitor").get("/s/" + secret)
	p.v.kill()
	for _, path := range []string{"/s/" + secret, "/f/" + secret, "/j/" + p.code} {
		p.browser["visitor"].get(path).want(http.StatusBadGateway)
	}
	for _, name := range []string{"access.log", "error.log"} {
		data, err := os.ReadFile(filepath.Join(p.dir, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		for _, key := range []string{secret, p.code} {
			if bytes.Contains(data, []byte(key)) {
				t.Errorf("%s holds %s", name, key)
			}
		}
	}
}
