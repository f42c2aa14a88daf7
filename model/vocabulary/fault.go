package vocabulary

import "strings"

// Code is the kind of a fault in a request, as problem+json reports it.
type Code string

// Codes of faults.
const (
	CodeRequired         Code = "required"
	CodeUnknownField     Code = "unknown_field"
	CodeNotANumber       Code = "not_a_number"
	CodeAmbiguousNumber  Code = "ambiguous_number"
	CodeOutOfRange       Code = "out_of_range"
	CodeNotAChoice       Code = "not_a_choice"
	CodeConflict         Code = "conflict"
	CodeTooLong          Code = "too_long"
	CodeTooMany          Code = "too_many"
	CodeResultOutOfRange Code = "result_out_of_range"
	CodeNoSolution       Code = "no_solution"
	CodeDuplicate        Code = "duplicate"
	CodeMalformed        Code = "malformed"
)

// Fault is one thing wrong with a request. Reason names the sentence that
// explains it and Args fill its places; the locale turns both into words.
type Fault struct {
	Field  string   // as the caller wrote it: basket_value, scenarios[1].horizon, ten.horizon
	Code   Code     //
	Reason string   // key of the sentence; the code itself where one sentence serves
	Args   []string // what the sentence holds
	Hint   string   // what was probably meant, ready to type
	Value  string   // what was given, cut to a reasonable length
}

// Faults are all things wrong with a request.
type Faults []Fault

// Error lists the faults by field and reason.
func (f Faults) Error() string {
	parts := make([]string, len(f))
	for i, fault := range f {
		parts[i] = strings.TrimSpace(fault.Field + ": " + fault.Reason + " " + strings.Join(fault.Args, ", "))
	}
	return strings.Join(parts, "; ")
}

// OrNil returns the faults as an error, nil where there are none.
func (f Faults) OrNil() error {
	if len(f) == 0 {
		return nil
	}
	return f
}

// Under prefixes the field of every fault, for requests nested in others.
func (f Faults) Under(prefix string) Faults {
	out := make(Faults, len(f))
	for i, fault := range f {
		fault.Field = prefix + fault.Field
		out[i] = fault
	}
	return out
}

// Note is a remark on an answer: an assumption, a warning, or why a figure is
// null. The locale turns Code and Args into a sentence.
type Note struct {
	Code  string
	Field string   // the field or figure it is about
	Args  []string // what the sentence holds
}
