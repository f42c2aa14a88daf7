package api

import (
	"net/http"
	"strings"

	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// titles are what a problem of each status is called, as keys of the locale.
// The types are stable names, about:blank where the status says it all.
var titles = map[int][2]string{
	http.StatusBadRequest:                  {"problem.malformed", "/problems/malformed-request"},
	http.StatusNotFound:                    {"problem.not_found", "about:blank"},
	http.StatusMethodNotAllowed:            {"problem.method_not_allowed", "about:blank"},
	http.StatusNotAcceptable:               {"problem.not_acceptable", "about:blank"},
	http.StatusRequestEntityTooLarge:       {"problem.too_large", "about:blank"},
	http.StatusRequestURITooLong:           {"problem.too_large", "about:blank"},
	http.StatusRequestHeaderFieldsTooLarge: {"problem.too_large", "about:blank"},
	http.StatusUnsupportedMediaType:        {"problem.media_type", "about:blank"},
	http.StatusUnprocessableEntity:         {"problem.invalid", "/problems/invalid-request"},
	http.StatusTooManyRequests:             {"problem.too_many", "about:blank"},
	http.StatusInternalServerError:         {"problem.internal", "about:blank"},
	http.StatusServiceUnavailable:          {"problem.unavailable", "about:blank"},
}

// Problem is the body of every error (RFC 9457).
type Problem struct {
	Type     string         `json:"type" example:"/problems/invalid-request"` // kind of problem; about:blank where the status says it all
	Title    string         `json:"title" example:"The input needs to be corrected"`
	Status   int            `json:"status" example:"422"`
	Detail   string         `json:"detail"`                                // all faults in words
	Instance string         `json:"instance" example:"/v1/lifetime-value"` // path of the request
	Errors   []ProblemFault `json:"errors"`                                // every fault of the request
}

// ProblemFault is one thing wrong with a request.
type ProblemFault struct {
	Field   string `json:"field" example:"repeat_purchase_rate"` // as the request has it
	Code    string `json:"code" example:"out_of_range" enums:"required,unknown_field,not_a_number,ambiguous_number,out_of_range,not_a_choice,conflict,too_long,too_many,result_out_of_range,no_solution,duplicate,malformed"`
	Message string `json:"message"`                   // in words
	Hint    string `json:"hint" example:"0.9 or 90%"` // what was probably meant; may be empty
	Value   string `json:"value" example:"90"`        // what was given; may be empty
}

// document is the problem as RFC 9457 has it, in the language.
func (p *problem) document(l locale.Language, instance string) Problem {
	title := titles[p.status]
	d := Problem{Type: title[1], Title: l.Text(title[0]), Status: p.status, Detail: p.detail(l), Instance: instance, Errors: []ProblemFault{}}
	for _, f := range p.faults {
		d.Errors = append(d.Errors, ProblemFault{f.Field, string(f.Code), l.Fault(f), f.Hint, f.Value})
	}
	return d
}

// detail says in one text what is wrong.
func (p *problem) detail(l locale.Language) string {
	if len(p.faults) == 0 {
		return l.Fault(vocabulary.Fault{Reason: p.reason, Args: p.args})
	}
	return strings.Join(p.lines(l), " ")
}

// lines says what is wrong, a line for each fault.
func (p *problem) lines(l locale.Language) []string {
	if len(p.faults) == 0 {
		return []string{p.detail(l)}
	}
	return l.Faults(p.faults)
}
