package rehearse

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"sync/atomic"

	"sala.example/internal/room/view"
)

// client is one browser: a base address, its cookies, its role.
type client struct {
	base     string
	workshop string
	role     string
	name     string // for idempotency keys
	http     *http.Client
	sent     int
	offline  bool
	queue    []queued // commands given while offline
	stream   *stream
}

type queued struct {
	command, key string
	fields       any
}

// refused is a command that the server turned down.
type refused struct {
	Code, Message string
}

func (r *refused) Error() string { return fmt.Sprintf("%s (%s)", r.Message, r.Code) }

// isRefused says whether err is a refusal with this code.
func isRefused(err error, code string) bool {
	var r *refused
	return errors.As(err, &r) && r.Code == code
}

// transport is shared: a rehearsal has hundreds of browsers on one machine.
func newClient(base, name string, transport http.RoundTripper) (*client, error) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, fmt.Errorf("make browser: %w", err)
	}
	return &client{base: base, name: name, http: &http.Client{Jar: jar, Transport: transport}}, nil
}

// open follows a link as a person would.
func (c *client) open(ctx context.Context, address string) error {
	_, err := c.get(ctx, address)
	return err
}

func (c *client) get(ctx context.Context, path string) ([]byte, error) {
	return c.send(ctx, http.MethodGet, path, "", nil, "")
}

func (c *client) getJSON(ctx context.Context, path string, into any) error {
	data, err := c.get(ctx, path)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}

func (c *client) postJSON(ctx context.Context, path string, body, into any) error {
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	answer, err := c.send(ctx, http.MethodPost, path, "application/json", data, "")
	if err != nil || into == nil {
		return err
	}
	return json.Unmarshal(answer, into)
}

func (c *client) postForm(ctx context.Context, path string, form url.Values) error {
	_, err := c.send(ctx, http.MethodPost, path, "application/x-www-form-urlencoded", []byte(form.Encode()), "")
	return err
}

func (c *client) send(ctx context.Context, method, path, contentType string, body []byte, key string) ([]byte, error) {
	address := path
	if strings.HasPrefix(path, "/") {
		address = c.base + path
	}
	req, err := http.NewRequestWithContext(ctx, method, address, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	if contentType != "" {
		req.Header.Set("Content-Type", contentType)
	}
	if key != "" {
		req.Header.Set("Idempotency-Key", key)
	}
	req.Header.Set("Accept-Language", "en")
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		return nil, refusal(method, path, resp.StatusCode, answer)
	}
	return answer, nil
}

func refusal(method, path string, status int, answer []byte) error {
	var body struct {
		Error struct{ Code, Message string }
	}
	if json.Unmarshal(answer, &body) == nil && body.Error.Code != "" {
		return &refused{Code: body.Error.Code, Message: body.Error.Message}
	}
	return fmt.Errorf("%s %s: status %d", method, path, status)
}

// do gives a command. A browser that is offline keeps it.
func (c *client) do(ctx context.Context, command string, fields any) error {
	c.sent++
	q := queued{command: command, key: fmt.Sprintf("%s-%d", c.name, c.sent), fields: fields}
	if c.offline {
		c.queue = append(c.queue, q)
		return nil
	}
	return c.deliver(ctx, q)
}

func (c *client) deliver(ctx context.Context, q queued) error {
	data, err := json.Marshal(q.fields)
	if err != nil {
		return err
	}
	path := fmt.Sprintf("/w/%s/do/%s?as=%s", c.workshop, q.command, c.role)
	if _, err := c.send(ctx, http.MethodPost, path, "application/json", data, q.key); err != nil {
		return fmt.Errorf("%s does %s: %w", c.name, q.command, err)
	}
	return nil
}

// comeBack sends what waited, each twice, as a browser does that never heard
// whether the first time arrived.
func (c *client) comeBack(ctx context.Context) error {
	c.offline = false
	for _, q := range c.queue {
		for range 2 {
			if err := c.deliver(ctx, q); err != nil {
				return err
			}
		}
	}
	c.queue = nil
	return nil
}

// topic reads a live topic.
func (c *client) topic(ctx context.Context, name string, into any) error {
	return c.getJSON(ctx, fmt.Sprintf("/w/%s/topic/%s?as=%s", c.workshop, name, c.role), into)
}

// texts reads the recommendations as they stand.
func (c *client) texts(ctx context.Context) (map[string]view.Recommendation, error) {
	var t view.Texts
	if err := c.topic(ctx, "texts", &t); err != nil {
		return nil, err
	}
	byID := map[string]view.Recommendation{}
	for _, r := range t.Recommendations {
		byID[r.ID] = r
	}
	return byID, nil
}

// stream is an open live connection that only counts.
type stream struct {
	cancel context.CancelFunc
	frames atomic.Int64
	closed atomic.Bool // the closing of the workshop was seen
}

// listen opens the live stream and counts what comes.
func (c *client) listen(ctx context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	s := &stream{cancel: cancel}
	c.stream = s
	go func() {
		path := fmt.Sprintf("%s/w/%s/live?as=%s&since=0", c.base, c.workshop, c.role)
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, path, nil)
		if err != nil {
			return
		}
		resp, err := c.http.Do(req)
		if err != nil {
			return
		}
		defer resp.Body.Close()
		s.count(resp.Body)
	}()
}

func (s *stream) count(body io.Reader) {
	lines := bufio.NewScanner(body)
	lines.Buffer(nil, 4<<20)
	for lines.Scan() {
		line := lines.Text()
		if line == "event: topic" {
			s.frames.Add(1)
		}
		if strings.Contains(line, `"topic":"day"`) && strings.Contains(line, `"closed":true`) {
			s.closed.Store(true)
		}
	}
}
