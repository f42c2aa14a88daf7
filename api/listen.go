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
	"os"
	"sync/atomic"
	"time"
)

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
