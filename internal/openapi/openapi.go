// Package openapi completes the description of the API that swag writes from
// the comments of the handlers.
//
// The comments say what there is: paths, methods, media types, and the names of
// what goes in and comes out. What a field means, its unit, range and default,
// and which figures an answer holds, is in the vocabulary of the model and in
// the words of the locale, and is taken from there. Both documents are complete:
// Describe makes the Swagger 2.0 one, Convert the OpenAPI 3 one, which can say
// more:
//
//   - a number in a query or a form is a text with a pattern, since it may carry
//     a percent sign or a decimal comma; in JSON it is a number or such a text;
//   - every media type has a schema of its own: the answer in JSON, text for
//     tables and figures, bytes for workbooks and pictures;
//   - errors, and only they, are application/problem+json, or plain text;
//   - a figure that may have no value is nullable;
//   - answers are closed: they have the members named and no others.
//
// The documents are the same whenever the sources are, and name no machine.
package openapi

//go:generate go -C ../.. tool swag init -q -d api/blyant,api,model -o docs
//go:generate go -C ../.. run ./internal/openapi/generate docs
