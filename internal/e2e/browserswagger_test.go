//go:build e2e

package e2e

import (
	"fmt"
	"testing"

	"blyant/docs"

	"github.com/getkin/kin-openapi/openapi3"
)

// TestTryItOut executes every operation of the interactive documentation as it
// is prefilled.
func TestTryItOut(t *testing.T) {
	document, err := openapi3.NewLoader().LoadFromData(docs.OpenAPI)
	if err != nil {
		t.Fatal(err)
	}
	p := startBrowser(t).tab(t, 1280)
	p.open("/swagger/")
	p.until(`document.querySelector(".opblock")`)
	for _, item := range document.Paths.Map() {
		for method, operation := range item.Operations() {
			p.execute(operation.Tags[0], operation.OperationID, method)
		}
	}
	for _, complaint := range p.heard() {
		t.Error(complaint)
	}
}

// execute unfolds an operation, lets it be tried and sends it off.
func (p *tab) execute(tag, id, method string) {
	p.Helper()
	block := fmt.Sprintf("#operations-%s-%s", tag, id)
	p.until(fmt.Sprintf(`document.querySelector(%q)`, block))
	p.clickOn(block + " .opblock-summary-control")
	p.clickOn(block + " .try-out__btn")
	p.clickOn(block + " .execute")
	status := fmt.Sprintf(`document.querySelector(%q)`, block+" .live-responses-table .response-col_status")
	p.until(status)
	if got := eval[string](p, status+".innerText.trim().split(/\\s/)[0]"); got != "200" {
		answer := eval[string](p, fmt.Sprintf(`document.querySelector(%q).innerText`, block+" .live-responses-table"))
		p.Errorf("%s %s: %s: %.600s", method, id, got, answer)
	}
	p.clickOn(block + " .opblock-summary-control")
}

// clickOn clicks what the selector finds, once it is there, wherever it stands.
func (p *tab) clickOn(selector string) {
	p.Helper()
	element := fmt.Sprintf(`document.querySelector(%q)`, selector)
	p.until(element)
	eval[bool](p, "("+element+".click(), true)")
}
