package format

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"blyant/internal/answer"
)

func TestJSON(t *testing.T) {
	tests := []struct {
		name string
		body answer.Record
		want string
	}{
		{"nothing", nil, `{}`},
		{"digits are kept", answer.Record{{Name: "a", Value: number("1950.00")}, {Name: "b", Value: number("-0.50")}, {Name: "c", Value: answer.Int(7)}},
			`{"a":1950.00,"b":-0.50,"c":7}`},
		{"null and truth", answer.Record{{Name: "a", Value: answer.Cell{}}, {Name: "b", Value: answer.Bool(true)}, {Name: "c", Value: nil}},
			`{"a":null,"b":true,"c":null}`},
		{"nesting", answer.Record{{Name: "l", Value: answer.List{Item: "row", Nodes: []answer.Node{answer.List{Item: "v", Nodes: []answer.Node{number("1.0")}}, answer.List{}, answer.Record{}}}}},
			`{"l":[[1.0],[],{}]}`},
		{"text", answer.Record{{Name: "name", Value: answer.String("Blåbær </script> \"x\" \\ \n\r\t\x00\x1f\x7f \u2028\u2029 \xff 🖉")}},
			`{"name":"Blåbær </script> \"x\" \\ \n\r\t\u0000\u001f\u007f \u2028\u2029 \ufffd 🖉"}`},
		{"a label as a name", answer.Record{{Name: `a"b`, Value: answer.String("")}}, `{"a\"b":""}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := string(JSON(answer.Answer{Body: test.body})); got != test.want+"\n" {
				t.Errorf("got  %swant %s", got, test.want)
			}
		})
	}
}

func TestJSONOfAnAnswerReadsBack(t *testing.T) {
	var got struct {
		Name    string
		Summary map[string]*json.Number
		Inputs  struct {
			Curve []json.Number `json:"retention_curve"`
		}
		Schedule []map[string]json.Number
	}
	if err := json.Unmarshal(JSON(sample(3)), &got); err != nil {
		t.Fatal(err)
	}
	if got.Name != "Æble & <blåbær>" || *got.Summary["net_lifetime_value"] != "-46.00" || got.Summary["payback_periods"] != nil {
		t.Errorf("got %+v", got)
	}
	if len(got.Schedule) != 3 || got.Schedule[2]["period"] != "3" || got.Schedule[0]["revenue"] != "1950.00" || got.Inputs.Curve[1] != "0.60" {
		t.Errorf("got %+v", got)
	}
}

func FuzzJSON(f *testing.F) {
	f.Add("name", "Blåbær\n")
	f.Add("\xff", "\u2028\x00\"\\")
	f.Fuzz(func(t *testing.T, name, text string) {
		out := JSON(answer.Answer{Body: answer.Record{{Name: name, Value: answer.String(text)}}})
		if !utf8.Valid(out) {
			t.Fatalf("not UTF-8: %q", out)
		}
		var got map[string]string
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatalf("%v in %q", err, out)
		}
		if want := replaceInvalid(text); got[replaceInvalid(name)] != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

// replaceInvalid puts U+FFFD for each byte that is not UTF-8.
func replaceInvalid(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
	}
	return b.String()
}
