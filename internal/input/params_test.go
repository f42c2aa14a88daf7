package input

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParseQuery(t *testing.T) {
	for raw, want := range map[string]Params{
		"":                        nil,
		"&&":                      nil,
		"a=1&b=2":                 {{"a", "1"}, {"b", "2"}},
		"b=2&a=1&b=3":             {{"b", "2"}, {"a", "1"}, {"b", "3"}},
		"a":                       {{"a", ""}},
		"a=":                      {{"a", ""}},
		"=1":                      {{"", "1"}},
		"a=b=c":                   {{"a", "b=c"}},
		"name=One+pencil":         {{"name", "One pencil"}},
		"name=One%20pencil":       {{"name", "One pencil"}},
		"n%61me=%C3%A6%c3%b8":     {{"name", "æø"}},
		"curve=0,6;0,7&a=1":       {{"curve", "0,6;0,7"}, {"a", "1"}},
		"m=40%&r=90%25":           {{"m", "40%"}, {"r", "90%"}},
		"m=%":                     {{"m", "%"}},
		"m=%4":                    {{"m", "%4"}},
		"m=%4g%zz":                {{"m", "%4g%zz"}},
		"curve=60%,70%,80%":       {{"curve", "60%,70%,80%"}},
		"æ=ø":                     {{"æ", "ø"}},
		"a=%2B5&b=%26&c=%3D%3b%0": {{"a", "+5"}, {"b", "&"}, {"c", "=;%0"}},
	} {
		got, faults := ParseQuery(raw)
		if len(faults) > 0 || !slices.Equal(got, want) {
			t.Errorf("ParseQuery(%q) = %q, %v; want %q", raw, got, faults, want)
		}
	}
}

func TestParseQueryRefuses(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"a=1&name=%FF", "name malformed not_utf8"},
		{"a=1&name=\xff", "name malformed not_utf8"},
		{"name=%C3&name=%A6", "name malformed not_utf8"},
		{"%ff=1", " malformed not_utf8"},
		{strings.Repeat("a&", 2000), " too_many too_many_parameters"},
	} {
		params, faults := ParseQuery(c.raw)
		expect(t, c.raw, faults, c.want)
		if params != nil {
			t.Errorf("%q: parameters beside a fault", c.raw)
		}
	}
	if params, faults := ParseQuery(strings.Repeat("a&", 1999)); len(params) != 1999 || faults != nil {
		t.Errorf("1999 parameters: %d, %v", len(params), faults)
	}
}

func TestSplit(t *testing.T) {
	params := Params{{"format", "csv"}, {"horizon", "5"}, {"lang", "nb"}, {"format", "xml"}}
	taken, rest := params.Split("lang", "format")
	if !slices.Equal(taken, Params{{"format", "csv"}, {"lang", "nb"}, {"format", "xml"}}) || !slices.Equal(rest, Params{{"horizon", "5"}}) {
		t.Errorf("Split = %v, %v", taken, rest)
	}
}

// FuzzParseQuery holds the splitter to net/url where that reads everything, to
// itself over a round trip, and the readers behind it to never failing.
func FuzzParseQuery(f *testing.F) {
	for _, seed := range []string{"", pencil, "a=1;b=2&m=40%&n=%C3%A6+x", "%ff=1", "one.horizon=5&two.horizon=5&horizon=1201&basket_value=1,5",
		"retention_curve=0.6,,0.8,90%&repeat_purchase_rate=90&churn=0.1&x&x&=&.=&a.=&.b=", "ten.name=%00&ten.retention_curve=1&repeat_purchase_rate=1&baseline=ten"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		params, faults := ParseQuery(raw)
		if len(faults) > 0 {
			if len(faults) != 1 || params != nil {
				t.Fatalf("%q: %d faults, %d parameters", raw, len(faults), len(params))
			}
			return
		}
		var written []string
		byName := url.Values{}
		for _, p := range params {
			if !utf8.ValidString(p.Name) || !utf8.ValidString(p.Value) {
				t.Fatalf("%q: %q is not UTF-8", raw, p)
			}
			written = append(written, url.QueryEscape(p.Name)+"="+url.QueryEscape(p.Value))
			byName.Add(p.Name, p.Value)
		}
		if again, _ := ParseQuery(strings.Join(written, "&")); !slices.Equal(again, params) {
			t.Fatalf("%q is %q, which is read back as %q", raw, params, again)
		}
		if theirs, err := url.ParseQuery(raw); err == nil && plainNames(theirs) && theirs.Encode() != byName.Encode() {
			t.Fatalf("%q is %q, but net/url reads %q", raw, params, theirs)
		}
		checkReaders(t, params)
	})
}

// plainNames reports whether no name has anything around it that is trimmed.
func plainNames(values url.Values) bool {
	for name := range values {
		if Trim(name) != name {
			return false
		}
	}
	return true
}

// checkReaders binds the parameters in every shape and looks at the faults.
func checkReaders(t *testing.T, params Params) {
	for _, comma := range []bool{false, true} {
		one, many, programmed := programmes{}, comparison{}, programmes{}
		faults := FromParams(flat, params, Dialect{Comma: comma}, &one.Scenario)
		faults = append(faults, FromParams(comparisonShape, params, Dialect{Comma: comma}, &many)...)
		faults = append(faults, FromParams(programmesShape, params, Dialect{Comma: comma}, &programmed)...)
		for _, f := range faults {
			if f.Code == "" || f.Reason == "" || utf8.RuneCountInString(f.Value) > maxValueShown || utf8.RuneCountInString(f.Field) > maxFieldShown {
				t.Fatalf("%q: fault %+v", params, f)
			}
		}
	}
}
