package form

import (
	"slices"
	"strings"

	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// takeView is what can be taken along: addresses, formulas and files.
type takeView struct {
	Permalink string
	Frame     string // HTML that shows the answer within another page
	Uses      []useView
	Figures   []choiceView
	Downloads []linkView
}

// useView holds the snippets for the figure of one item.
type useView struct {
	Title    string
	Current  bool      // unfolded
	Snippets []snippet // that fetch the figure
	Blocks   []snippet // to paste, which fetch nothing
}

// snippet is a text to copy; its remark says where it does not work, or how.
type snippet struct{ ID, Title, Text, Remark string }

// take prepares the panel. The figure in the snippets is the page's own; the
// script puts another in its place.
func (v *viewer) take() takeView {
	t := takeView{Permalink: v.Base + v.Page.Path + "?" + v.canonicalQuery(string(v.Lang)), Downloads: v.downloads()}
	t.Frame = v.frame(t.Permalink)
	for _, f := range v.Page.All {
		t.Figures = append(t.Figures, choiceView{Value: f.Name, Label: v.Lang.Label(f.Name), Chosen: f.Name == v.Page.Figure})
	}
	current := v.current()
	if v.Page.Whole || len(v.Page.Items) == 0 {
		it := v.entry.items[current]
		t.Uses = []useView{{Title: v.Lang.Page("use.all"), Current: true, Snippets: v.snippets(it), Blocks: v.blocks(current)}}
		return t
	}
	for i, it := range v.entry.items {
		t.Uses = append(t.Uses, useView{Title: v.Lang.Page("for_item", "name", v.itemName(it)), Current: i == current, Snippets: v.snippets(it), Blocks: v.blocks(i)})
	}
	return t
}

// current is the item that the answer puts first.
func (v *viewer) current() int {
	if len(v.parts) == 0 {
		return 0
	}
	best := v.parts[bestOf(v.parts)]
	if v.Page.Alone {
		return bestOf(v.parts)
	}
	return max(0, v.entry.called(best.name))
}

// together is what the API is asked about all items together, without what would only
// lengthen a formula.
func (v *viewer) together() input.Params {
	return slices.DeleteFunc(v.canonicalParams(), func(param input.Param) bool {
		f, _ := v.Page.field(param.Name)
		return param.Name == "name" || param.Value == f.Default
	})
}

// alone is what the API asks of one item by itself, without what would only
// lengthen a formula.
func (v *viewer) alone(it item) input.Params {
	if v.Page.Whole {
		return v.together()
	}
	var p input.Params
	add := func(key string, f vocabulary.Field, text string) {
		text = canonical(f, text, v.Dialect, v.Lang)
		if text != "" && text != f.Default && (f.Name != "name" || key != "") {
			p = append(p, input.Param{Name: inputName(key, f.Name), Value: text})
		}
	}
	for _, f := range v.Page.Fields {
		add("", f, v.entry.common(f.Name))
	}
	key := it.key
	if v.Page.Alone {
		key = ""
	}
	for _, f := range v.Page.Items {
		add(key, f, v.entry.text(it, f.Name))
	}
	return p
}

// snippets are the ways to fetch a figure of an item, or the table it stands
// in. All carry decimal=point, so that they mean the same everywhere.
func (v *viewer) snippets(it item) []snippet {
	all := v.figureSnippets(v.alone(it))
	if v.Page.Table != "" {
		all = v.tableSnippets(v.alone(it))
	}
	for i, s := range all {
		if s.Title == "" {
			all[i].Title = v.Lang.Page("use." + s.ID)
		}
		if strings.HasPrefix(s.ID, "sheets") && isLocal(v.Base) {
			all[i].Remark = v.Lang.Page("use.local")
		}
	}
	return all
}

// figureSnippets fetch the figure from its own address.
func (v *viewer) figureSnippets(asked input.Params) []snippet {
	path := v.Page.Answers[0]
	figure := v.address(path+"/"+v.Page.Figure, asked, "decimal", "point")
	whole := v.address(path, asked, "decimal", "point")
	all := v.excels("", func(f locale.ExcelFunctions, separator string) string {
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
	all := v.excels("", func(f locale.ExcelFunctions, separator string) string {
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

// downloads are the files. The table opens on a double click in the
// spreadsheet of the language, so its numbers have that language's marks, and
// so must those of the request.
func (v *viewer) downloads() []linkView {
	p, lang := v.canonicalParams(), string(v.Lang)
	decimal, csv := "point", p
	if v.Lang.DecimalComma() {
		decimal, csv = "comma", withCommas(v.Page, p)
	}
	book, charted := v.Lang.Page("download.xlsx"), v.Page.Wide.Width > 0
	if calculator.At(v.resource()).Book == nil {
		book = v.Lang.Page("download.tables")
	}
	links := []linkView{
		{Text: book, Href: v.local(p, "decimal", "point", "lang", lang, "format", "xlsx", "download", "on")},
		{Text: v.Lang.Page("download.csv"), Href: v.local(csv, "decimal", decimal, "lang", lang, "format", "csv", "dialect", "excel", "download", "on")},
	}
	for _, table := range v.Page.Files {
		links = append(links, linkView{Text: v.Lang.Page("download." + table), Href: v.local(csv, "decimal", decimal, "lang", lang, "format", "csv", "table", table, "dialect", "excel", "download", "on")})
	}
	if charted {
		links = append(links, linkView{Text: v.Lang.Page("download.png"), Href: v.local(p, "decimal", "point", "lang", lang, "format", "png", "download", "on")})
	}
	return links
}

// withCommas rewrites canonical parameters with a decimal comma.
func withCommas(page Page, p input.Params) input.Params {
	out := make(input.Params, len(p))
	for i, param := range p {
		f, _ := page.field(param.Name)
		switch f.Kind {
		case vocabulary.KindNumbers:
			param.Value = strings.ReplaceAll(param.Value, ",", ";")
			fallthrough
		case vocabulary.KindNumber:
			param.Value = strings.ReplaceAll(param.Value, ".", ",")
		}
		out[i] = param
	}
	return out
}

// local is an address of the API on this server.
func (v *viewer) local(p input.Params, options ...string) string {
	return strings.TrimPrefix(v.address(v.resource(), p, options...), v.Base)
}
