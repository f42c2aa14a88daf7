//go:build e2e

package e2e

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"blyant/api"
	"blyant/internal/locale"

	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser is a Chromium with a server of our own to look at.
type browser struct {
	ctx  context.Context
	base string
}

// startBrowser starts both for the time of the test. A machine without
// Chromium fails the test: what the page does in a browser is then not known.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal("the browser tests need chromium: ", err)
	}
	server := httptest.NewServer(api.New(api.Config{}))
	t.Cleanup(server.Close)
	ctx, cancel := chromedp.NewContext(t.Context(), chromedp.WithAllocatorOptions(
		chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true)))
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal("chromium does not start: ", err)
	}
	return &browser{ctx: ctx, base: server.URL}
}

// tab is a page in the browser, with what it complained about and what it
// loaded.
type tab struct {
	*testing.T
	ctx  context.Context
	base string

	mu         sync.Mutex
	complaints []string
	requested  []string
}

// tab opens an empty page of that width in the light scheme.
func (b *browser) tab(t *testing.T, width int64) *tab {
	t.Helper()
	return b.tabFor(t, width, 2*time.Minute)
}

// tabFor opens one that may take so long.
func (b *browser) tabFor(t *testing.T, width int64, patience time.Duration) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	t.Cleanup(cancel)
	ctx, cancelLate := context.WithTimeout(ctx, patience)
	t.Cleanup(cancelLate)
	p := &tab{T: t, ctx: ctx, base: b.base}
	p.do(chromedp.EmulateViewport(width, 900))
	if err := chromedp.Listen(ctx, p.listen); err != nil {
		t.Fatal(err)
	}
	command(p, network.Enable, network.EnableParams{})
	p.scheme("light")
	return p
}

// listen keeps errors of the console, exceptions and the addresses loaded.
func (p *tab) listen(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == "error" || e.Type == "warning" {
			p.complaints = append(p.complaints, fmt.Sprint("console: ", e.Args))
		}
	case *runtime.EventExceptionThrown:
		p.complaints = append(p.complaints, "exception: "+e.ExceptionDetails.Text)
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == "error" || e.Entry.Level == "warning" {
			p.complaints = append(p.complaints, "log: "+e.Entry.Text+" "+e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		p.requested = append(p.requested, e.Request.URL)
	}
}

func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.Fatal(err)
	}
}

// open goes to a path of the server and waits for the page to be loaded.
func (p *tab) open(path string) {
	p.Helper()
	p.do(chromedp.Navigate(p.base + path))
}

func (p *tab) scheme(name string) {
	p.Helper()
	command(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}}})
}

// eval returns the value of an expression in the page.
func eval[T any](p *tab, expression string) T {
	p.Helper()
	value, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.Fatalf("%s: %v", expression, err)
	}
	return value
}

// until waits for a condition in the page.
func (p *tab) until(condition string) {
	p.Helper()
	for range 200 {
		holds, err := chromedp.Run(p.ctx, chromedp.Evaluate[bool]("Boolean("+condition+")"))
		if err == nil && holds { // while a page gives way to the next there is nothing to ask
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	p.Fatalf("%s did not come true; the story is %q, the faults %q", condition, p.text("#story"), p.text("#faults"))
}

func (p *tab) text(selector string) string {
	p.Helper()
	return strings.TrimSpace(eval[string](p, "document.querySelector("+quoted(selector)+").innerText"))
}

// fill writes into the field of that id, in place of what stands there.
func (p *tab) fill(id, text string) {
	p.Helper()
	eval[bool](p, "(e => { e.focus(); e.select(); return true })(document.getElementById("+quoted(id)+"))")
	if text == "" {
		p.do(chromedp.KeyEvent("\b"))
		return
	}
	p.do(chromedp.KeyEvent(text))
}

// unfold opens all that is folded away.
func (p *tab) unfold() {
	p.Helper()
	eval[bool](p, `(document.querySelectorAll("details").forEach(d => d.open = true), true)`)
}

func (p *tab) click(selector string) {
	p.Helper()
	p.do(chromedp.Click(chromedp.CSS(selector)))
}

func (p *tab) value(id string) string {
	p.Helper()
	return eval[string](p, "document.getElementById("+quoted(id)+").value")
}

// figure is a figure of a customer as the page shows it: the API's digits.
func (p *tab) figure(name string, customer int) string {
	p.Helper()
	return eval[string](p, fmt.Sprintf(`(c => c.querySelector("data")?.value ?? "null")(document.querySelectorAll("tr[data-figure=%s] td")[%d])`, name, customer))
}

func (p *tab) heard() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.complaints...)
}

func (p *tab) loaded() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.requested...)
}

// tags are those of all languages.
func tags() []string {
	var all []string
	for _, l := range locale.Languages() {
		all = append(all, string(l))
	}
	return all
}

func quoted(text string) string { return fmt.Sprintf("%q", text) }

// get fetches an address.
func get(t *testing.T, address string) *http.Response {
	t.Helper()
	response, err := http.Get(address) // our own server
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = response.Body.Close() })
	return response
}
