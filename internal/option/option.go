package option

import (
	"slices"
	"strconv"
	"strings"

	"blyant/internal/locale"
	"blyant/model/vocabulary"
)

// Options are what a query says about the answer.
type Options struct {
	Format, Table, Signs, Decimal, Percent, Delimiter, Header, Download, Dialect, Lang, Errors, Theme string

	Width, Height, Scale vocabulary.Whole
}

// Option is one of them: its field and what it does.
type Option struct {
	vocabulary.Field
	Meaning    string
	Media      []string // the formats that it is about; none are all
	OnlyFaults bool     // it does not change an answer that is none of faults
}

// All returns the options in the order of the documents.
func All() []Option { return slices.Clone(all) }

// The format is not a choice here, because one that is not known is answered by
// 406.
var all = []Option{
	{kept(vocabulary.Field{Name: "format", Kind: vocabulary.KindText, Unit: vocabulary.UnitChoice, Choices: mediumNames()}.Defaults(JSON), func(o *Options) any { return &o.Format }),
		"Format of the answer. It beats the Accept header.", nil, false},
	{kept(vocabulary.Text("table", 0), func(o *Options) any { return &o.Table }),
		"Which table of the answer; with xml its rows alone. Default: the first, with xml the whole answer.", []string{CSV, TSV, XML}, false},
	{kept(vocabulary.Choice("signs", "plain", "accounting"), func(o *Options) any { return &o.Signs }),
		"With accounting, the tables statement and years of a plan have a minus before what is spent. Default: plain.", []string{CSV, TSV, XML}, false},
	{kept(vocabulary.Choice("decimal", "point", "comma"), func(o *Options) any { return &o.Decimal }),
		"Decimal mark: of numbers in the request, and of those in text and tables of the answer. " +
			"With a comma, values of lists are separated by semicolons. It beats lang.", nil, false},
	{kept(vocabulary.Choice("percent", "off", "on"), func(o *Options) any { return &o.Percent }),
		"With on, a bare number in a field that takes a percent sign is a percentage: 75 is 75 %, 1 is 1 %. It reads the texts of a query, a form or rows; " +
			"with a JSON body it is a conflict. Default: off.", nil, false},
	{kept(vocabulary.Choice("delimiter", "comma", "semicolon", "tab"), func(o *Options) any { return &o.Delimiter }),
		"What separates the columns. Default: a comma, or a semicolon where the decimal mark is a comma.", []string{CSV, TSV}, false},
	{kept(vocabulary.Choice("header", "on", "off"), func(o *Options) any { return &o.Header }),
		"Whether the table has a header row. Default: on.", []string{CSV, TSV}, false},
	{kept(vocabulary.Choice("download", "off", "on"), func(o *Options) any { return &o.Download }),
		"With on, the answer comes as a file with a telling name. Default: off.", []string{CSV, XLSX}, false},
	{kept(vocabulary.Choice("dialect", "plain", "excel"), func(o *Options) any { return &o.Dialect }),
		"With excel, the table is as Excel opens it on a double click in the language: byte-order mark, CRLF, " +
			"labels in words and, for the Nordic languages, semicolons and decimal commas. Default: plain.", []string{CSV, TSV}, false},
	{kept(vocabulary.Choice("lang", locale.Tags()...), func(o *Options) any { return &o.Lang }),
		languageText(), nil, false},
	{kept(vocabulary.Choice("errors", "status", "inline"), func(o *Options) any { return &o.Errors }),
		"With inline, a faulty request is answered 200 with the text #ERR and the first fault, so that a spreadsheet cell can show why.", nil, true},
	{kept(pixels("width", "800"), func(o *Options) any { return &o.Width }), "Width of the chart in pixels.", []string{PNG, SVG}, false},
	{kept(pixels("height", "400"), func(o *Options) any { return &o.Height }), "Height of the chart in pixels.", []string{PNG, SVG}, false},
	{kept(vocabulary.Choice("theme", "light", "dark"), func(o *Options) any { return &o.Theme }),
		"Colours of the chart: dark ones on white, or with dark light ones on a dark ground. Default: light.", []string{PNG, SVG}, false},
	{kept(vocabulary.WholeNumber("scale", vocabulary.UnitFactor, 1, largestScale).Defaults("1"), func(o *Options) any { return &o.Scale }),
		"How many pixels of the picture one of width and height is, to each side: with 2 the same chart is sharp on a fine screen.", []string{PNG}, false},
}

func kept(f vocabulary.Field, at func(*Options) any) vocabulary.Field { return vocabulary.Place(f, at) }

// Fields returns the fields of all options.
func Fields() []vocabulary.Field {
	fields := make([]vocabulary.Field, len(all))
	for i, o := range all {
		fields[i] = o.Field
	}
	return fields
}

// Names returns the names of all options.
func Names() []string {
	names := make([]string, len(all))
	for i, o := range all {
		names[i] = o.Name
	}
	return names
}

// AppendKey appends what the options say of a good answer, for the entity tag:
// each one's value, an empty text where it has none.
func (o *Options) AppendKey(dst []byte, appendText func(dst []byte, text string) []byte) []byte {
	for i := range all {
		if option := &all[i]; !option.OnlyFaults {
			var v vocabulary.Value
			if option.Has(o) {
				v, _ = option.Get(o)
			}
			dst = appendText(dst, v.Text)
		}
	}
	return dst
}

// Conflicts returns options that exclude each other, or that together ask too much.
func (o *Options) Conflicts() vocabulary.Faults {
	if o.Delimiter == "comma" && o.WritesComma() {
		return vocabulary.Faults{{Field: "delimiter", Code: vocabulary.CodeConflict, Reason: "both_commas", Hint: "semicolon", Value: o.Delimiter}}
	}
	if o.Format == TSV && o.Delimiter != "" && o.Delimiter != "tab" {
		return vocabulary.Faults{{Field: "delimiter", Code: vocabulary.CodeConflict, Reason: "delimiter_of_tsv", Hint: "tab", Value: o.Delimiter}}
	}
	if o.Pixels() > mostPixels {
		return vocabulary.Faults{{Field: "scale", Code: vocabulary.CodeConflict, Reason: "too_many_pixels", Hint: "1", Value: strconv.Itoa(o.Scaled()), Args: []string{strconv.Itoa(mostPixels)}}}
	}
	return nil
}

// languageText says what lang takes.
func languageText() string {
	text := "Language of labels and messages"
	for _, l := range locale.Languages() {
		switch same := l.TakenFor(); len(same) {
		case 0:
		case 1:
			text += "; " + same[0] + " is " + string(l)
		default:
			text += "; " + listed(same) + " are " + string(l)
		}
	}
	return text + ". Default: Accept-Language, else " + string(locale.English) + ". Given here, " +
		listed(locale.DecimalCommaTags()) + " also let numbers in the request have a decimal comma."
}

// listed writes names as a sentence has them: nb, da and sv.
func listed(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
