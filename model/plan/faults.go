package plan

import (
	"slices"
	"strconv"

	"blyant/model"
	"blyant/model/vocabulary"
)

// inherited gives each segment what it leaves out and the scenario has.
func (req Request) inherited() Request {
	req.Segments = slices.Clone(req.Segments)
	for i := range req.Segments {
		vocabulary.Inherit(&req.Segments[i].Scenario, &req.Scenario, model.ScenarioFields())
	}
	return req
}

// faults returns every fault of the request, whose segments have what they
// inherit.
func (req Request) faults() vocabulary.Faults {
	if len(req.Segments) == 0 {
		return append(req.Scenario.Validate().Under("scenario."), req.Validate()...)
	}
	faults := req.Validate()
	if n := len(req.Segments); n > MostSegments {
		return append(faults, vocabulary.Fault{Field: listName, Code: vocabulary.CodeTooMany, Reason: "too_many_segments",
			Args: []string{strconv.Itoa(n), strconv.Itoa(MostSegments)}})
	}
	var names []string
	for i := range req.Segments {
		s, path := &req.Segments[i], req.path(i)
		faults = append(faults, s.Validate().Under(path)...)
		name := s.called(i)
		if slices.Contains(names, name) {
			faults = append(faults, vocabulary.Fault{Field: path + "name", Code: vocabulary.CodeDuplicate, Reason: "duplicate_name", Args: []string{name}, Value: name})
		}
		names = append(names, name)
	}
	return append(faults, req.agree()...)
}

// path is what stands before a field of segment i, as the caller wrote it.
func (req *Request) path(i int) string { return model.ItemPath(listName, req.Keys, i) }

// called is the segment's name, its number where it has none.
func (s *Segment) called(i int) string {
	if s.Name == "" {
		return strconv.Itoa(i + 1)
	}
	return s.Name
}

// agree checks what all segments must have in common.
func (req *Request) agree() vocabulary.Faults {
	var faults vocabulary.Faults
	first := req.Segments[0].WithDefaults()
	for i := range req.Segments[1:] {
		s := req.Segments[i+1].WithDefaults()
		for _, c := range [][3]string{
			{"currency", string(first.Currency), string(s.Currency)},
			{"period", string(first.Period), string(s.Period)},
			{"decimals", strconv.Itoa(first.Decimals.Int), strconv.Itoa(s.Decimals.Int)},
			{"annual_discount_rate", first.AnnualDiscountRate.Decimal.String(), s.AnnualDiscountRate.Decimal.String()},
		} {
			sameReason := c[0] == "decimals" && first.Currency != s.Currency
			if c[1] != c[2] && !sameReason {
				faults = append(faults, vocabulary.Fault{Field: req.path(i+1) + c[0], Code: vocabulary.CodeConflict,
					Reason: "segments_differ", Args: c[:], Hint: c[1], Value: c[2]})
			}
		}
	}
	return faults
}

func (req Request) withDefaults() Request {
	filled := slices.Concat(ownFields, costFields)
	if len(req.FixedCosts) > 0 {
		filled = ownFields
	}
	vocabulary.FillDefaults(&req, filled)
	if len(req.Segments) == 0 {
		vocabulary.FillDefaults(&req.Customers, customerFields)
	} else {
		req.share(req.Segments[0].WithDefaults())
	}
	req.Scenario = req.Scenario.WithDefaults()
	req.Segments = slices.Clone(req.Segments)
	for i := range req.Segments {
		s := &req.Segments[i]
		s.Scenario = s.WithDefaults()
		s.Name = s.called(i)
		vocabulary.FillDefaults(&s.Customers, customerFields)
	}
	return req
}

// share gives the scenario of a plan of segments what they have in common.
func (req *Request) share(s model.Scenario) {
	of := &req.Scenario
	of.Currency, of.Period, of.Decimals, of.AnnualDiscountRate = s.Currency, s.Period, s.Decimals, s.AnnualDiscountRate
}
