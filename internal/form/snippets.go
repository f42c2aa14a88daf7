package form

import (
	"slices"
	"strings"

	"blyant/internal/input"
	"blyant/internal/locale"
)

// snippet is a text to copy; its remark says where it does not work, or how.
type snippet struct{ ID, Title, Text, Remark string }

// snippets are the ways to fetch a figure of an item, or the table it stands
// in. All carry decimal=point, so that they mean the same everywhere.
func (v *viewer) snippets(it item) []snippet {
	all := v.figureSnippets(v.alone(it))
	if v.Page.Table != "" {
		all = v.tableSnippets(v.alone(it))
	}
	fetched := slices.ContainsFunc(all, func(s snippet) bool { return strings.HasPrefix(s.ID, "excel") })
	for i, s := range all {
		if s.Title == "" {
			all[i].Title = v.Lang.Page("use." + s.ID)
		}
		if !fetched && s.ID == "power_query" {
			all[i].Remark = v.Lang.Page("use.too_long")
		}
		if strings.HasPrefix(s.ID, "sheets") && isLocal(v.Base) {
			all[i].Remark = v.Lang.Page("use.local")
		}
	}
	return all
}

// longestFetched is how many characters an address has at most that Excel fetches from a
// cell.
const longestFetched = 2048

// fetchingExcels are the formulas of Excel that fetch an address; none where it is too
// long for that.
func (v *viewer) fetchingExcels(address string, formula func(f locale.ExcelFunctions, separator string) string) []snippet {
	if len(address) > longestFetched {
		return nil
	}
	return v.excels("", formula)
}

// figureSnippets fetch the figure from its own address.
func (v *viewer) figureSnippets(asked input.Params) []snippet {
	path := v.Page.Answers[0]
	figure := v.address(path+"/"+v.Page.Figure, asked, "decimal", "point")
	whole := v.address(path, asked, "decimal", "point")
	all := v.fetchingExcels(figure, func(f locale.ExcelFunctions, separator string) string {
		return "=" + f.NumberValue + "(" + f.WebService + "(" + excelText(figure) + ")" + separator + `".")`
	})
	return append(all,
		snippet{ID: "sheets", Text: v.importData(figure)},
		snippet{ID: "libreoffice", Text: `=NUMBERVALUE(WEBSERVICE("` + figure + `");".")`},
		snippet{ID: "power_query", Text: `Json.Document(Web.Contents("` + whole + `"))[summary][` + v.Page.Figure + `]`},
		snippet{ID: "curl", Text: "curl '" + strings.ReplaceAll(figure, "'", "%27") + "'"},
		snippet{ID: "url", Text: figure},
		snippet{ID: "json", Text: whole},
	)
}

// tableSnippets fetch the figure out of its table, and tables as a whole.
func (v *viewer) tableSnippets(asked input.Params) []snippet {
	path := v.Page.Answers[0]
	xml := v.address(path, asked, "decimal", "point", "format", "xml", "table", v.Page.Table)
	csv := v.address(path, asked, "decimal", "point", "format", "csv", "table", v.Page.Rows)
	found := `"number(//row/` + v.Page.Figure + `)")`
	all := v.fetchingExcels(xml, func(f locale.ExcelFunctions, separator string) string {
		return "=" + f.FilterXML + "(" + f.WebService + "(" + excelText(xml) + ")" + separator + found
	})
	table := func(id, text string) snippet {
		return snippet{ID: id, Title: v.Lang.Page("use." + id + "_table"), Text: text}
	}
	return append(all,
		table("sheets", v.importData(csv)),
		snippet{ID: "libreoffice", Text: `=FILTERXML(WEBSERVICE("` + xml + `");` + found},
		table("power_query", `let t = Table.PromoteHeaders(Csv.Document(Web.Contents("`+csv+`"), [Delimiter = ",", Encoding = 65001])) in `+
			`Table.TransformColumnTypes(t, List.Transform(List.RemoveItems(Table.ColumnNames(t), {"name"}), each {_, type number}), "en-US")`),
		snippet{ID: "curl", Text: "curl '" + strings.ReplaceAll(csv, "'", "%27") + "'"},
		snippet{ID: "csv", Text: csv},
		snippet{ID: "json", Text: v.address(path, asked, "decimal", "point")},
	)
}

// importData is the formula of Google Sheets.
func (v *viewer) importData(address string) string {
	separator := v.Lang.ListMark()
	return `=IMPORTDATA("` + address + `"` + separator + ` ","` + separator + ` "en_US")`
}

// excelText writes a text into a formula of Excel, which takes no more than 255
// characters in one piece.
func excelText(text string) string {
	const most = 250
	pieces := []string{}
	for len(text) > most {
		pieces = append(pieces, text[:most])
		text = text[most:]
	}
	return `"` + strings.Join(append(pieces, text), `"&"`) + `"`
}
