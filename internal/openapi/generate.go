package openapi

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/getkin/kin-openapi/openapi2"
	"sigs.k8s.io/yaml"
)

// Names of the documents. The first three are swag's.
const (
	fileJSON    = "swagger.json"
	fileYAML    = "swagger.yaml"
	fileGo      = "docs.go"
	fileOpenAPI = "openapi.json"
)

// Generate completes the documents that swag has written to the folder, and
// writes the OpenAPI 3 one beside them.
func Generate(folder string) error {
	written, err := os.ReadFile(filepath.Join(folder, fileJSON))
	if err != nil {
		return err
	}
	source, err := os.ReadFile(filepath.Join(folder, fileGo))
	if err != nil {
		return err
	}
	swagger, err := Describe(written)
	if err != nil {
		return err
	}
	files, err := swaggerFiles(swagger, string(source))
	if err != nil {
		return err
	}
	if files[fileOpenAPI], err = Convert(swagger); err != nil {
		return err
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil { // sources are for everybody to read
			return err
		}
	}
	return nil
}

// swaggerFiles are the Swagger 2.0 document in its three forms.
func swaggerFiles(swagger *openapi2.T, source string) (map[string][]byte, error) {
	data, err := marshal(swagger)
	if err != nil {
		return nil, err
	}
	asYAML, err := yaml.JSONToYAML(data)
	if err != nil {
		return nil, err
	}
	asGo, err := goSource(swagger, source)
	if err != nil {
		return nil, err
	}
	return map[string][]byte{fileJSON: data, fileYAML: asYAML, fileGo: asGo}, nil
}

// Go source as swag writes it: a document whose head is filled in at run time.
const (
	sourceStart = "const docTemplate = `"
	sourceEnd   = "`\n"
	schemes     = `{{ marshal .Schemes }}`
	backquote   = "`+\"`\"+`"
)

// goSource puts the document's paths and definitions into swag's Go source.
func goSource(swagger *openapi2.T, source string) ([]byte, error) {
	head, rest, found := strings.Cut(source, sourceStart)
	template, tail, ended := strings.Cut(rest, sourceEnd)
	if !found || !ended {
		return nil, errors.New("swag writes its Go source in another way than before")
	}
	template = strings.ReplaceAll(strings.ReplaceAll(template, backquote, "`"), schemes, `"`+schemes+`"`)
	var document map[string]any
	if err := json.Unmarshal([]byte(template), &document); err != nil {
		return nil, err
	}
	document["paths"], document["definitions"], document["parameters"] = swagger.Paths, swagger.Definitions, swagger.Parameters
	data, err := marshal(document)
	if err != nil {
		return nil, err
	}
	text := strings.ReplaceAll(strings.TrimSuffix(string(data), "\n"), `"`+schemes+`"`, schemes)
	return []byte(head + sourceStart + strings.ReplaceAll(text, "`", backquote) + sourceEnd + tail), nil
}

// marshal writes JSON for people to read, too.
func marshal(v any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(v)
	return out.Bytes(), err
}
