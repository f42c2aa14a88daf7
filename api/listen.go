package api

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os"
	"sync/atomic"
	"time"
)

// Settings are the flags of "blyant serve". Each has an environment variable
// of the same name: --max-body is BLYANT_MAX_BODY.
type Settings struct {
	Listen         string         `default:"127.0.0.1:8080" help:"Where to listen, as host:port."`
	BaseURL        string         `name:"base-url" help:"Address under which the public reaches the server, shown in the form's formulas."`
	LogLevel       slog.Level     `default:"info" help:"Least level that is logged: debug, info, warn or error."`
	LogFormat      string         `default:"text" enum:"text,json" help:"Form of the log: text or json."`
	MaxBody        int64          `default:"1048576" help:"Largest request body, in bytes."`
	RateLimit      float64        `default:"0" help:"Requests a second that one client may send; 0 is no limit."`
	TrustedProxies []netip.Prefix `help:"Networks of proxies whose X-Forwarded-For is believed, as 10.0.0.0/8,…"`
	ShutdownGrace  time.Duration  `default:"15s" help:"How long requests under way may take when stopping."`
}

// Time-outs of a connection. An answer takes milliseconds; these are for
// clients that are slow on purpose.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 20 * time.Second
	writeTimeout      = 40 * time.Second
	idleTimeout       = 2 * time.Minute
)

// Serve answers requests until ctx ends, then refuses new ones and waits for
// those under way, at most ShutdownGrace. It prints one line with the address.
func Serve(ctx context.Context, s Settings, stdout io.Writer) error {
	listener, err := net.Listen("tcp", s.Listen)
	if err != nil {
		return err
	}
	var stopping atomic.Bool
	ending, end := context.WithCancel(context.WithoutCancel(ctx))
	defer end()
	logger := slog.New(s.logHandler(os.Stderr))
	server := &http.Server{
		Handler: New(Config{Logger: logger, BaseURL: s.BaseURL, MaxBody: s.MaxBody, RateLimit: s.RateLimit,
			TrustedProxies: s.TrustedProxies, Stopping: stopping.Load, Ending: ending}),
		ReadHeaderTimeout: readHeaderTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		ErrorLog: slog.NewLogLogger(logger.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	if _, err := fmt.Fprintf(stdout, "blyant listens on http://%s\n", listener.Addr()); err != nil {
		return err
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	stopping.Store(true)
	end()
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.ShutdownGrace)
	defer cancel()
	return server.Shutdown(grace)
}

func (s Settings) logHandler(w io.Writer) slog.Handler {
	options := &slog.HandlerOptions{Level: s.LogLevel}
	if s.LogFormat == "json" {
		return slog.NewJSONHandler(w, options)
	}
	return slog.NewTextHandler(w, options)
}

// CheckHealth asks the server that listens there whether it is alive. An
// address without a host, or with the one that stands for all, is this machine.
func CheckHealth(ctx context.Context, listen string) error {
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return err
	}
	if ip, err := netip.ParseAddr(host); host == "" || (err == nil && ip.IsUnspecified()) {
		host = "localhost"
	}
	ctx, cancel := context.WithTimeout(ctx, readHeaderTimeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+"/healthz", nil)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	if err := response.Body.Close(); err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the server answers %s", response.Status)
	}
	return nil
}
