// Package duckdb runs the SQL of the guide on DuckDB. It is a module of its own,
// since the engine is a large one, written in C++, that nothing else needs.
package duckdb

import (
	"database/sql"
	"encoding/csv"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"blyant/api"

	_ "github.com/duckdb/duckdb-go/v2" // the engine
)

// root is the folder of the repository.
const root = "../../../.."

// The SQL of docs/data.md, run on DuckDB over the guide's own orders, makes a table
// of customers from which the models learn what they learn from the orders.
func TestGroupedTable(t *testing.T) {
	orders := read(t, filepath.Join(root, "docs", "orders.csv"))
	compare(t, orders, grouped(t, statement(t, "2027-09-30"), filepath.Join(root, "docs", "orders.csv")), "2027-09-30")
}

// And over the purchases of CDNOW, where they are at hand: 6,919 of 2,357
// customers.
func TestGroupedTableOfCDNOW(t *testing.T) {
	folder := os.Getenv("BLYANT_DATA")
	if folder == "" {
		t.Skip("BLYANT_DATA names no folder of public data")
	}
	file := filepath.Join(folder, "cdnow_transactions.csv")
	compare(t, read(t, file), grouped(t, statement(t, "1997-09-30"), file), "1997-09-30")
}

// statement is the one that the guide shows, with another end.
func statement(t *testing.T, end string) string {
	t.Helper()
	_, rest, _ := strings.Cut(read(t, filepath.Join(root, "docs", "data.md")), "```sql\n")
	found, _, ok := strings.Cut(rest, "```")
	if !ok || !strings.Contains(found, "2027-09-30") {
		t.Fatal("docs/data.md shows no SQL")
	}
	return strings.ReplaceAll(found, "2027-09-30", end)
}

// grouped runs the statement over the orders of a file.
func grouped(t *testing.T, statement, file string) string {
	t.Helper()
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	load := fmt.Sprintf("CREATE TABLE orders AS SELECT customer::VARCHAR AS customer, date::DATE AS date, amount::DECIMAL(12, 2) AS amount FROM read_csv('%s')", file)
	if _, err := db.ExecContext(t.Context(), load); err != nil {
		t.Fatal(err)
	}
	rows, err := db.QueryContext(t.Context(), statement)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	return written(t, rows)
}

// written writes rows as CSV with a header.
func written(t *testing.T, rows *sql.Rows) string {
	t.Helper()
	names, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	w := csv.NewWriter(&out)
	_ = w.Write(names)
	values, cells := make([]any, len(names)), make([]string, len(names))
	for rows.Next() {
		for i := range values {
			values[i] = new(any)
		}
		if err := rows.Scan(values...); err != nil {
			t.Fatal(err)
		}
		for i, v := range values {
			cells[i] = fmt.Sprint(*v.(*any))
		}
		_ = w.Write(cells)
	}
	if w.Flush(); rows.Err() != nil {
		t.Fatal(rows.Err())
	}
	return out.String()
}

// compare wants the same parameters from the orders and from the table, but for
// the last of six digits.
func compare(t *testing.T, orders, table, end string) {
	t.Helper()
	if !strings.HasPrefix(table, "x,t_x,t,zbar,count\n") || strings.Count(table, "\n") < 50 {
		t.Fatalf("the table: %.300s", table)
	}
	from, by := parameters(t, "calibration_end="+end+"&", orders), parameters(t, "", table)
	if len(from) < 12 || len(from) != len(by) {
		t.Fatalf("%d rows from the orders, %d from the table", len(from), len(by))
	}
	for i, row := range from {
		for j, cell := range row {
			x, isNumber := strconv.ParseFloat(cell, 64)
			y, _ := strconv.ParseFloat(by[i][j], 64)
			if isNumber != nil && cell != by[i][j] || isNumber == nil && math.Abs(x-y) > 2e-5*math.Abs(x) {
				t.Errorf("%s: %s from the orders, %s from the table", row[:2], cell, by[i][j])
			}
		}
	}
}

// parameters are the rows of the parameters that a body of rows gives.
func parameters(t *testing.T, where, body string) [][]string {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, "/v1/purchase-fit?"+where+"format=csv&table=parameters", strings.NewReader(body))
	r.Header.Set("Content-Type", "text/csv")
	w := httptest.NewRecorder()
	api.New(api.Config{}).ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	rows, err := csv.NewReader(w.Body).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func read(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
