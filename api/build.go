package api

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
)

// Build says which build is running: of which version, from which sources.
type Build struct {
	Version string // of the module, as the version control had it: v1.2.3
	Go      string // version of the Go tool chain
	Commit  string // revision of the sources, "unknown" where the build did not record it
	Date    string // day of that revision, as 2006-01-02; empty where the build did not record it
}

// ReadBuild reads what the Go tool chain recorded in the executable.
func ReadBuild() Build {
	b := Build{Version: "(devel)", Go: "unknown", Commit: "unknown"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	b.Go = info.GoVersion
	if info.Main.Version != "" {
		b.Version = info.Main.Version
	}
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			b.Commit = setting.Value
		case "vcs.time":
			b.Date, _, _ = strings.Cut(setting.Value, "T")
		}
	}
	return b
}

// String is the line that "blyant version" prints.
func (b Build) String() string {
	return fmt.Sprintf("blyant %s, %s, commit %s", b.Version, b.Go, b.Commit)
}

// fingerprint tells builds apart in entity tags. A build of unrecorded sources
// is told by the time its executable was written, so that a developer's
// browser does not keep yesterday's answers.
func (b Build) fingerprint() string {
	if b.Commit != "unknown" && !strings.HasSuffix(b.Version, "+dirty") {
		return b.Version + " " + b.Commit
	}
	path, err := os.Executable()
	if err != nil {
		return b.String()
	}
	info, err := os.Stat(path)
	if err != nil {
		return b.String()
	}
	return b.String() + " " + strconv.FormatInt(info.ModTime().UnixNano(), 36)
}

// WriteBuild prints the build on one line.
func WriteBuild(out io.Writer) error {
	_, err := fmt.Fprintln(out, ReadBuild())
	return err
}
