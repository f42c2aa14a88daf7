package openapi

import (
	"context"
	"errors"
	"fmt"
	"reflect"

	"blyant/internal/calculator"

	"github.com/getkin/kin-openapi/openapi3"
)

// Tags of operations. What follows is their order, which is that of use.
const (
	tagCalculators = "calculators"
	tagCells       = "cells"
	tagReference   = "reference"
	tagOperation   = "operation"
)

// tags are all tags with what they hold.
func tags() openapi3.Tags {
	return openapi3.Tags{
		{Name: tagCalculators, Description: "What a customer is worth, question by question."},
		{Name: tagCells, Description: "One figure as plain text, for the formula in a spreadsheet cell."},
		{Name: tagReference, Description: "Ready inputs, what every name means, and these descriptions."},
		{Name: tagOperation, Description: "For the machines that watch the server."},
	}
}

// builder puts the OpenAPI 3 document together.
type builder struct {
	*openapi3.T
	errs []error // what cannot be described
}

// Build returns the OpenAPI 3 document: the handlers that swag has described,
// in Swagger 2.0, and the calculators.
func Build(swagger []byte) (*openapi3.T, error) {
	document, err := handlers(swagger)
	if err != nil {
		return nil, err
	}
	b := &builder{T: document}
	b.Info.License = &openapi3.License{Name: "MIT", URL: "https://opensource.org/license/mit"}
	b.Servers = openapi3.Servers{{URL: "/"}}
	b.Security = openapi3.SecurityRequirements{}
	b.Tags = tags()
	b.Components.Parameters = openapi3.ParametersMap{}
	b.addProblems()
	for _, path := range b.Paths.InMatchingOrder() {
		b.completeHandler(path, b.Paths.Value(path))
	}
	for _, c := range calculator.All() {
		b.calculator(c)
	}
	b.nameChoices()
	b.share()
	if err := errors.Join(b.errs...); err != nil {
		return nil, err
	}
	return document, valid(document)
}

// define makes a schema known under a name, and returns a reference to it. Two
// different schemas of one name are a fault.
func (b *builder) define(name string, s *openapi3.Schema) *openapi3.SchemaRef {
	known, taken := b.Components.Schemas[name]
	switch {
	case !taken:
		known = s.NewRef()
		b.Components.Schemas[name] = known
	case !reflect.DeepEqual(known.Value, s):
		b.errs = append(b.errs, fmt.Errorf("two different records are called %s", name))
	}
	return openapi3.NewSchemaRef("#/components/schemas/"+name, known.Value)
}

// valid reports what is wrong with the document as it would be read.
func valid(document *openapi3.T) error {
	data, err := document.MarshalJSON()
	if err != nil {
		return err
	}
	read, err := openapi3.NewLoader().LoadFromData(data)
	if err != nil {
		return err
	}
	return read.Validate(context.Background())
}
