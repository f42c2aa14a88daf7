package api

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"blyant/docs"
	"blyant/internal/locale"
)

// sendFile sends the form of the page as a browser does.
func sendFile(t *testing.T, h http.Handler, file string, fields ...string) *httptest.ResponseRecorder {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for i := 0; i+1 < len(fields); i += 2 {
		if err := w.WriteField(fields[i], fields[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	part, err := w.CreateFormFile("file", "orders.csv")
	if err == nil {
		_, err = part.Write([]byte(file))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/data", &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	answer := httptest.NewRecorder()
	h.ServeHTTP(answer, r)
	return answer
}

var keysShown = regexp.MustCompile(`[>"]data\.[a-z_.]+[<"]|\{[a-z]+\}|>(?:decimal|bg_nbd|pareto_nbd|log_likelihood|repeat_share)<`)

// The page tells the same of the sample and of a file that holds it, in every
// language, and leads into the calculator.
func TestDataPage(t *testing.T) {
	h := New(Config{})
	for _, l := range locale.Languages() {
		fresh := call(t, h, http.MethodGet, "/data?lang="+string(l), "")
		if fresh.Code != http.StatusOK || !strings.Contains(fresh.Body.String(), `enctype="multipart/form-data"`) || !strings.Contains(fresh.Header().Get("Content-Security-Policy"), "form-action 'self'") {
			t.Errorf("%s: %d %.200s", l, fresh.Code, fresh.Body)
		}
		sample := call(t, h, http.MethodGet, "/data?sample=on&lang="+string(l), "")
		sent := sendFile(t, h, string(docs.Orders), "lang", string(l), "period", "year")
		for name, w := range map[string]*httptest.ResponseRecorder{"sample": sample, "file": sent} {
			page := w.Body.String()
			if w.Code != http.StatusOK || strings.Count(page, "<svg") < 5 || !strings.Contains(page, `href="/?currency=`) || !strings.Contains(page, "2027-03") {
				t.Errorf("%s, %s: %d %.3000s", l, name, w.Code, page)
			}
			if found := keysShown.FindString(page); found != "" {
				t.Errorf("%s, %s: %s is on the page", l, name, found)
			}
		}
		if control := sent.Header().Get("Cache-Control"); control != "no-store" || sent.Header().Get("ETag") != "" {
			t.Errorf("what came from a file may be kept: %s", control)
		}
		told := regexp.MustCompile(`(?s)<div id="story".*?</div>`)
		if a, b := told.FindString(sample.Body.String()), told.FindString(sent.Body.String()); a != b || !strings.Contains(a, "483") || !strings.Contains(a, "160") {
			t.Errorf("%s: of the sample %s, of the file %s", l, a, b)
		}
	}
}

// The link leads to a page that works the scenario out once it is known what a
// customer costs.
func TestDataLeadsToTheCalculator(t *testing.T) {
	h := New(Config{})
	page := sendFile(t, h, string(docs.Orders), "lang", "en", "period", "month").Body.String()
	link := regexp.MustCompile(`href="(/\?currency=[^"]*)"`).FindStringSubmatch(page)
	if link == nil {
		t.Fatalf("no link on %.2000s", page)
	}
	address := strings.ReplaceAll(link[1], "&amp;", "&")
	w := call(t, h, http.MethodGet, address+"&"+url.Values{"acquisition_cost": {"50"}, "margin_rate": {"0.4"}}.Encode(), "")
	if w.Code != http.StatusOK || !strings.Contains(address, "period=month") {
		t.Errorf("%s: %d", address, w.Code)
	}
	if w := call(t, h, http.MethodGet, address, ""); w.Code != http.StatusUnprocessableEntity && w.Code != http.StatusOK {
		t.Errorf("%.200s: %d", address, w.Code)
	}
}

// What a button takes along is a file: each customer, or all tables.
func TestDataTaken(t *testing.T) {
	h := New(Config{})
	w := sendFile(t, h, string(docs.Orders), "do", "customers")
	if rows := strings.Count(w.Body.String(), "\n"); w.Code != http.StatusOK || rows < 161 || !strings.HasPrefix(w.Body.String(), "model,customer,probability_alive,") ||
		!strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment") {
		t.Errorf("customers: %d, %d rows, %v", w.Code, rows, w.Header())
	}
	if w := sendFile(t, h, string(docs.Orders), "do", "workbook"); w.Code != http.StatusOK || !strings.HasPrefix(w.Body.String(), "PK") {
		t.Errorf("workbook: %d %.200s", w.Code, w.Body)
	}
}

// What is wrong with a file is told on the page, in the language of the page, and
// nothing of the file is repeated.
func TestDataFaults(t *testing.T) {
	h := New(Config{MaxBody: 1 << 16})
	for _, c := range []struct {
		file   string
		fields []string
		status int
		want   string
	}{
		{"", nil, 422, "The file is empty."},
		{"Kunde;E-post;Dato;Beløp\nAda;ada@example.com;2027-01-01;5\n", nil, 422, "customer=E-post"},
		{"customer;date;amount\nada@example.com;01/02/2027;5\n", []string{"lang", "nb"}, 422, `href="#date"`},
		{"customer;date;amount\nada@example.com;2027-01-01;5\n", []string{"currency", "XYZ"}, 422, `href="#currency"`},
		{"PK\x03\x04", []string{"lang", "sv"}, 422, "arbetsbok"},
		{"customer;date;amount\nada@example.com;2027-01-01;5\nbo@example.com;2027-01-01;5\n", nil, 200, "No customer has bought twice"},
		{"customer;date;amount\nada@example.com;2027-01-01;5\n", []string{"do", "customers"}, 422, "one customer only"},
	} {
		w := sendFile(t, h, c.file, c.fields...)
		if page := w.Body.String(); w.Code != c.status || !strings.Contains(page, c.want) || strings.Contains(page, "example.com") {
			t.Errorf("%.40q: %d, no %s in %.3000s", c.file, w.Code, c.want, page)
		}
	}
	if w := call(t, h, http.MethodPost, "/data", "x=1", "Content-Type", "application/x-www-form-urlencoded"); w.Code != http.StatusUnsupportedMediaType {
		t.Errorf("no file at all: %d", w.Code)
	}
	if w := call(t, h, http.MethodPost, "/data", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\ncust", "Content-Type", "multipart/form-data; boundary=x"); w.Code != http.StatusBadRequest {
		t.Errorf("half a form: %d %s", w.Code, w.Body)
	}
}
