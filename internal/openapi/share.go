package openapi

import (
	"reflect"

	"github.com/getkin/kin-openapi/openapi3"
)

// share keeps the query parameters that several operations have alike in one
// place, and refers to them. What depends on the operation stays with it.
func (b *builder) share() {
	for _, path := range paths(b.T) {
		for _, operation := range inOrder(b.Paths.Value(path)) {
			for i, ref := range operation.Parameters {
				if ref.Value.In == openapi3.ParameterInQuery && !ref.Value.Required && !ofOneOperation(ref.Value) {
					operation.Parameters[i] = b.shared(ref)
				}
			}
		}
	}
}

// shared is a reference to the parameter where it is the common one of its name.
func (b *builder) shared(ref *openapi3.ParameterRef) *openapi3.ParameterRef {
	name := ref.Value.Name + "-parameter" // generators of code have one space of names for all components
	common, known := b.Components.Parameters[name]
	if !known {
		b.Components.Parameters[name], common = &openapi3.ParameterRef{Value: ref.Value}, ref
	}
	if !reflect.DeepEqual(common.Value, ref.Value) {
		return ref
	}
	return &openapi3.ParameterRef{Ref: "#/components/parameters/" + name, Value: ref.Value}
}

// ofOneOperation reports whether the choices of a parameter, or what it is about,
// are those of one operation.
func ofOneOperation(p *openapi3.Parameter) bool {
	return p.Name == keyedName || p.Schema.Ref == "" && len(p.Schema.Value.Enum) > 0
}
