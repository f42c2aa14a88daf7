package docs

import _ "embed" // the document is part of the executable

// OpenAPI is the description of the API as OpenAPI 3, in JSON, by
// internal/openapi. It is not to be written to.
//
//go:embed openapi.json
var OpenAPI []byte
