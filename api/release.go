package api

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
)

// Release says which build is running.
type Release struct {
	Version string // of the module, as the version control had it: v1.2.3
	Go      string // version of the Go tool chain
	Commit  string // revision of the sources, "unknown" where the build did not record it
	Date    string // day of that revision, as 2006-01-02; empty where the build did not record it
}

// ReadRelease reads what the Go tool chain recorded in the executable.
func ReadRelease() Release {
	r := Release{Version: "(devel)", Go: "unknown", Commit: "unknown"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return r
	}
	r.Go = info.GoVersion
	if info.Main.Version != "" {
		r.Version = info.Main.Version
	}
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			r.Commit = setting.Value
		case "vcs.time":
			r.Date, _, _ = strings.Cut(setting.Value, "T")
		}
	}
	return r
}

// String is the line that "blyant version" prints.
func (r Release) String() string {
	return fmt.Sprintf("blyant %s, %s, commit %s", r.Version, r.Go, r.Commit)
}

// fingerprint tells builds apart in entity tags. A build of unrecorded sources
// is told by the time its executable was written, so that a developer's
// browser does not keep yesterday's answers.
func (r Release) fingerprint() string {
	if r.Commit != "unknown" && !strings.HasSuffix(r.Version, "+dirty") {
		return r.Version + " " + r.Commit
	}
	path, err := os.Executable()
	if err != nil {
		return r.String()
	}
	info, err := os.Stat(path)
	if err != nil {
		return r.String()
	}
	return r.String() + " " + strconv.FormatInt(info.ModTime().UnixNano(), 36)
}

// WriteRelease prints the release on one line.
func WriteRelease(out io.Writer) error {
	_, err := fmt.Fprintln(out, ReadRelease())
	return err
}
