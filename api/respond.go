package api

import (
	"strings"

	"blyant/internal/answer"
	"blyant/internal/calculator"
	"blyant/internal/format"
	"blyant/internal/input"
	"blyant/model/vocabulary"

	"github.com/labstack/echo/v4"
)

// respond gives the answer in the format asked for. The calculator is nil where
// a reference answers.
func (s *server) respond(c echo.Context, r *request, calc *calculator.Calculator, a answer.Answer) error {
	if r.Table != "" {
		if _, known := a.Table(r.Table); !known {
			return unknownTable(r.Table, tableNames(a.Whole()))
		}
	}
	if r.Signs == "accounting" {
		a = a.Whole()
		if err := accounting(r, a); err != nil {
			return err
		}
	}
	a.Origin = s.origin(r, calc)
	body, err := r.write(c.Request().Context(), calc, a)
	if err != nil {
		return err
	}
	defer r.buffer.end(body)
	if r.Download == "on" {
		c.Response().Header().Set(echo.HeaderContentDisposition, disposition(a, r.medium.Name))
	}
	return s.cached(c, r, body)
}

// accounting puts the table that was asked for in the accountants' signs, where
// it has such.
func accounting(r *request, a answer.Answer) error {
	for i, t := range a.Tables {
		if t.Name == r.Table && t.Accounting != nil {
			a.Tables[i] = *t.Accounting
			return nil
		}
	}
	return vocabulary.Faults{{Field: "signs", Code: vocabulary.CodeConflict, Reason: "signs_of_table", Hint: "plain", Value: r.Signs}}
}

// origin is where a file says it comes from. A page shows the inputs of a query;
// those of a body have no address.
func (s *server) origin(r *request, calc *calculator.Calculator) answer.Origin {
	origin := answer.Origin{Release: s.build.Version, Date: s.build.Date}
	if calc == nil || calc.Page == "" || r.tag == "" {
		return origin
	}
	mark := "point"
	if r.ReadsComma() {
		mark = "comma"
	}
	query := append(r.params[:len(r.params):len(r.params)], input.Param{Name: "lang", Value: string(r.lang)}, input.Param{Name: "decimal", Value: mark})
	origin.Page = r.base + calc.Page + "?" + query.Encode()
	return origin
}

// respondText gives one figure as text, for a spreadsheet cell.
func (s *server) respondText(c echo.Context, r *request, figure answer.Cell) error {
	return s.cached(c, r, []byte(format.Text(figure, r.Decimal == "comma")))
}

func tableNames(a answer.Answer) []string {
	names := make([]string, len(a.Tables))
	for i, t := range a.Tables {
		names[i] = t.Name
	}
	return names
}

// unknownTable is the fault of naming a table that the answer has not.
func unknownTable(name string, known []string) vocabulary.Faults {
	return vocabulary.Faults{{Field: "table", Code: vocabulary.CodeNotAChoice, Reason: "unknown_table",
		Args: []string{name, strings.Join(known, ", ")}, Hint: input.Nearest(name, known), Value: name}}
}
