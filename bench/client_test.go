package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func testServer(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return strings.TrimPrefix(s.URL, "http://")
}

func connect(t *testing.T, address string) *conn {
	t.Helper()
	c, err := dial(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// The same connection reads answers of every shape, one after the other.
func TestAnswersOnOneConnection(t *testing.T) {
	long := strings.Repeat("ข้อเสนอแนะ ", 3000)
	address := testServer(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/long":
			_, _ = w.Write([]byte(long))
		case "/chunks":
			for range 3 {
				_, _ = w.Write([]byte("ศาลา"))
				w.(http.Flusher).Flush()
			}
		case "/empty":
			http.SetCookie(w, &http.Cookie{Name: "a", Value: "1", HttpOnly: true})
			http.SetCookie(w, &http.Cookie{Name: "b", Value: "2"})
			w.WriteHeader(http.StatusSeeOther)
		default:
			http.NotFound(w, r)
		}
	})
	c := connect(t, address)
	for _, test := range []struct {
		path   string
		status int
		body   string
		cookie string
	}{
		{"/long", 200, long, ""},
		{"/chunks", 200, "ศาลาศาลาศาลา", ""},
		{"/empty", 303, "", "a=1; b=2"},
		{"/nowhere", 404, "404 page not found\n", ""},
		{"/long", 200, long, ""},
	} {
		r, err := c.do(request("GET", test.path, nil))
		if err != nil {
			t.Fatalf("%s: %v", test.path, err)
		}
		if r.status != test.status || string(r.body) != test.body || r.cookie != test.cookie {
			t.Errorf("%s: status %d, %d bytes, cookie %q; want %d, %d, %q", test.path, r.status, len(r.body), r.cookie, test.status, len(test.body), test.cookie)
		}
	}
}

func TestExpectNamesTheRequest(t *testing.T) {
	address := testServer(t, http.NotFound)
	_, err := connect(t, address).expect(200, request("POST", "/w/1/do/ballot.cast", []byte("{}")))
	if err == nil || !strings.Contains(err.Error(), "POST /w/1/do/ballot.cast") || !strings.Contains(err.Error(), "404") {
		t.Errorf("got %v", err)
	}
}

// A topic counts when its frame is whole, however long it is.
func TestStreamTellsOfWholeFrames(t *testing.T) {
	address := testServer(t, func(w http.ResponseWriter, r *http.Request) {
		for _, part := range []string{
			"event: beat\ndata: {}\n\n",
			"event: topic\nid: 1\ndata: {\"topic\":\"day\",\"rev\":1}\n\n",
			"event: topic\nid: 2\ndata: {\"topic\":\"questions\",\"state\":\"" + strings.Repeat("x", 10_000), "\"}\n\n",
			"event: beat\ndata: {}\n\n",
			"event: topic\nid: 3\ndata: {\"topic\":\"texts\"}\n", // cut off
		} {
			_, _ = w.Write([]byte(part))
			w.(http.Flusher).Flush()
		}
	})
	var got []string
	l, err := listen(address, request("GET", "/live", nil, "Connection: close"), func(topic []byte, _ time.Time) { got = append(got, string(topic)) })
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_ = l.follow() // ends with the stream
	if want := "day questions"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
