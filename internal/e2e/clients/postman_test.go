//go:build e2e

package clients

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// isGood is what Postman is to find of every answer: it is none of an error, not
// even as the text for a spreadsheet cell.
const isGood = `pm.test("is a good answer", () => {
	pm.response.to.have.status(200);
	pm.expect(pm.response.text().startsWith("#ERR")).to.be.false;
});`

// TestPostman makes a collection of the document, with the examples in it, and
// runs all of its requests.
func TestPostman(t *testing.T) {
	folder := t.TempDir()
	collection := filepath.Join(folder, "collection.json")
	run(t, folder, npm(t, "openapi2postmanv2"), "--spec", document(t, "openapi.json"), "--output", collection, "--options", "parametersResolution=Example")
	requests := addTest(t, collection)
	if operations := countOperations(t); requests != operations {
		t.Errorf("the collection has %d requests, the document %d operations", requests, operations)
	}
	run(t, folder, npm(t, "newman"), "run", collection, "--env-var", "baseUrl="+serve(t), "--reporters", "cli", "--color", "off")
}

// TestOurCollection runs the collection that is served, each of its requests, which
// are at least one for each operation.
func TestOurCollection(t *testing.T) {
	address, collection := serve(t), filepath.Join(t.TempDir(), "collection.json")
	response, err := http.Get(address + "/postman.json")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	data, err := io.ReadAll(response.Body)
	if err == nil {
		err = os.WriteFile(collection, data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	requests := addTest(t, collection)
	if operations := countOperations(t); requests < operations {
		t.Errorf("the collection has %d requests, the document %d operations", requests, operations)
	}
	said := run(t, filepath.Dir(collection), npm(t, "newman"), "run", collection, "--env-var", "baseUrl="+address, "--reporters", "cli", "--color", "off")
	t.Logf("%d requests\n%s", requests, said[strings.LastIndex(said, "┌"):])
}

// addTest lets every request of a collection be tested, and returns how many
// there are.
func addTest(t *testing.T, path string) int {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var collection map[string]any
	if err := json.Unmarshal(data, &collection); err != nil {
		t.Fatal(err)
	}
	collection["event"] = []any{map[string]any{"listen": "test", "script": map[string]any{"type": "text/javascript", "exec": strings.Split(isGood, "\n")}}}
	if data, err = json.Marshal(collection); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return countRequests(collection)
}

// countRequests counts the requests of a folder and of those within.
func countRequests(folder map[string]any) int {
	items, isFolder := folder["item"].([]any)
	if !isFolder {
		return 1
	}
	count := 0
	for _, item := range items {
		inner, _ := item.(map[string]any) // items are objects
		count += countRequests(inner)
	}
	return count
}

// countOperations counts the operations of the document.
func countOperations(t *testing.T) int {
	t.Helper()
	data, err := os.ReadFile(document(t, "openapi.json"))
	if err != nil {
		t.Fatal(err)
	}
	var document struct {
		Paths map[string]map[string]any
	}
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, path := range document.Paths {
		count += len(path)
	}
	return count
}
