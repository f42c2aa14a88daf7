package locale_test

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What adding the languages takes besides words. Their marks are in none of the
// four others together: one has a decimal comma and is like English in all else,
// the other has a decimal point and is not.
const (
	newRows = `
	{
		tag: "qps", same: []string{"qpt"}, name: "Kvasi",
		grouping: "\u202f", decimal: ",", percent: "%", krone: "Kr", euroBefore: true,
		functions: ExcelFunctions{"KNUMBER", "KWEB", "KXML", "KROUND", "KSUM", "KROW", "KIF"},
	},
	{
		tag: "qpz", name: "Zvasi",
		grouping: "’", decimal: ".", percent: noBreakSpace + "%", krone: "kn",
	},`
	endOfRows = "\n}\n\n// described returns"
)

// newLanguages are the files that adding them touches, by their names, as they
// are then. One meaning is left out of the first catalogue.
func newLanguages(t *testing.T) map[string]string {
	t.Helper()
	source := read(t, "description.go")
	if strings.Count(source, endOfRows) != 1 {
		t.Fatal("the end of the rows is not found")
	}
	var words map[string]map[string]string
	if err := json.Unmarshal([]byte(read(t, "words/en.json")), &words); err != nil {
		t.Fatal(err)
	}
	for section := range words {
		for key, word := range words[section] {
			words[section][key] = "ŧ" + word
		}
	}
	delete(words["meaning"], "horizon")
	for _, form := range []string{"one", "two", "few"} { // its numbers have one form
		delete(words["text"], "ordinal."+form)
	}
	return map[string]string{
		"description.go": strings.Replace(source, endOfRows, newRows+endOfRows, 1),
		"words/qps.json": marshalled(t, words),
		"words/qpz.json": `{"label": {"horizon": "Until when"}}`,
	}
}

// overlayOf writes the files and what shows them to the go command in the place
// where they belong.
func overlayOf(t *testing.T, files map[string]string) (overlay string) {
	t.Helper()
	folder := t.TempDir()
	replaced := map[string]string{}
	for name, data := range files {
		place, err := filepath.Abs(name)
		if err != nil {
			t.Fatal(err)
		}
		replaced[place] = filepath.Join(folder, filepath.Base(name))
		write(t, replaced[place], data)
	}
	overlay = filepath.Join(folder, "overlay.json")
	write(t, overlay, marshalled(t, map[string]any{"Replace": replaced}))
	return overlay
}

// served builds the command with the overlay, starts it and returns its address.
func served(t *testing.T, overlay string) (address string) {
	t.Helper()
	command := filepath.Join(t.TempDir(), "blyant")
	if out, err := exec.Command("go", "build", "-overlay", overlay, "-o", command, "../../api/blyant").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	server := exec.Command(command, "serve", "--listen", "127.0.0.1:0", "--log-level", "error")
	out, err := server.StdoutPipe()
	if err == nil {
		err = server.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Process.Kill() // it holds nothing
		_ = server.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	_, address, found := strings.Cut(strings.TrimSpace(line), " listens on ")
	if err != nil || !found {
		t.Fatalf("%q, %v", line, err)
	}
	return address
}

// ask returns an answer and the language it is in.
func ask(t *testing.T, url string, header ...string) (answer []byte, language string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return body, response.Header.Get("Content-Language")
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
}

func marshalled(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
