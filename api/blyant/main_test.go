package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"runtime"
	"strings"
	"testing"
)

func TestVersion(t *testing.T) {
	var out bytes.Buffer
	if err := run(t.Context(), []string{"version"}, &out); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(out.String(), "blyant ") || !strings.Contains(out.String(), runtime.Version()) || strings.Count(out.String(), "\n") != 1 {
		t.Errorf("it says %q", out.String())
	}
}

func TestLicences(t *testing.T) {
	var out bytes.Buffer
	if err := run(t.Context(), []string{"version", "--licences"}, &out); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"github.com/labstack/echo/v4 v", "Swagger UI", "Go, its standard library", "Apache License", "SIL OPEN FONT LICENSE", "Permission is hereby granted"} {
		if !strings.Contains(out.String(), text) {
			t.Errorf("it has no %q", text)
		}
	}
}

func TestCommandsThatFail(t *testing.T) {
	for _, args := range [][]string{{"serve", "--listen", "nowhere"}, {"--log-format", "xml"}, {"--nonsense"}, {"healthcheck", "--listen", "127.0.0.1:1"}, {"--trusted-proxies", "everyone"}} {
		if err := run(t.Context(), args, io.Discard); err == nil {
			t.Errorf("%v works", args)
		}
	}
}

// Serving is what blyant does without a word, where the environment says.
func TestServeIsTheDefault(t *testing.T) {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := free.Addr().String()
	if err := free.Close(); err != nil {
		t.Fatal(err)
	}
	t.Setenv("BLYANT_LISTEN", address)
	t.Setenv("BLYANT_LOG_LEVEL", "error")
	ctx, stop := context.WithCancel(t.Context())
	started := &firstWrite{done: make(chan struct{})}
	ended := make(chan error, 1)
	go func() {
		ended <- run(ctx, []string{"--trusted-proxies", "10.0.0.0/8,::1/128", "--rate-limit", "50"}, started)
	}()
	select {
	case <-started.done:
	case err := <-ended:
		t.Fatal(err)
	}
	if err := run(t.Context(), []string{"healthcheck"}, io.Discard); err != nil {
		t.Error(err)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if started.text != "blyant listens on http://"+address+"\n" {
		t.Errorf("it said %q", started.text)
	}
}

// firstWrite closes done when something is written.
type firstWrite struct {
	text string
	done chan struct{}
}

func (w *firstWrite) Write(p []byte) (int, error) {
	w.text += string(p)
	close(w.done)
	return len(p), nil
}
