package form

import (
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"blyant/internal/locale"
)

// excels are the snippets for Excel in each language, that of the page first, and
// for an English one with the separators of a country with decimal commas.
func (v *viewer) excels(prefix string, formula func(f locale.ExcelFunctions, separator string) string) []snippet {
	var all []snippet
	for _, l := range append([]locale.Language{v.Lang}, locale.Languages()...) {
		f, own := l.ExcelFunctions()
		if !own || (l == v.Lang && len(all) > 0) {
			continue
		}
		all = append(all, snippet{ID: prefix + "excel_" + string(l), Title: "Excel (" + l.Name() + ")", Text: formula(f, l.ListMark())})
	}
	english := []snippet{
		{ID: prefix + "excel", Title: "Excel (" + locale.English.Name() + ")", Text: formula(locale.EnglishFunctions, ",")},
		{ID: prefix + "excel_semicolon", Title: "Excel (" + locale.English.Name() + ", ;)", Text: formula(locale.EnglishFunctions, ";")},
	}
	if _, own := v.Lang.ExcelFunctions(); own {
		return append(all, english...)
	}
	return append(english, all...)
}

// blocks are an item for each spreadsheet, to paste; none where the page is about what
// fits into no block, or has no answer.
func (v *viewer) blocks(i int) []snippet {
	switch {
	case v.Page.Whole:
		i = 0
	case !v.Page.compares() && len(v.Page.Items) > 0: // its parts are ranked
		i = slices.IndexFunc(v.parts, func(p part) bool { return v.entry.called(p.name) == i })
	}
	if v.Page.paste == nil || i < 0 || i >= len(v.parts) {
		return nil
	}
	name := v.partName(v.parts[i], i)
	write := func(f locale.ExcelFunctions, separator string, most int) string {
		mark := "."
		if separator == ";" {
			mark = ","
		}
		return v.block(v.parts[i], name, sheet{ExcelFunctions: f, decimal: mark, separator: separator, most: most})
	}
	const excelRows, newRows = 1 << 20, 1000 // of a new sheet of Google's
	all := v.excels("block_", func(f locale.ExcelFunctions, separator string) string { return write(f, separator, excelRows) })
	all = append(all,
		snippet{ID: "block_sheets", Title: v.Lang.Page("use.sheets"), Text: write(locale.EnglishFunctions, v.Lang.ListMark(), newRows)},
		snippet{ID: "block_libreoffice", Title: v.Lang.Page("use.libreoffice"), Text: write(locale.EnglishFunctions, v.Lang.ListMark(), excelRows)},
	)
	var whole []snippet
	for _, s := range all {
		s.Remark = v.Lang.Page("block.where")
		if strings.HasSuffix(s.ID, "libreoffice") {
			s.Remark += " " + v.Lang.Page("block.libreoffice")
		}
		if s.Text != "" {
			whole = append(whole, s)
		}
	}
	return whole
}

// isLocal reports whether an address is one that only this machine or its own
// network reaches.
func isLocal(base string) bool {
	u, err := url.Parse(base)
	if err != nil {
		return false
	}
	host := strings.ToLower(u.Hostname())
	if ip, err := netip.ParseAddr(host); err == nil {
		return ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast() || ip.IsUnspecified()
	}
	for _, end := range []string{".local", ".localhost", ".internal", ".lan", ".home.arpa"} {
		if strings.HasSuffix(host, end) {
			return true
		}
	}
	return !strings.Contains(host, ".")
}
