package docs_test

import (
	"encoding/csv"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"blyant/api"
)

// pencil is the customer of the guides as the cells of a sheet, and some of its
// figures.
var pencil = [][2]string{{"acquisition_cost", "50"}, {"basket_value", "10"}, {"margin_rate", "0.4"}, {"orders_per_period", "12"},
	{"repeat_purchase_rate", "0.9"}, {"basket_growth_rate", "0.05"}, {"service_cost_per_order", "0.5"}, {"annual_discount_rate", "0.08"}, {"basket_cap", ""}}

const netValue = "202.79" // README.md

func snippet(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("snippets", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// asked answers an address of a snippet, whose server is this machine's.
func asked(t *testing.T, h http.Handler, address string) (int, string) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, strings.TrimPrefix(address, "http://127.0.0.1:8080"), nil))
	return w.Code, w.Body.String()
}

var literal = regexp.MustCompile(`"((?:[^"]|"")*)"`)

// The functions for WEBSERVICE cannot be run outside Excel: no other engine has
// LAMBDA with MAP, and WEBSERVICE. What can be held here is that Excel takes the
// texts, which have 255 characters at the most, and the names, and that the address
// they build is answered, with a figure, with #N/A and with the reason of an error.
func TestLambdas(t *testing.T) {
	h := api.New(api.Config{})
	formulas := map[string]string{}
	for part := range strings.SplitSeq(strings.TrimSpace(snippet(t, "lambda.txt")), "\n\n") {
		name, formula, _ := strings.Cut(part, "\n")
		formulas[name] = formula
		for _, text := range literal.FindAllStringSubmatch(formula, -1) {
			if len(text[1]) > 255 {
				t.Errorf("%s has a text of %d characters", name, len(text[1]))
			}
		}
		if len(formula) > 8192 || strings.Count(formula, "(") != strings.Count(formula, ")") || !strings.HasPrefix(formula, "=") {
			t.Errorf("%s is no formula: %s", name, formula)
		}
	}
	inner := regexp.MustCompile(`WEBSERVICE\((.*?)BLYANT_QUERY`).FindStringSubmatch(formulas["BLYANT"])
	pair := regexp.MustCompile(`name & ("=") & ENCODEURL\(BLYANT_TEXT\(value\)\)`).FindStringSubmatch(formulas["BLYANT_QUERY"])
	if inner == nil || pair == nil || !strings.Contains(formulas["BLYANT_TEXT"], `SUBSTITUTE(value & "", ",", ".")`) {
		t.Fatal("the formulas build their address in another way")
	}
	address := func(figure string, cells [][2]string) string {
		var query []string
		for _, c := range cells {
			if c[1] != "" {
				query = append(query, c[0]+unquoted(pair[1])+url.PathEscape(strings.ReplaceAll(c[1], ",", ".")))
			}
		}
		var text strings.Builder
		for term := range strings.SplitSeq(strings.TrimSpace(inner[1]), " & ") {
			switch term = strings.TrimSuffix(strings.TrimSpace(term), " &"); term {
			case "BLYANT_URL":
				text.WriteString(unquoted(strings.TrimPrefix(formulas["BLYANT_URL"], "=")))
			case "figure":
				text.WriteString(figure)
			default:
				text.WriteString(unquoted(term))
			}
		}
		return text.String() + strings.Join(query, "&")
	}
	nordic := slices.Clone(pencil)
	for i := range nordic {
		nordic[i][1] = strings.ReplaceAll(nordic[i][1], ".", ",") // as Excel writes a number there
	}
	for _, c := range []struct {
		figure string
		cells  [][2]string
		want   string
	}{
		{"net_lifetime_value", pencil, netValue}, {"net_lifetime_value", nordic, netValue},
		{"payback_periods", append([][2]string{{"horizon", "1"}}, pencil...), "#N/A"},
		{"net_lifetime_value", append([][2]string{{"vat_rate", "25"}}, pencil...), "#ERR vat_rate: "},
	} {
		status, answer := asked(t, h, address(c.figure, c.cells))
		right := answer == c.want || strings.HasSuffix(c.want, ": ") && strings.HasPrefix(answer, c.want)
		if status != http.StatusOK || !right {
			t.Errorf("%s: %d %q, want %q", address(c.figure, c.cells), status, answer, c.want)
		}
	}
}

func unquoted(text string) string { return strings.Trim(text, `"`) }

// Power Query runs nowhere but in Microsoft's programs. Its function is held by what
// it sends: the path and the options that stand in it, with the fields of a table,
// are answered with a table whose numbers have a point, and what is wrong with the
// status that it looks for and the reason as text.
func TestPowerQuery(t *testing.T) {
	h := api.New(api.Config{})
	text := snippet(t, "power-query.pq")
	base := regexp.MustCompile(`base = "([^"]*)"`).FindStringSubmatch(text)
	path := regexp.MustCompile(`path = "([^"]*)" & \(if resource = null then "([^"]*)"`).FindStringSubmatch(text)
	options := regexp.MustCompile(`options = \[format = "([^"]*)", decimal = "([^"]*)", table = `).FindStringSubmatch(text)
	statuses := regexp.MustCompile(`ManualStatusHandling = \{([0-9, ]*)\}`).FindStringSubmatch(text)
	if base == nil || path == nil || options == nil || statuses == nil || !strings.Contains(text, `Query = fields & options`) || !strings.Contains(text, `Text.From(_, "en-US")`) {
		t.Fatal("the function sends something else")
	}
	ask := func(table string, cells [][2]string) (int, string) {
		query := url.Values{"format": {options[1]}, "decimal": {options[2]}, "table": {table}}
		for _, c := range cells {
			if c[1] != "" {
				query.Set(c[0], c[1])
			}
		}
		return asked(t, h, base[1]+"/"+path[1]+path[2]+"?"+strings.ReplaceAll(query.Encode(), "+", "%20"))
	}
	status, answer := ask("summary", append([][2]string{{"horizon", "1"}}, pencil...))
	rows, err := csv.NewReader(strings.NewReader(answer)).ReadAll()
	if status != http.StatusOK || err != nil || len(rows) != 2 || rows[1][slices.Index(rows[0], "payback_periods")] != "" {
		t.Errorf("%d %v %s", status, err, answer)
	}
	if _, answer = ask("summary", pencil); !strings.Contains(answer, ","+netValue+",") {
		t.Errorf("no %s in %s", netValue, answer)
	}
	if _, answer = ask("", pencil); strings.Count(answer, "\n") != 11 {
		t.Errorf("the schedule is %s", answer)
	}
	status, answer = ask("", append([][2]string{{"vat_rate", "25"}}, pencil...))
	if !strings.Contains(statuses[1], "422") || status != http.StatusUnprocessableEntity || !strings.HasPrefix(answer, "vat_rate: ") {
		t.Errorf("%d %s", status, answer)
	}
}
