package form

import (
	"strings"

	"blyant/internal/calculator"
	"blyant/internal/input"
	"blyant/model/vocabulary"
)

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
