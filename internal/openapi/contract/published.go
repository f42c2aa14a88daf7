package contract

import (
	"sync"

	"blyant/docs"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"
)

// description is the published document, ready for use.
type description struct {
	*openapi3.T
	router routers.Router
}

var published = sync.OnceValues(func() (*description, error) {
	registerDecoders()
	document, err := openapi3.NewLoader().LoadFromData(docs.OpenAPI)
	if err != nil {
		return nil, err
	}
	router, err := legacy.NewRouter(document)
	if err != nil {
		return nil, err
	}
	return &description{document, router}, nil
})
