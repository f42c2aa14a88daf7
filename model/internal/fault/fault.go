// Package fault says what is wrong with observations from which a model is to
// be learnt. The packages retention, purchase, spend and cohort give its types
// out under their own names.
package fault

import "strings"

// Fault is one thing wrong with a request. Field is the path of the field as the
// request has it, Code its kind as problem+json reports it, Reason the key of
// the sentence that explains it, whose places Args fill.
type Fault struct {
	Field  string
	Code   string
	Reason string
	Args   []string
	Hint   string // what was probably meant, ready to type
	Value  string // what was given
}

// Codes of faults, those of the interface.
const (
	Required   = "required"
	OutOfRange = "out_of_range"
	NotAChoice = "not_a_choice"
	Conflict   = "conflict"
	TooMany    = "too_many"
	NoSolution = "no_solution"
)

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

// Add appends a fault.
func (f *Faults) Add(field, code, reason string, args ...string) {
	*f = append(*f, Fault{Field: field, Code: code, Reason: reason, Args: args})
}

// One returns a single fault as an error.
func One(field, code, reason string, args ...string) error {
	return Faults{{Field: field, Code: code, Reason: reason, Args: args}}
}
