//go:build e2e

// Package clients holds the published documents against tools that nobody here
// wrote: validators, generators of clients in TypeScript and Go, and Postman.
// What they generate is compiled and asks a server.
//
// BLYANT_NPM is the folder that .ci/run installs to with npm, BLYANT_BIN that of
// programs in Go.
package clients

import (
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"blyant/api"
)

// root is the top of the repository.
const root = "../../.."

// serve starts a server and returns its address.
func serve(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(api.New(api.Config{}))
	t.Cleanup(server.Close)
	return server.URL
}

// document is the path of a published document.
func document(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join(root, "docs", name))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// npm is the path of a program that came by npm.
func npm(t *testing.T, name string) string {
	t.Helper()
	return installed(t, "BLYANT_NPM", "node_modules", ".bin", name)
}

// bin is the path of a program written in Go.
func bin(t *testing.T, name string) string { t.Helper(); return installed(t, "BLYANT_BIN", name) }

func installed(t *testing.T, variable string, parts ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{os.Getenv(variable)}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%s must lead to what .ci/run installs: %v", variable, err)
	}
	return path
}

// run runs a program in a folder and returns what it says. One that fails fails
// the test.
func run(t *testing.T, folder, program string, arguments ...string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), program, arguments...)
	command.Dir = folder
	command.Env = append(os.Environ(), "REDOCLY_TELEMETRY=off", "REDOCLY_SUPPRESS_UPDATE_NOTICE=true", "NO_COLOR=1")
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%.4000s", filepath.Base(program), strings.Join(arguments, " "), err, output)
	}
	return string(output)
}

// copied is a new folder with the files of one of testdata.
func copied(t *testing.T, name string) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(filepath.Join("testdata", name))); err != nil {
		t.Fatal(err)
	}
	return folder
}

// figures are those of README.md, which every client asks for and prints, and
// one that is other with single precision.
const figures = `net_lifetime_value 202.79
affordable_service_cost_per_order 4.12
cumulative_present_value 61.58
lifetime_revenue 1476764382.10
`

// checkFigures holds what a client has printed against the figures.
func checkFigures(t *testing.T, printed string) {
	t.Helper()
	if printed != figures {
		t.Errorf("the client has\n%s, want\n%s", printed, figures)
	}
}

// TestFiguresAreThoseOfTheReadme wants the first three to stand in README.md.
func TestFiguresAreThoseOfTheReadme(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(figures, "\n")[:3] {
		name, figure, _ := strings.Cut(line, " ")
		if !strings.Contains(string(text), name) || !strings.Contains(string(text), figure) {
			t.Errorf("README.md has no %s of %s", name, figure)
		}
	}
}
