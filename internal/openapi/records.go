package openapi

import (
	"slices"

	"blyant/internal/locale"
	"blyant/model"
	"blyant/model/plan"
	"blyant/model/service"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi3"
)

// request is a definition that holds fields as they are asked.
type request struct {
	fields []model.Field
	whole  bool // the required ones must be there; else they may come from elsewhere
}

var requests = map[string]request{
	"Scenario":          {model.ScenarioFields(), true},
	"ScenarioPart":      {model.ScenarioFields(), false},
	"RatelessScenario":  {rateless(), true},
	"PromiseRequest":    {service.PromiseFields(), true},
	"ProgrammesRequest": {service.ProgrammesFields(), true},
	"Programme":         {service.ProgrammeFields(), true},
	"PlanRequest":       {plan.Fields(), true},
}

// rateless are the fields of a scenario whose rate is worked out.
func rateless() []model.Field {
	return slices.DeleteFunc(model.ScenarioFields(), func(f model.Field) bool {
		return f.Name == "repeat_purchase_rate" || f.Name == "retention_curve"
	})
}

// inputs are the definitions that hold fields as an answer repeats them.
var inputs = map[string][]model.Field{
	"Inputs":           model.ScenarioFields(),
	"PromiseInputs":    service.PromiseFields(),
	"ProgrammesInputs": service.ProgrammesFields(),
	"PlanInputs":       plan.Fields(),
}

// figures are the definitions that hold figures.
var figures = map[string][]model.Figure{
	"Summary":        model.SummaryFigures(),
	"ScheduleRow":    model.ScheduleFigures(),
	"ComparisonRow":  model.ComparisonFigures(),
	"PromiseSummary": service.PromiseFigures(),
	"LeverRow":       service.LeverFigures(),
	"Programmes":     service.ProgrammesFigures(),
	"ProgrammeRow":   service.ProgrammeFigures(),
	"PlanSummary":    plan.SummaryFigures(),
	"PlanRow":        plan.ScheduleFigures(),
}

// describeRecords gives the definitions named above their members, with meaning
// and unit. What else the comments say about them stays.
func describeRecords(definitions map[string]*openapi2.SchemaRef) {
	for name, r := range requests {
		for _, f := range r.fields {
			setProperty(definitions[name], f.Name, requestSchema(f), r.whole && f.Required && f.Alternative == "")
		}
	}
	for name, fields := range inputs {
		for _, f := range fields {
			setProperty(definitions[name], f.Name, inputSchema(f), true)
		}
	}
	for name, list := range figures {
		for _, f := range list {
			setProperty(definitions[name], f.Name, figureSchema(f), true)
		}
	}
}

func setProperty(definition *openapi2.SchemaRef, name string, s *openapi2.Schema, required bool) {
	if definition == nil || definition.Value == nil {
		return
	}
	d := definition.Value
	if d.Properties == nil {
		d.Properties = openapi2.Schemas{}
	}
	d.Properties[name] = &openapi2.SchemaRef{Value: s}
	if required && !slices.Contains(d.Required, name) {
		d.Required = append(d.Required, name)
	}
}

// textPattern is where Describe leaves, for Convert, the pattern of the text
// that a JSON number may also be written as.
const textPattern = "x-text-pattern"

// requestSchema describes a field in a JSON request.
func requestSchema(f model.Field) *openapi2.Schema {
	s := &openapi2.Schema{Description: fieldText(f)}
	switch f.Kind {
	case model.KindNumber, model.KindWhole:
		setNumber(s, f)
		s.Extensions = map[string]any{textPattern: numberPattern(f)}
		s.Default = defaultOf(f)
	case model.KindNumbers:
		s.Type = types("array")
		s.Items = &openapi2.SchemaRef{Value: &openapi2.Schema{Extensions: map[string]any{textPattern: numberPattern(f)}}}
		setNumber(s.Items.Value, f)
		s.MaxItems = length(f.MaxLength)
	case model.KindNames:
		s.Type = types("array")
		s.Items = &openapi2.SchemaRef{Value: &openapi2.Schema{Type: types("string")}}
		s.MaxItems = length(f.MaxLength)
	default:
		s.Type, s.Enum, s.Default, s.MaxLength = types("string"), enum(f), defaultOf(f), length(f.MaxLength)
	}
	return s
}

// inputSchema describes a field as an answer repeats it, after defaults.
func inputSchema(f model.Field) *openapi2.Schema {
	s := &openapi2.Schema{Description: fieldText(f), Type: types("string"), Enum: enum(f)}
	switch f.Kind {
	case model.KindNumber, model.KindWhole:
		setNumber(s, f)
	case model.KindNumbers:
		s.Type = types("array")
		s.Items = &openapi2.SchemaRef{Value: &openapi2.Schema{}}
		setNumber(s.Items.Value, f)
	case model.KindNames:
		s.Type = types("array")
		s.Items = &openapi2.SchemaRef{Value: &openapi2.Schema{Type: types("string")}}
	}
	filled := f.Default != "" || f.DefaultField != "" || f.Kind == model.KindText
	if !filled && (!f.Required || f.Alternative != "") {
		s.Extensions = map[string]any{"x-nullable": true}
	}
	return s
}

// figureSchema describes a figure of an answer.
func figureSchema(f model.Figure) *openapi2.Schema {
	s := &openapi2.Schema{Type: types("number"), Description: sentences(locale.English.Meaning(f.Name), unitText(f.Unit))}
	if f.Rounding == model.RoundWhole {
		s.Type = types("integer")
	}
	if f.Nullable {
		s.Extensions = map[string]any{"x-nullable": true}
	}
	return s
}

func setNumber(s *openapi2.Schema, f model.Field) {
	s.Type, s.Min, s.Max = types("number"), bound(f.Min), bound(f.Max)
	if f.Kind == model.KindWhole {
		s.Type = types("integer")
	}
}

func types(name string) *openapi3.Types { return &openapi3.Types{name} }
