package openapi

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"sigs.k8s.io/yaml"
)

// Names of the documents. The first three are swag's.
const (
	fileJSON    = "swagger.json"
	fileYAML    = "swagger.yaml"
	fileGo      = "docs.go"
	fileOpenAPI = "openapi.json"
	filePostman = "postman.json"
)

// Generate makes the documents of those that swag has written to the folder,
// which describe the handlers that are no calculators, and writes them there.
func Generate(folder string) error {
	written, err := os.ReadFile(filepath.Join(folder, fileJSON))
	if err != nil {
		return err
	}
	source, err := os.ReadFile(filepath.Join(folder, fileGo))
	if err != nil {
		return err
	}
	document, err := Build(written)
	if err != nil {
		return err
	}
	files := map[string][]byte{}
	if files[fileOpenAPI], err = write(document); err != nil {
		return err
	}
	if files[filePostman], err = Postman(document); err != nil {
		return err
	}
	if files[fileJSON], err = writeSwagger(Simplify(document), paths(document)); err != nil {
		return err
	}
	if files[fileYAML], err = yaml.JSONToYAML(files[fileJSON]); err != nil {
		return err
	}
	if files[fileGo], err = goSource(files[fileJSON], string(source)); err != nil {
		return err
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil { // sources are for everybody to read
			return err
		}
	}
	return nil
}

// Go source as swag writes it. Its document is a template that is filled in at
// run time, with an empty host among other things; ours has nothing to fill in.
const (
	sourceStart = "const docTemplate = `"
	sourceEnd   = "`\n"
	backquote   = "`+\"`\"+`"
	action      = "{{"
)

// goSource puts the document into swag's Go source.
func goSource(swagger []byte, source string) ([]byte, error) {
	head, rest, found := strings.Cut(source, sourceStart)
	_, tail, ended := strings.Cut(rest, sourceEnd)
	text := strings.TrimSuffix(string(swagger), "\n")
	switch {
	case !found || !ended:
		return nil, errors.New("swag writes its Go source in another way than before")
	case strings.Contains(text, action):
		return nil, errors.New("the document would be taken for a template that is to be filled in")
	}
	return []byte(head + sourceStart + strings.ReplaceAll(text, "`", backquote) + sourceEnd + tail), nil
}
