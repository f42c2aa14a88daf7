package api

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
)

const pencilLine = `{"id":1,"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0}` + "\n"

func TestBatchFormats(t *testing.T) {
	h := New(Config{})
	const (
		line  = `{"id":1,"summary":{"net_lifetime_value":-40.00}}` + "\n" + `{"trailer":{"rows":1,"errors":0}}` + "\n"
		cells = "id,net_lifetime_value,error\n1,-40.00,\n#trailer,1,0\n"
		table = "id,acquisition_cost,basket_value,repeat_purchase_rate\n1,50,10,0\n"
	)
	fromTable := strings.Replace(line, `"id":1`, `"id":"1"`, 1)
	for _, c := range []struct {
		query, body, want string
		header            []string
	}{
		{"", pencilLine, line, []string{"Content-Type", "application/x-ndjson"}},
		{"", pencilLine, line, []string{"Content-Type", "application/x-ndjson; charset=utf-8", "Accept", "*/*"}},
		{"", pencilLine, cells, []string{"Content-Type", "application/ndjson", "Accept", "text/csv"}},
		{"&format=csv", pencilLine, cells, []string{"Content-Type", "application/jsonl"}},
		{"", table, cells, []string{"Content-Type", "text/csv"}},
		{"&format=ndjson", table, fromTable, []string{"Content-Type", "text/csv"}},
		{"", strings.ReplaceAll(table, ",", "\t"), strings.ReplaceAll(cells, ",", "\t"), []string{"Content-Type", "text/tab-separated-values"}},
		{"&decimal=comma", strings.ReplaceAll(table, ",", ";"), strings.ReplaceAll(strings.ReplaceAll(cells, ",", ";"), "0.0", "0,0"), []string{"Content-Type", "text/csv"}},
	} {
		w := call(t, h, http.MethodPost, batchPath+"?fields=net_lifetime_value"+c.query, c.body, c.header...)
		if w.Code != http.StatusOK || w.Body.String() != c.want || w.Header().Get("Cache-Control") != "no-store" || w.Header().Get("ETag") != "" {
			t.Errorf("%s %v: %d %v\n%s", c.query, c.header, w.Code, w.Header(), w.Body)
		}
	}
}

func TestBatchRefusals(t *testing.T) {
	h := New(Config{})
	lines := []string{"Content-Type", "application/x-ndjson"}
	for _, c := range []struct {
		method, query, body string
		header              []string
		status              int
		contains            string
	}{
		{http.MethodGet, "", "", nil, http.StatusMethodNotAllowed, "POST"},
		{http.MethodPost, "", "{}", []string{"Content-Type", "application/json"}, http.StatusUnsupportedMediaType, "x-ndjson"},
		{http.MethodPost, "", "{}", append(lines, "Content-Encoding", "gzip"), http.StatusUnsupportedMediaType, "gzip"},
		{http.MethodPost, "?format=xlsx", "{}", lines, http.StatusNotAcceptable, "ndjson, csv, tsv"},
		{http.MethodPost, "?fields=net_lifetime_valu", "{}", lines, http.StatusUnprocessableEntity, `"hint":"net_lifetime_value"`},
		{http.MethodPost, "?fields=payback_periods,payback_periods", "{}", lines, http.StatusUnprocessableEntity, "duplicate"},
		{http.MethodPost, "?resource=lifetime_value", "{}", lines, http.StatusUnprocessableEntity, "resource"},
		{http.MethodPost, "?horizon=3", "{}", lines, http.StatusUnprocessableEntity, "unknown_field"},
		{http.MethodPost, "", "cac,basket_value\n", []string{"Content-Type", "text/csv"}, http.StatusUnprocessableEntity, "acquisition_cost"},
		{http.MethodPost, "", "", []string{"Content-Type", "text/csv"}, http.StatusBadRequest, "first row"},
		{http.MethodPost, "", strings.Repeat("a,", 1_000_000), []string{"Content-Type", "text/csv"}, http.StatusUnprocessableEntity, "too long"},
	} {
		w := call(t, h, c.method, batchPath+c.query, c.body, c.header...)
		if w.Code != c.status || !strings.Contains(w.Body.String()+w.Header().Get("Allow"), c.contains) || w.Body.Len() > 4096 {
			t.Errorf("%s %s: %d %.500s", c.method, c.query, w.Code, w.Body)
		}
	}
}

// A sender who reads nothing until all is sent, and one who sends a row only when
// the last one is answered: neither loses a row.
func TestBatchOverASocket(t *testing.T) {
	s := start(t, settings())
	defer s.end(t)
	const rows = 20000
	in, send := io.Pipe()
	go func() {
		for i := range rows {
			_, _ = fmt.Fprintf(send, `{"id":%d,"acquisition_cost":50,"basket_value":10,"repeat_purchase_rate":0}`+"\n", i)
		}
		_ = send.Close()
	}()
	response, err := http.Post("http://"+s.address+batchPath+"?fields=net_lifetime_value", "application/x-ndjson", in)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	lines := bufio.NewScanner(response.Body)
	n := 0
	for ; lines.Scan() && n < rows; n++ {
		if want := fmt.Sprintf(`{"id":%d,"summary":{"net_lifetime_value":-40.00}}`, n); lines.Text() != want {
			t.Fatalf("row %d is %s", n, lines.Text())
		}
	}
	if want := fmt.Sprintf(`{"trailer":{"rows":%d,"errors":0}}`, rows); lines.Text() != want {
		t.Errorf("after %d rows: %s", n, lines.Text())
	}
}

// streaming is a connection on which a stream has begun: its first row is answered.
func streaming(t *testing.T, s *running) (net.Conn, *bufio.Reader) {
	t.Helper()
	c, err := net.Dial("tcp", s.address)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = fmt.Fprintf(c, "POST %s?fields=net_lifetime_value HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n", batchPath)
	r := bufio.NewReader(c)
	for range 2 {
		_, _ = fmt.Fprintf(c, "%x\r\n%s\r\n", len(pencilLine), pencilLine)
		for line := ""; !strings.Contains(line, `"net_lifetime_value":-40.00`); {
			if line, err = r.ReadString('\n'); err != nil {
				t.Fatal(err)
			}
		}
	}
	return c, r
}

// A server that stops ends a stream with an error for its last row and no trailer.
func TestBatchEndsWithTheServer(t *testing.T) {
	s := start(t, settings())
	c, r := streaming(t, s)
	defer func() { _ = c.Close() }()
	s.stop()
	rest, err := io.ReadAll(r)
	if !strings.Contains(string(rest), `{"error":{"detail":"The server is stopping`) || strings.Contains(string(rest), "trailer") {
		t.Errorf("%q, %v", rest, err)
	}
	if err := <-s.ended; err != nil {
		t.Error(err)
	}
}

// A body that breaks off breaks off the answer: no trailer, and no proper end.
func TestBatchBreaksOffWithItsBody(t *testing.T) {
	s := start(t, settings())
	defer s.end(t)
	c, r := streaming(t, s)
	_, _ = fmt.Fprintf(c, "zz\r\n")
	rest, _ := io.ReadAll(r)
	if !strings.Contains(string(rest), `{"error":{"detail":"The stream broke off`) || strings.Contains(string(rest), "trailer") || strings.HasSuffix(string(rest), "0\r\n\r\n") {
		t.Errorf("%q", rest)
	}
	_ = c.Close()
}
