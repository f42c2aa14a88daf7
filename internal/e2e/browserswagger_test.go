//go:build e2e

package e2e

import (
	"fmt"
	"testing"
	"time"

	"blyant/docs"

	"github.com/chromedp/chromedp"
	"github.com/getkin/kin-openapi/openapi3"
)

// TestTryItOut executes every operation of the interactive documentation as it
// is prefilled.
func TestTryItOut(t *testing.T) {
	document, err := openapi3.NewLoader().LoadFromData(docs.OpenAPI)
	if err != nil {
		t.Fatal(err)
	}
	b := startBrowser(t)
	for _, tag := range document.Tags {
		t.Run(tag.Name, func(t *testing.T) {
			p := b.tabFor(t, 1280, 8*time.Minute)
			p.open("/swagger/")
			for _, item := range document.Paths.Map() {
				for _, operation := range item.Operations() {
					if operation.Tags[0] == tag.Name {
						p.execute(tag.Name, operation.OperationID)
					}
				}
			}
			for _, complaint := range p.heard() {
				t.Error(complaint)
			}
		})
	}
}

// execute unfolds an operation, lets it be tried, sends it off, and folds it
// away again, since a page full of answers is slow.
func (p *tab) execute(tag, id string) {
	p.Helper()
	block := fmt.Sprintf("#operations-%s-%s", tag, id)
	p.clickOn(block + " .opblock-summary-control")
	p.clickOn(block + " .try-out__btn")
	p.clickOn(block + " .execute")
	status := block + " .live-responses-table tbody .response-col_status"
	p.appears(status)
	if got := eval[string](p, find(status)+`.innerText.trim().split(/\s/)[0]`); got != "200" {
		p.Errorf("%s: %s: %.600s", id, got, eval[string](p, find(block+" .live-responses-table")+".innerText"))
	}
	p.clickOn(block + " .opblock-summary-control")
}

// clickOn clicks what the selector finds, once it is there, wherever it stands.
func (p *tab) clickOn(selector string) {
	p.Helper()
	p.appears(selector)
	eval[bool](p, "("+find(selector)+".click(), true)")
}

// appears waits for what the selector finds, as long as the tab lives: the page
// works out much before it shows something.
func (p *tab) appears(selector string) {
	p.Helper()
	for {
		there, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool]("Boolean("+find(selector)+")"))
		switch {
		case err != nil:
			p.Fatalf("%s: %v", selector, err)
		case there:
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func find(selector string) string { return fmt.Sprintf("document.querySelector(%q)", selector) }
