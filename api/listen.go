package api

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
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
	MaxCost        time.Duration  `default:"1s" help:"Time of one core that a request may be expected to take; dearer ones are refused."`
	PprofListen    string         `help:"Where Go's profiles are served, as host:port; nowhere unless told."`
	RateLimit      float64        `default:"0" help:"Requests a second that one client may send; 0 is no limit."`
	TrustedProxies []netip.Prefix `help:"Networks of proxies whose X-Forwarded-For is believed, as 10.0.0.0/8,…"`
	ShutdownGrace  time.Duration  `default:"15s" help:"How long requests under way may take when stopping."`
	ShutdownDelay  time.Duration  `default:"2s" help:"How long requests are still taken when stopping, while /readyz says 503, so that a balancer sees it."`
}

// check returns what makes no sense among the settings.
func (s Settings) check() error {
	switch {
	case s.MaxBody < 1:
		return fmt.Errorf("--max-body is %d and must be at least 1 byte", s.MaxBody)
	case !(s.RateLimit >= 0 && s.RateLimit <= mostRate): // NaN is neither
		return fmt.Errorf("--rate-limit is %v and must be from 0 to %v requests a second", s.RateLimit, mostRate)
	case s.MaxCost < time.Millisecond || s.MaxCost > mostCost:
		return fmt.Errorf("--max-cost is %v and must be from 1ms to %v", s.MaxCost, mostCost)
	case s.ShutdownGrace < 0 || s.ShutdownDelay < 0:
		return fmt.Errorf("--shutdown-grace %v and --shutdown-delay %v must not be negative", s.ShutdownGrace, s.ShutdownDelay)
	}
	return checkBase(s.BaseURL)
}

// mostCost is more than any deadline leaves.
const mostCost = time.Minute

// mostRate is more than a limit that limits anybody.
const mostRate = 1e6

// checkBase refuses an address under which no browser would reach the server.
func checkBase(address string) error {
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return fmt.Errorf("--base-url %q is no address such as https://example.com", address)
	}
	return nil
}

// Time-outs of a connection. An answer takes milliseconds; these are for
// clients that are slow on purpose.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 20 * time.Second
	writeTimeout      = 40 * time.Second
	idleTimeout       = 2 * time.Minute
)

// Serve answers requests until ctx ends. Then it still takes requests for
// ShutdownDelay, on connections that close after each, while /readyz says 503;
// then it refuses new ones and waits for those under way, at most ShutdownGrace.
// It prints one line with the address.
func Serve(ctx context.Context, s Settings, stdout io.Writer) error {
	if err := s.check(); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", s.Listen)
	if err != nil {
		return err
	}
	line := drain(listener.(*net.TCPListener)) // "tcp" gives no other
	var stopping atomic.Bool
	ending, end := context.WithCancel(context.WithoutCancel(ctx))
	defer end()
	logger := slog.New(s.logHandler(os.Stderr))
	var arrived newcomers
	server := &http.Server{
		ConnState: arrived.watch,
		Handler: New(Config{Logger: logger, BaseURL: s.BaseURL, MaxBody: s.MaxBody, RateLimit: s.RateLimit, MaxCost: s.MaxCost,
			TrustedProxies: s.TrustedProxies, Stopping: stopping.Load, Ending: ending}),
		MaxHeaderBytes:    maxHeader,
		ReadHeaderTimeout: readHeaderTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		ErrorLog: slog.NewLogLogger(logger.Handler(), slog.LevelWarn),
	}
	if s.PprofListen != "" {
		stop, at, err := serveProfiles(s.PprofListen)
		if err != nil {
			return err
		}
		defer func() { _ = stop() }()
		logger.Info("profiles are served", slog.String("address", at))
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(line) }()
	if _, err := fmt.Fprintf(stdout, "blyant listens on http://%s\n", listener.Addr()); err != nil {
		return err
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	stopping.Store(true)
	time.Sleep(s.ShutdownDelay)
	_ = line.Close() // before the shutdown, which lets nobody in while it closes
	arrived.read()
	end()
	return shutDown(context.WithoutCancel(ctx), server, s.ShutdownGrace, logger)
}

// shutDown waits for the requests under way, but not for ever: whoever has not
// been answered by then has sent nothing whole or takes nothing.
func shutDown(ctx context.Context, server *http.Server, grace time.Duration, logger *slog.Logger) error {
	ctx, cancel := context.WithTimeout(ctx, grace)
	defer cancel()
	err := server.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		logger.Warn("requests under way were given up", slog.Duration("after", grace))
		return server.Close()
	}
	return err
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
