package openapi

import (
	"strings"

	"blyant/internal/calculator"

	"github.com/getkin/kin-openapi/openapi3"
)

// exemplify gives parameters of a query an example: the default, or the empty
// text of one that is not given.
func exemplify(list openapi3.Parameters) {
	for _, p := range list {
		if p.Value.In == openapi3.ParameterInQuery && !p.Value.Required {
			p.Value.AllowEmptyValue, p.Value.Example = true, ""
			if usual := p.Value.Schema.Value.Default; usual != nil {
				p.Value.Example = usual
			}
		}
	}
}

// exampleInPath gives the parameter that names an example one.
func (b *builder) exampleInPath(path string, item *openapi3.PathItem) {
	if strings.HasSuffix(path, "/examples/{name}") {
		p := item.Get.Parameters.GetByInAndName(openapi3.ParameterInPath, "name")
		p.Example = calculator.Examples()[0].Name
	}
}
