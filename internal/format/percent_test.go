package format

import (
	"strings"
	"testing"

	"blyant/internal/answer"
	"blyant/model"
	"blyant/model/vocabulary"
)

// What needs a percent sign to be believed is given back with it, in every
// format and with the digits it came with.
func TestPercentIsGivenBack(t *testing.T) {
	f, _ := vocabulary.FieldNamed(model.ScenarioFields(), "annual_discount_rate")
	for given, want := range map[string]string{"10.00": "1000%", "1.505": "150.5%", "1.5050": "150.50%", "1": "1", "0.080": "0.080", "-0.5": "-0.5"} {
		c := answer.FieldCell(f, &model.Scenario{AnnualDiscountRate: vocabulary.Given(given)})
		inJSON := want
		if strings.HasSuffix(want, "%") {
			inJSON = `"` + want + `"`
		}
		if got := string(JSON(answer.Answer{Body: answer.Record{{Name: "d", Value: c}}})); got != `{"d":`+inJSON+"}\n" {
			t.Errorf("%s in JSON is %s", given, got)
		}
		inXML := want
		if !strings.ContainsAny(want, "%.") {
			inXML += ".0"
		}
		if got := string(XML(answer.Answer{Resource: "x", Body: answer.Record{{Name: "d", Value: c}}})); !strings.Contains(got, "<d>"+inXML+"</d>") {
			t.Errorf("%s in XML is %s", given, got)
		}
		if got := Text(c, false); got != want {
			t.Errorf("%s as text is %s", given, got)
		}
		comma := strings.Replace(want, ".", ",", 1)
		if got := Text(c, true); got != comma {
			t.Errorf("%s as text with a comma is %s", given, got)
		}
		if got := string(CSV(rows([]string{"d"}, []answer.Cell{c}), Dialect{Comma: true, Delimiter: ';'})); got != comma+"\n" {
			t.Errorf("%s in a table is %s", given, got)
		}
	}
}
