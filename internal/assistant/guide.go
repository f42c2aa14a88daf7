package assistant

import (
	"strings"

	"blyant/internal/calculator"
	"blyant/internal/locale"
)

// Guide says in text what there is for assistants, and for whoever reads a site
// for them, with full addresses.
func Guide(base string) string {
	var b strings.Builder
	line := func(parts ...string) { b.WriteString(strings.Join(parts, "") + "\n") }
	line("# blyant", "\n")
	line("> What a customer is worth: exact figures, rounded once, over HTTP, in spreadsheet cells and as tools of the Model Context Protocol.", "\n")
	line(instructions, "\n")
	line("- Tools (MCP, streamable HTTP, stateless): ", base, "/mcp")
	line("- One figure as plain text: ", base, "/v1/lifetime-value/net_lifetime_value?acquisition_cost=50&basket_value=10&repeat_purchase_rate=0.9")
	line("- Errors list field, code, message and hint. No keys, no accounts; nothing is kept.", "\n")
	line("## Calculators", "\n")
	for _, calc := range calculator.All() {
		how := "GET or POST"
		if calc.Limits.PostOnly {
			how = "POST"
		}
		line("- [", locale.English.Label(calc.Name), "](", base, calc.Path(), "): ", how, "; tool `", ToolName(calc), "`. ", locale.English.Meaning(calc.Name))
	}
	line("\n## Reference", "\n")
	line("- [OpenAPI 3](", base, "/openapi.json): every path, field and answer")
	line("- [Postman collection](", base, "/postman.json): every operation with inputs that work")
	line("- [Vocabulary](", base, "/v1/vocabulary): what every field and figure means, its unit, range and default, in four languages")
	line("- [Examples](", base, "/v1/examples): ready inputs for every calculator")
	return b.String()
}
