// Command blyant serves what a customer is worth over HTTP.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"blyant/api"
	"blyant/internal/licences"

	"github.com/alecthomas/kong"
)

// command is the command line; each flag --x-y is also BLYANT_X_Y in the environment.
type command struct {
	Serve       serve       `cmd:"" default:"withargs" help:"Answer requests (the default)."`
	Batch       stream      `cmd:"" help:"Answer rows on standard input with rows on standard output."`
	Version     version     `cmd:"" help:"Print release, Go version and commit."`
	Healthcheck healthcheck `cmd:"" help:"Ask a running server how it is, by exit status."`
}

type serve struct{ api.Settings }

func (s *serve) Run(ctx context.Context, out io.Writer) error {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(usualMemory)
	}
	return api.Serve(ctx, s.Settings, out)
}

// usualMemory is from where on the garbage collector works harder, in bytes. What
// requests can hold at once is less.
const usualMemory = 192 << 20

type version struct {
	Licences bool `help:"Print the licences of everything that is linked in, with their texts."`
}

func (v *version) Run(out io.Writer) error {
	if v.Licences {
		return licences.Write(out)
	}
	return api.WriteBuild(out)
}

type healthcheck struct {
	Listen string `default:"127.0.0.1:8080" help:"Where the server listens, as host:port."`
}

func (h *healthcheck) Run(ctx context.Context) error { return api.CheckHealth(ctx, h.Listen) }

// @title			blyant
// @version		1
// @BasePath		/
// @description	What a customer is worth: exact figures for JSON clients, query strings and spreadsheet cells.
func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "blyant:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	parser := kong.Must(&command{}, kong.Name("blyant"), kong.Description("What a customer is worth, over HTTP."),
		kong.DefaultEnvars("BLYANT"), kong.BindTo(ctx, (*context.Context)(nil)), kong.BindTo(out, (*io.Writer)(nil)))
	chosen, err := parser.Parse(args)
	if err != nil {
		return err
	}
	return chosen.Run()
}
