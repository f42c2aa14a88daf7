//go:build e2e

package clients

import (
	"path/filepath"
	"testing"
)

// TestTypeScript generates types, compiles a client that uses them, and runs it.
// A body that is wrong does not compile: each of wrong.ts is expected to be an
// error, and one that is none is an error itself.
func TestTypeScript(t *testing.T) {
	folder := copied(t, "typescript")
	run(t, folder, npm(t, "openapi-typescript"), document(t, "openapi.json"), "--output", "api.d.ts")
	run(t, folder, npm(t, "tsc"), "--project", folder)
	checkFigures(t, run(t, folder, "node", filepath.Join("out", "main.js"), serve(t)))
}

// TestHeyAPI generates another client for TypeScript and compiles it.
func TestHeyAPI(t *testing.T) {
	folder := t.TempDir()
	run(t, folder, npm(t, "openapi-ts"), "--input", document(t, "openapi.json"), "--output", "client", "--client", "@hey-api/client-fetch")
	run(t, folder, npm(t, "tsc"), "--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", filepath.Join("client", "index.ts"))
}
