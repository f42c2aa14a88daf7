package docs

import _ "embed" // the documents are part of the executable

// OpenAPI is the description of the API as OpenAPI 3, in JSON, by
// internal/openapi. It is not to be written to.
//
//go:embed openapi.json
var OpenAPI []byte

// Postman is the same as a collection for Postman. It is not to be written to.
//
//go:embed postman.json
var Postman []byte
