package openapi

import (
	"testing"

	"blyant/model/vocabulary"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/shopspring/decimal"
)

// A schema of OpenAPI 3 in the words of Swagger 2.0: references lead to definitions,
// a number that may be a text is a number, null is an extension, and no choice holds it.
func TestSimpleSchemas(t *testing.T) {
	share := openapi3.NewFloat64Schema().WithMin(0).WithMax(1)
	share.Description = "of the number"
	either := &openapi3.Schema{Description: "a share", OneOf: openapi3.SchemaRefs{share.NewRef(), openapi3.NewStringSchema().NewRef()}}
	got := simpleSchema(either.NewRef()).Value
	if !got.Type.Is("number") || *got.Min != 0 || *got.Max != 1 || got.Description != "a share" {
		t.Errorf("%+v", got)
	}
	if share.Description != "of the number" {
		t.Error("the schema that it was made of is changed")
	}
	choice := openapi3.NewStringSchema()
	choice.Enum, choice.Nullable = []any{"a", nil, "b"}, true
	if got := simpleSchema(choice.NewRef()).Value; len(got.Enum) != 2 || got.Extensions["x-nullable"] != true || len(choice.Enum) != 3 {
		t.Errorf("%+v", got)
	}
	ref := openapi3.NewSchemaRef("#/components/schemas/Scenario", share)
	if got := simpleSchema(ref).Ref; got != "#/definitions/Scenario" {
		t.Error(got)
	}
	list := openapi3.NewArraySchema().WithItems(share).WithMaxItems(3)
	record := openapi3.NewObjectSchema().WithProperty("list", list).WithRequired([]string{"list"})
	simple := simpleSchema(record.NewRef()).Value
	if items := simple.Properties["list"].Value; !items.Items.Value.Type.Is("number") || *items.MaxItems != 3 || simple.Required[0] != "list" || simple.Extensions != nil {
		t.Errorf("%+v", simple)
	}
}

// Members of any name: closed ones stay closed, those of a record refer to it.
func TestSimpleMembers(t *testing.T) {
	if got := simpleMembers(closed()); got.Schema != nil || got.Has == nil || *got.Has {
		t.Errorf("%+v", got)
	}
	of := func(s *openapi3.SchemaRef) openapi3.AdditionalProperties {
		return openapi3.AdditionalProperties{Schema: s}
	}
	if got := simpleMembers(of(openapi3.NewSchemaRef("#/components/schemas/Note", nil))); got.Schema.Ref != "#/definitions/Note" {
		t.Errorf("%+v", got.Schema)
	}
	number := openapi3.NewFloat64Schema().WithMax(3)
	if got := simpleMembers(of(number.NewRef())); !got.Schema.Value.Type.Is("number") || *got.Schema.Value.Max != 3 {
		t.Errorf("%+v", got.Schema)
	}
}

// A parameter has its type beside its name; a choice with a default those of the
// choice, and an object is none.
func TestSimpleParameters(t *testing.T) {
	choice := openapi3.NewStringSchema()
	choice.Enum = []any{"point", "comma"}
	s := openapi3.NewSchema()
	s.AllOf, s.Default = openapi3.SchemaRefs{choice.NewRef()}, "point"
	p := openapi3.NewQueryParameter("decimal").WithSchema(s).WithDescription("a mark")
	p.Example, p.AllowEmptyValue = "comma", true
	got := simpleParameter(&openapi3.ParameterRef{Value: p})
	if !got.Type.Is("string") || len(got.Enum) != 2 || got.Default != "point" || got.In != "query" || got.Name != "decimal" || got.Description != "a mark" || !got.AllowEmptyValue || got.Extensions["x-example"] != "comma" {
		t.Errorf("%+v", got)
	}
	p.Example = ""
	if got := simpleParameter(&openapi3.ParameterRef{Value: p}); got.Extensions != nil {
		t.Errorf("an empty example is %v", got.Extensions)
	}
	if got := simpleParameter(&openapi3.ParameterRef{Ref: "#/components/parameters/lang-parameter", Value: p}); got.Ref != "#/parameters/lang-parameter" {
		t.Error(got.Ref)
	}
	object := openapi3.NewQueryParameter("KEY.field").WithSchema(openapi3.NewObjectSchema())
	if sayable(&openapi3.ParameterRef{Value: object}) || !sayable(&openapi3.ParameterRef{Value: openapi3.NewQueryParameter("x").WithSchema(openapi3.NewStringSchema())}) {
		t.Error("an object is a parameter, or a text is none")
	}
}

// Values of choices have names that tell them apart, in what stands within as well,
// and an empty one is none.
func TestNameValues(t *testing.T) {
	inner := openapi3.NewStringSchema()
	inner.Enum = []any{"one_way", ""}
	items := openapi3.NewStringSchema()
	items.Enum = []any{"x"}
	record := openapi3.NewObjectSchema().WithProperty("way", inner).WithProperty("list", openapi3.NewArraySchema().WithItems(items))
	record.Properties["other"] = openapi3.NewSchemaRef("#/components/schemas/Other", openapi3.NewStringSchema().WithEnum("z"))
	nameValues("Plan", record.NewRef())
	names := func(s *openapi3.Schema) []string {
		list, _ := s.Extensions[enumNames].([]string)
		return list
	}
	if got := names(inner); len(got) != 2 || got[0] != "PlanWayOneWay" || got[1] != "PlanWayNone" {
		t.Errorf("%v", got)
	}
	if got := names(items); len(got) != 1 || got[0] != "PlanListX" {
		t.Errorf("%v", got)
	}
	if got := names(record.Properties["other"].Value); got != nil {
		t.Errorf("what is referred to is named here: %v", got)
	}
}

// Figures and numbers in the words of a schema: whole ones are integers, a figure that
// may be null is nullable, and what needs a percent sign above 1 has that for its most.
func TestNumberSchemas(t *testing.T) {
	rate := vocabulary.Number("annual_discount_rate", vocabulary.UnitSharePerYear, decimal.NewFromInt(10)).NeedsPercentAbove(decimal.NewFromInt(1))
	for name, c := range map[string]struct {
		schema      *openapi3.Schema
		kind        string
		least, most float64
	}{
		"a count": {numberSchema(vocabulary.WholeNumber("n", vocabulary.UnitCount, 1, 12)), "integer", 1, 12}, "a share": {numberSchema(vocabulary.Share("s")), "number", 0, 1},
		"a growth": {numberSchema(vocabulary.Growth("g")), "number", -0.99, 1}, "a rate": {numberSchema(rate), "number", 0, 1},
	} {
		if !c.schema.Type.Is(c.kind) || *c.schema.Min != c.least || *c.schema.Max != c.most || (c.schema.Format == formatDouble) != (c.kind == "number") {
			t.Errorf("%s: %+v", name, c.schema)
		}
	}
	for _, f := range []vocabulary.Figure{vocabulary.Amount("lifetime_value"), vocabulary.PeriodNumber("period").MayBeNull()} {
		s := figureSchema(f)
		if whole := f.Rounding == vocabulary.RoundWhole; s.Type.Is("integer") != whole || s.Nullable != f.Nullable || s.Description == "" {
			t.Errorf("%s: %+v", f.Name, s)
		}
	}
}
