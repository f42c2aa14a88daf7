package format

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"blyant/internal/answer"
	"blyant/model"
)

const prolog = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

func TestXML(t *testing.T) {
	tests := []struct {
		name string
		body answer.Record
		want string
	}{
		{"nothing", nil, ``},
		{"money is never a bare integer", answer.Record{{Name: "a", Value: number("1950")}, {Name: "b", Value: number("-46.00")}, {Name: "c", Value: number("0")}},
			`<a>1950.0</a><b>-46.00</b><c>0.0</c>`},
		{"a count stays whole", answer.Record{{Name: "horizon", Value: answer.Int(1950)}}, `<horizon>1950</horizon>`},
		{"null is empty", answer.Record{{Name: "a", Value: answer.Cell{}}, {Name: "b", Value: nil}, {Name: "c", Value: answer.String("")}}, `<a/><b/><c/>`},
		{"items have the name of the list", answer.Record{{Name: "notes", Value: answer.List{Item: "note", Nodes: []answer.Node{answer.Record{{Name: "code", Value: answer.String("viral")}}}}}},
			`<notes><note><code>viral</code></note></notes>`},
		{"lists in lists", answer.Record{{Name: "values", Value: answer.List{Item: "row", Nodes: []answer.Node{answer.List{Nodes: []answer.Node{number("1")}}, answer.List{}}}}},
			`<values><row><item>1.0</item></row><row/></values>`},
		{"text is escaped", answer.Record{{Name: "name", Value: answer.String("a<b>&\"c\" \t\r\n ø\x00\x0b\uffff\xff")}},
			"<name>a&lt;b&gt;&amp;&quot;c&quot; &#9;&#13;&#10; ø\ufffd\ufffd\ufffd\ufffd</name>"},
		{"a label that cannot be a name", answer.Record{{Name: "10 <år>", Value: number("2.5")}, {Name: "xmlish", Value: number("1.5")}},
			`<member name="10 &lt;år&gt;">2.5</member><member name="xmlish">1.5</member>`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want := prolog + `<answer resource="break-even">` + test.want + "</answer>\n"
			if got := string(XML(answer.Answer{Resource: "break-even", Body: test.body})); got != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

// FILTERXML takes the first element that //name finds, so a figure of the
// summary must be the only one of its name outside the schedule.
func TestSummaryFiguresAreFoundOnce(t *testing.T) {
	a := pencils(t, 0)
	a.Body = slices.DeleteFunc(a.Body, func(m answer.Member) bool { return m.Name == "schedule" })
	count := elements(t, XML(a))
	for _, f := range model.SummaryFigures() {
		if count[f.Name] != 1 {
			t.Errorf("//%s finds %d elements", f.Name, count[f.Name])
		}
	}
	for _, f := range model.ScheduleFigures() {
		if count[f.Name] > 0 && f.Name != "basket_value" && f.Name != "period" {
			t.Errorf("//%s finds an element outside the schedule too: say so in the comment on XML", f.Name)
		}
	}
}

func TestXMLOfAnAnswerReadsBack(t *testing.T) {
	var got struct {
		Resource string   `xml:"resource,attr"`
		Name     string   `xml:"name"`
		Net      string   `xml:"summary>net_lifetime_value"`
		Payback  *string  `xml:"summary>payback_periods"`
		Cost     string   `xml:"inputs>acquisition_cost"`
		Curve    []string `xml:"inputs>retention_curve>value"`
		Revenue  []string `xml:"schedule>row>revenue"`
	}
	if err := xml.Unmarshal(XML(sample(2)), &got); err != nil {
		t.Fatal(err)
	}
	if got.Resource != "lifetime-value" || got.Name != "Æble & <blåbær>" || got.Net != "-46.00" || got.Cost != "50.0" || *got.Payback != "" {
		t.Errorf("got %+v", got)
	}
	if strings.Join(got.Curve, " ") != "0.5 0.60" || strings.Join(got.Revenue, " ") != "1950.00 1951.01" {
		t.Errorf("got %+v", got)
	}
}

// elements counts the elements of each name, failing where the document is not
// well formed.
func elements(t *testing.T, doc []byte) map[string]int {
	t.Helper()
	count := map[string]int{}
	decoder := xml.NewDecoder(bytes.NewReader(doc))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return count
		}
		if err != nil {
			t.Fatalf("%v in %q", err, doc)
		}
		if start, ok := token.(xml.StartElement); ok {
			count[start.Name.Local]++
		}
	}
}

func FuzzXML(f *testing.F) {
	f.Add("name", "Blåbær\n")
	f.Add("1 < 2", "\x00\xff]]>\ufffe")
	f.Fuzz(func(t *testing.T, name, text string) {
		body := answer.Record{{Name: name, Value: answer.Record{{Name: "inner", Value: answer.String(text)}}}}
		out := XML(answer.Answer{Resource: name, Body: body})
		var got struct {
			Any struct {
				Inner string `xml:"inner"`
			} `xml:",any"`
		}
		if err := xml.Unmarshal(out, &got); err != nil {
			t.Fatalf("%v in %q", err, out)
		}
		if want := strings.Map(allowedInXML, text); got.Any.Inner != want {
			t.Fatalf("got %q, want %q", got.Any.Inner, want)
		}
	})
}

// allowedInXML is the production Char of XML 1.0, section 2.2.
func allowedInXML(r rune) rune {
	switch {
	case r == '\t', r == '\n', r == '\r', r >= ' ' && r <= 0xd7ff, r >= 0xe000 && r <= 0xfffd, r >= 0x10000:
		return r
	}
	return '\ufffd'
}
