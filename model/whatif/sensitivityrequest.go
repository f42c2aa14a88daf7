package whatif

import (
	"slices"
	"strconv"
	"strings"

	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// SensitivityFields returns the fields of a tornado beside its scenario.
func SensitivityFields() []vocabulary.Field { return slices.Clone(sensitivityFields) }

var sensitivityFields = vocabulary.UnderAll(vocabulary.GroupCalculator, []vocabulary.Field{
	swung(vocabulary.Choice("metric", Metrics()...).Defaults(worth.NetLifetimeValue.Name), func(q *SensitivityRequest) any { return &q.Metric }),
	swung(vocabulary.Share("change").Defaults("0.1"), func(q *SensitivityRequest) any { return &q.Change }),
	swung(vocabulary.Names("fields", len(variables)), func(q *SensitivityRequest) any { return &q.Fields }),
})

// swung says where a tornado keeps the field.
func swung(f vocabulary.Field, at func(*SensitivityRequest) any) vocabulary.Field {
	return vocabulary.Place(f, at)
}

// SensitivityFigures returns the figures of a row of the tornado.
func SensitivityFigures() []vocabulary.Figure { return slices.Clone(sensitivityFigures) }

var elasticityFigure = vocabulary.Ratio("elasticity", vocabulary.UnitRatio).MayBeNull().NullIfTooLarge()

var sensitivityFigures = []vocabulary.Figure{
	ofRow(vocabulary.Ratio("value", vocabulary.UnitAsNamed), func(r *SensitivityRow) *vocabulary.Rounded { return &r.Value }),
	ofRow(vocabulary.Ratio("low", vocabulary.UnitAsNamed), func(r *SensitivityRow) *vocabulary.Rounded { return &r.Low }),
	ofRow(vocabulary.Ratio("high", vocabulary.UnitAsNamed), func(r *SensitivityRow) *vocabulary.Rounded { return &r.High }),
	ofRow(vocabulary.Ratio("metric_at_low", vocabulary.UnitAsNamed).MayBeNull(), func(r *SensitivityRow) *vocabulary.Rounded { return &r.MetricAtLow }),
	ofRow(vocabulary.Ratio("metric_at_high", vocabulary.UnitAsNamed).MayBeNull(), func(r *SensitivityRow) *vocabulary.Rounded { return &r.MetricAtHigh }),
	ofRow(vocabulary.Ratio("swing", vocabulary.UnitAsNamed).MayBeNull(), func(r *SensitivityRow) *vocabulary.Rounded { return &r.Swing }),
	ofRow(elasticityFigure, func(r *SensitivityRow) *vocabulary.Rounded { return &r.Elasticity }),
}

// ofRow says where a row keeps the figure.
func ofRow(f vocabulary.Figure, at func(*SensitivityRow) *vocabulary.Rounded) vocabulary.Figure {
	return vocabulary.FigurePlace(f, at)
}

// SensitivityBase is the figure of the whole tornado.
func SensitivityBase() vocabulary.Figure {
	return vocabulary.FigurePlace(vocabulary.Ratio("base", vocabulary.UnitAsNamed).MayBeNull(), func(r *SensitivityResult) *vocabulary.Rounded { return &r.Base })
}

// withDefaults fills in what is left out, of the fields those that are not zero.
// A chosen order is that of the specification, in which equal swings stay.
func (req SensitivityRequest) withDefaults() SensitivityRequest {
	vocabulary.FillDefaults(&req, sensitivityFields)
	full := req.Scenario.WithDefaults()
	chosen := req.Fields
	req.Fields = nil
	for _, f := range variables {
		v, given := f.Get(&full)
		all := given && !v.Number.IsZero() && (f.Name != "add_on_margin_rate" || f.Has(&req.Scenario))
		if len(chosen) > 0 && slices.Contains(chosen, f.Name) || len(chosen) == 0 && all {
			req.Fields = append(req.Fields, f.Name)
		}
	}
	return req
}

func (req *SensitivityRequest) faults() vocabulary.Faults {
	return append(req.Scenario.Validate().Under("scenario."), req.Validate()...)
}

// Validate returns the faults of the request's own fields; ignore holds those
// whose fault is known already.
func (req *SensitivityRequest) Validate(ignore ...string) vocabulary.Faults {
	faults := vocabulary.CheckRecord(req, sensitivityFields, ignore...)
	if req.Change.Valid && req.Change.Decimal.IsZero() {
		faults = append(faults, vocabulary.Fault{Field: "change", Code: vocabulary.CodeOutOfRange, Reason: "above_zero", Args: []string{"0"}, Hint: "0.1", Value: "0"})
	}
	full := req.Scenario.WithDefaults()
	for i, name := range req.Fields {
		path := "fields[" + strconv.Itoa(i) + "]"
		f, known := vocabulary.FieldNamed(variables, name)
		switch {
		case !known:
			faults = append(faults, notVariable(path, name, VariableNames()))
		case slices.Index(req.Fields, name) < i:
			faults = append(faults, vocabulary.Fault{Field: path, Code: vocabulary.CodeDuplicate, Reason: "named_twice", Args: []string{name}, Value: name})
		default:
			if fault, wrong := conflict(&req.Scenario, path, name); wrong {
				faults = append(faults, fault)
			} else if !f.Has(&full) {
				faults = append(faults, vocabulary.Fault{Field: path, Code: vocabulary.CodeConflict, Reason: "nothing_to_vary", Args: []string{name}, Value: name})
			}
		}
	}
	return faults
}

// notVariable is the fault of a name that no field has which can be varied.
func notVariable(path, name string, known []string) vocabulary.Fault {
	return vocabulary.Fault{Field: path, Code: vocabulary.CodeNotAChoice, Reason: "not_a_choice",
		Args: []string{name, strings.Join(known, ", ")}, Value: name}
}
