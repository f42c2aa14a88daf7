package model

import (
	"slices"
	"strconv"
	"strings"

	"blyant/model/vocabulary"
)

// check validates the request and names its scenarios: those without a name are
// called by their number.
func (req ComparisonRequest) check() (names []string, baseline int, faults vocabulary.Faults) {
	if n := len(req.Scenarios); n < LeastScenarios {
		return nil, 0, vocabulary.Faults{{Field: "scenarios", Code: vocabulary.CodeRequired, Reason: "too_few_scenarios", Args: []string{strconv.Itoa(n)}}}
	} else if n > MostScenarios {
		return nil, 0, vocabulary.Faults{{Field: "scenarios", Code: vocabulary.CodeTooMany, Reason: "too_many_scenarios", Args: []string{strconv.Itoa(n), strconv.Itoa(MostScenarios)}}}
	}
	for i, s := range req.Scenarios {
		path := req.path(i)
		faults = append(faults, s.Validate().Under(path)...)
		name := s.Name
		if name == "" {
			name = strconv.Itoa(i + 1)
		}
		if slices.Contains(names, name) {
			faults = append(faults, vocabulary.Fault{Field: path + "name", Code: vocabulary.CodeDuplicate, Reason: "duplicate_name", Args: []string{name}, Value: name})
		}
		names = append(names, name)
	}
	faults = append(faults, req.agree()...)
	if req.Baseline != "" {
		if baseline = Named(req.Baseline, names, req.Keys); baseline < 0 {
			faults = append(faults, vocabulary.Fault{Field: "baseline", Code: vocabulary.CodeNotAChoice, Reason: "unknown_baseline",
				Args: []string{req.Baseline, strings.Join(names, ", ")}, Value: req.Baseline})
		}
	}
	return names, baseline, faults
}

// path is what stands before a field of scenario i, as the caller wrote it.
func (req ComparisonRequest) path(i int) string { return ItemPath("scenarios", req.Keys, i) }

// ItemPath is what stands before a field of item i of a list: its key where it
// has one, as in a query, else its place in the list.
func ItemPath(list string, keys []string, i int) string {
	if i < len(keys) && keys[i] != "" {
		return keys[i] + "."
	}
	return list + "[" + strconv.Itoa(i) + "]."
}

// Named returns the index of the scenario called by that name or key, −1 where
// there is none. Names go before keys.
func Named(wanted string, names, keys []string) int {
	if i := slices.Index(names, wanted); i >= 0 {
		return i
	}
	return slices.Index(keys, wanted)
}

// agree checks what all scenarios must have in common.
func (req ComparisonRequest) agree() vocabulary.Faults {
	var faults vocabulary.Faults
	first := req.Scenarios[0].WithDefaults()
	for i, s := range req.Scenarios[1:] {
		s = s.WithDefaults()
		for _, c := range [][3]string{
			{"currency", string(first.Currency), string(s.Currency)},
			{"period", string(first.Period), string(s.Period)},
			{"decimals", strconv.Itoa(first.Decimals.Int), strconv.Itoa(s.Decimals.Int)},
		} {
			sameReason := c[0] == "decimals" && first.Currency != s.Currency
			if c[1] != c[2] && !sameReason {
				faults = append(faults, vocabulary.Fault{Field: req.path(i+1) + c[0], Code: vocabulary.CodeConflict,
					Reason: "scenarios_differ", Args: c[:], Value: c[2]})
			}
		}
	}
	return faults
}
