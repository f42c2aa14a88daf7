package openapi

import (
	"net/http"
	"slices"
	"strings"

	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/internal/option"
	"blyant/model/vocabulary"

	"github.com/getkin/kin-openapi/openapi3"
)

// calculator adds the paths of a calculator.
func (b *builder) calculator(c *calculator.Calculator) {
	example := exampleOf(c)
	answer := b.answer(c)
	if !c.Limits.PostOnly {
		get := b.operation(http.MethodGet, c.Path(), tagCalculators)
		get.Summary = locale.English.Label(c.Name)
		get.Description = sentences(locale.English.Meaning(c.Name), keyedText(c.Request))
		get.Parameters = append(b.query(c.Request, example), b.options(c.Media(), tablesOf(c))...)
		get.Responses = b.responses(http.MethodGet, c.Path(), goodResponse(http.MethodGet, c.Media(), answer))
	}

	post := b.operation(http.MethodPost, c.Path(), tagCalculators)
	media := slices.DeleteFunc(c.Media(), func(name string) bool { return name == option.HTML }) // a page has an address
	post.Summary = locale.English.Label(c.Name) + ", from a body"
	post.Description = "The same as by GET, to the byte. Format, language and dialect come in the query, everything else in the body: JSON, or a form with the names of the query."
	post.Parameters = b.options(media, tablesOf(c))
	if c.Request.Rows != nil {
		const beside = "The body is JSON, or a file of rows as CSV; beside a file the fields stand in the query, and decimal and delimiter hold for what is read too."
		if c.Limits.PostOnly {
			post.Summary, post.Description = locale.English.Label(c.Name), sentences(locale.English.Meaning(c.Name), beside)
		} else {
			post.Description = sentences(post.Description, beside)
		}
		post.Parameters = append(b.besideRows(c.Request.Fields), b.options(media, tablesOf(c))...)
	}
	post.RequestBody = b.body(c, example)
	post.Responses = b.responses(http.MethodPost, c.Path(), goodResponse(http.MethodPost, media, answer))

	b.cell(c, example)
}

// besideRows are fields that stand in the query where the body is rows. They are
// blank and without defaults, since beside a body of JSON they must not be there.
func (b *builder) besideRows(fields []vocabulary.Field) openapi3.Parameters {
	var list openapi3.Parameters
	for _, f := range fields {
		f.Default = ""
		list = append(list, b.queryOfField(f, false, example{}))
	}
	return list
}

// tablesOf are the names of the tables of a calculator's answer.
func tablesOf(c *calculator.Calculator) []string {
	var names []string
	for _, s := range c.Tables {
		names = append(names, s.Name)
	}
	return names
}

// cell adds the path of the figures that have addresses of their own.
func (b *builder) cell(c *calculator.Calculator, e example) {
	figures := c.Figures.All()
	if len(figures) == 0 {
		return
	}
	path := c.Path() + "/{figure}"
	get := b.operation(http.MethodGet, path, tagCells)
	get.Summary = "One figure: " + locale.English.Label(c.Name)
	get.Description = sentences("One figure as plain text, for the formula in a spreadsheet cell. A figure that is null is #N/A.", keyedText(c.Request))
	get.Parameters = slices.Concat(openapi3.Parameters{{Value: figureParameter(figures)}}, b.query(c.FigureShape(), e), b.options([]string{option.Text}, nil))
	get.Responses = b.responses(http.MethodGet, path, goodResponse(http.MethodGet, []string{option.Text}, nil))
}

// figureParameter names a figure in the path.
func figureParameter(figures []vocabulary.Figure) *openapi3.Parameter {
	p := openapi3.NewPathParameter("figure").WithDescription("Name of the figure.")
	s := openapi3.NewStringSchema()
	for _, f := range figures {
		s.Enum = append(s.Enum, f.Name)
	}
	p.Example = figures[0].Name
	return p.WithSchema(s)
}

// operation adds an operation to the document.
func (b *builder) operation(method, path, tag string) *openapi3.Operation {
	o := &openapi3.Operation{OperationID: operationID(method, path), Tags: []string{tag}}
	b.AddOperation(path, method, o)
	return o
}

// operationID names an operation after its path: getLifetimeValueFigure.
func operationID(method, path string) string {
	return strings.ToLower(method) + camel(strings.TrimPrefix(path, "/v1"))
}

// camel writes a path, or the name of a resource or part, as the name of a type:
// LifetimeValue.
func camel(name string) string {
	var out string
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("/-{}._ ", r) }) {
		out += strings.ToUpper(part[:1]) + part[1:]
	}
	return out
}

// keyedText says how a query gives the items of a list, empty where the request
// has no list.
func keyedText(s input.Shape) string {
	for _, m := range s.Members {
		if m.Form == input.List {
			return "In the query, KEY.field sets a field of one of the " + m.Name + "; a key is letters, digits, - and _, " +
				"and also the name unless one is given. They come in the order in which their keys first appear."
		}
	}
	return ""
}
