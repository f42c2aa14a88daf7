//go:build e2e

package clients

import (
	"os"
	"path/filepath"
	"testing"
)

// TestRedocly wants no error in the OpenAPI document by Redocly's recommended
// rules.
func TestRedocly(t *testing.T) {
	run(t, t.TempDir(), npm(t, "redocly"), "lint", document(t, "openapi.json"))
}

// TestSpectral wants no error in either document by the rules of Spectral.
func TestSpectral(t *testing.T) {
	rules := filepath.Join(t.TempDir(), "rules.yaml")
	if err := os.WriteFile(rules, []byte(`extends: ["spectral:oas"]`), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, t.TempDir(), npm(t, "spectral"), "lint", "--ruleset", rules, "--fail-severity", "error", document(t, "openapi.json"), document(t, "swagger.json"))
}

// TestGoSwagger wants the Swagger 2.0 document to be valid.
func TestGoSwagger(t *testing.T) {
	run(t, t.TempDir(), bin(t, "swagger"), "validate", document(t, "swagger.json"))
	run(t, t.TempDir(), bin(t, "swagger"), "validate", document(t, "swagger.yaml"))
}
