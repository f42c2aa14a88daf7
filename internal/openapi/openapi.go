// Package openapi makes the two descriptions of the API: OpenAPI 3, which is
// complete, and Swagger 2.0, which says as much of it as it can.
//
// What the calculators ask and answer is read off their list (calculator.All):
// paths, parameters, bodies, answers, formats and examples follow from their
// values, and a new one appears without a line here. What a field or figure
// means, its unit, range and default are in the vocabulary of the model and in
// the words of the locale. The few handlers that are no calculators are
// described by their comments, which swag reads.
//
// Build makes the OpenAPI 3 document:
//
//   - a number in a query or a form is a text with a pattern, since it may carry
//     a percent sign or a decimal comma; in JSON it is a number or such a text;
//   - every media type has a schema of its own: the answer in JSON, text for
//     tables and figures, bytes for workbooks and pictures;
//   - errors, and only they, are application/problem+json, or plain text;
//   - a figure that may have no value is nullable;
//   - answers are closed: they have the members named and no others;
//   - requests carry an example that works.
//
// Simplify makes the Swagger 2.0 document of it. Both are the same whenever the
// sources are, and name no machine.
package openapi

//go:generate go -C ../.. tool swag init -q -d api/blyant,api -o docs
//go:generate go -C ../.. run ./internal/openapi/generate docs
