package whatif

import (
	"slices"
	"strconv"
	"strings"

	"blyant/model/internal/worth"
	"blyant/model/vocabulary"
)

// Bounds of the number of draws, and of the seed.
const (
	leastDraws = 1_000
	mostDraws  = 1_000_000
	mostSeed   = 999_999_999_999_999
)

// SimulationFields returns the fields of a simulation beside its scenario and
// distributions.
func SimulationFields() []vocabulary.Field { return slices.Clone(simulationFields) }

var simulationFields = vocabulary.UnderAll(vocabulary.GroupCalculator, []vocabulary.Field{
	simulated(vocabulary.WholeNumber("draws", vocabulary.UnitCount, leastDraws, mostDraws).Defaults("10000"), func(q *SimulationRequest) any { return &q.Draws }),
	simulated(vocabulary.WholeNumber("seed", vocabulary.UnitCount, 0, mostSeed).Defaults("1"), func(q *SimulationRequest) any { return &q.Seed }),
	simulated(vocabulary.Names("metrics", len(metrics)), func(q *SimulationRequest) any { return &q.Metrics }),
})

// simulated says where a simulation keeps the field.
func simulated(f vocabulary.Field, at func(*SimulationRequest) any) vocabulary.Field {
	return vocabulary.Place(f, at)
}

// withDefaults fills in what is left out. The fields come in the order of the
// specification, so that the same draws follow from the same request in any
// order.
func (req SimulationRequest) withDefaults() SimulationRequest {
	vocabulary.FillDefaults(&req, simulationFields)
	if len(req.Metrics) == 0 {
		req.Metrics = []string{worth.NetLifetimeValue.Name, worth.PaybackPeriods.Name}
	}
	req.Uncertain = slices.Clone(req.Uncertain)
	names := VariableNames()
	slices.SortStableFunc(req.Uncertain, func(x, y Uncertain) int {
		return slices.Index(names, x.Field) - slices.Index(names, y.Field)
	})
	return req
}

func (req *SimulationRequest) faults() vocabulary.Faults {
	faults := req.ValidateScenario().Under("scenario.")
	for i := range req.Uncertain {
		u := &req.Uncertain[i]
		faults = append(faults, u.Validate().Under("uncertain."+u.Field+".")...)
	}
	return append(faults, req.Validate()...)
}

// ValidateScenario returns the faults of the scenario, which may leave out what
// is uncertain.
func (req *SimulationRequest) ValidateScenario(ignore ...string) vocabulary.Faults {
	var varied []string
	for _, u := range req.Uncertain {
		varied = append(varied, u.Field)
	}
	return validateWithout(req.Scenario, ignore, varied...)
}

// Validate returns the faults of the request's own fields, and of what is
// uncertain beside the scenario; ignore holds those whose fault is known
// already.
func (req *SimulationRequest) Validate(ignore ...string) vocabulary.Faults {
	faults := vocabulary.CheckRecord(req, simulationFields, ignore...)
	for i, name := range req.Metrics {
		path := "metrics[" + strconv.Itoa(i) + "]"
		switch {
		case !slices.Contains(Metrics(), name):
			faults = append(faults, notVariable(path, name, Metrics()))
		case slices.Index(req.Metrics, name) < i:
			faults = append(faults, vocabulary.Fault{Field: path, Code: vocabulary.CodeDuplicate, Reason: "named_twice", Args: []string{name}, Value: name})
		}
	}
	known := slices.ContainsFunc(ignore, func(path string) bool { return strings.HasPrefix(path, "uncertain") })
	if len(req.Uncertain) == 0 && !known {
		return append(faults, vocabulary.Fault{Field: "uncertain", Code: vocabulary.CodeRequired, Reason: "required", Hint: "uncertain.repeat_purchase_rate"})
	}
	s := req.Scenario
	for _, u := range req.Uncertain {
		if f, there := vocabulary.FieldNamed(variables, u.Field); there && excluded(&s, u.Field) == "" {
			f.Set(&s, vocabulary.Value{Number: f.Max}) // what is uncertain is there
		}
	}
	for i, u := range req.Uncertain {
		path := "uncertain." + u.Field
		_, there := vocabulary.FieldNamed(variables, u.Field)
		switch fault, wrong := conflict(&s, path, u.Field); {
		case !there:
			faults = append(faults, notVariable(path, u.Field, VariableNames()))
		case slices.IndexFunc(req.Uncertain, func(v Uncertain) bool { return v.Field == u.Field }) < i:
			faults = append(faults, vocabulary.Fault{Field: path, Code: vocabulary.CodeDuplicate, Reason: "named_twice", Args: []string{u.Field}, Value: u.Field})
		case wrong:
			faults = append(faults, fault)
		}
	}
	return faults
}
