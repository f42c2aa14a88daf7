//go:build e2e

// Package warehouse runs the SQL of the guide on the engine of a warehouse. Its
// tests need one and stand behind the build tag e2e.
package warehouse

import (
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"blyant/api"
)

// The SQL of docs/data.md, run on PostgreSQL over the guide's own orders, makes a
// table of customers from which the models learn what they learn from the orders.
func TestGroupedTableOfPostgreSQL(t *testing.T) {
	const where = "calibration_end=2027-09-30&"
	table := groupedBy(t, statementOfGuide(t), "../../../docs/orders.csv")
	if lines := strings.Count(table, "\n"); !strings.HasPrefix(table, "x,t_x,t,zbar,count\n") || lines < 50 || lines > 161 {
		t.Fatalf("%d lines: %.300s", lines, table)
	}
	orders, err := os.ReadFile("../../../docs/orders.csv")
	if err != nil {
		t.Fatal(err)
	}
	fromOrders, fromTable := parametersFrom(t, where, string(orders)), parametersFrom(t, "", table)
	if len(fromOrders) < 12 || len(fromOrders) != len(fromTable) {
		t.Fatalf("%d rows from the orders, %d from the table", len(fromOrders), len(fromTable))
	}
	for i, row := range fromOrders {
		for j, cell := range row {
			x, isNumber := strconv.ParseFloat(cell, 64)
			y, _ := strconv.ParseFloat(fromTable[i][j], 64)
			if isNumber != nil && cell != fromTable[i][j] || isNumber == nil && math.Abs(x-y) > 2e-5*math.Abs(x) {
				t.Errorf("%s: %s from the orders, %s from the table", row[:2], cell, fromTable[i][j])
			}
		}
	}
}

// statementOfGuide is the statement that the guide shows.
func statementOfGuide(t *testing.T) string {
	t.Helper()
	guide, err := os.ReadFile("../../../docs/data.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(guide), "```sql\n")
	statement, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("docs/data.md shows no SQL")
	}
	return statement
}

// groupedBy runs the statement on a server of its own, over the orders of a file.
func groupedBy(t *testing.T, statement, file string) string {
	t.Helper()
	bin := binaries(t)
	folder, err := os.MkdirTemp("", "postgres")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	who := unprivileged(t, folder)
	run := func(stdin, name string, arguments ...string) string {
		cmd := exec.Command(filepath.Join(bin, name), arguments...)
		cmd.Dir, cmd.Stdin, cmd.SysProcAttr = folder, strings.NewReader(stdin), who
		cmd.Env = append(os.Environ(), "HOME="+folder, "LC_ALL=C.UTF-8")
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v: %s", name, err, out)
		}
		return string(out)
	}
	data := filepath.Join(folder, "data")
	run("", "initdb", "-D", data, "-U", "tester", "-A", "trust")
	run("", "pg_ctl", "-D", data, "-w", "-l", filepath.Join(folder, "log"), "-o", "-k "+folder+" -c listen_addresses=", "start")
	t.Cleanup(func() { run("", "pg_ctl", "-D", data, "-m", "immediate", "stop") })
	orders, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	ask := func(stdin, command string) string {
		return run(stdin, "psql", "-h", folder, "-U", "tester", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-q", "-c", command)
	}
	ask("", "CREATE TABLE orders (customer text, date date, amount numeric)")
	ask(string(orders), "COPY orders FROM STDIN WITH (FORMAT csv, HEADER)")
	return ask("", "COPY ("+statement+") TO STDOUT WITH (FORMAT csv, HEADER)")
}

// binaries is the folder of PostgreSQL's programs, as Debian has it.
func binaries(t *testing.T) string {
	t.Helper()
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil || len(found) == 0 {
		t.Fatalf("there is no PostgreSQL in /usr/lib/postgresql: %v", err)
	}
	return found[len(found)-1]
}

// unprivileged lets another user than root own the folder and run the server,
// which refuses root; nil where the tests are not root's.
func unprivileged(t *testing.T, folder string) *syscall.SysProcAttr {
	t.Helper()
	if os.Getuid() != 0 {
		return nil
	}
	nobody, err := user.Lookup("nobody")
	if err != nil {
		t.Fatal(err)
	}
	uid, _ := strconv.Atoi(nobody.Uid)
	gid, _ := strconv.Atoi(nobody.Gid)
	if err := os.Chown(folder, uid, gid); err != nil {
		t.Fatal(err)
	}
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
}

// parametersFrom are the rows of the parameters that a body of rows gives.
func parametersFrom(t *testing.T, where, body string) [][]string {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, "/v1/purchase-fit?"+where+"format=csv&table=parameters", strings.NewReader(body))
	r.Header.Set("Content-Type", "text/csv")
	w := httptest.NewRecorder()
	api.New(api.Config{}).ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	var rows [][]string
	for line := range strings.Lines(w.Body.String()) {
		rows = append(rows, strings.Split(strings.TrimRight(line, "\n"), ","))
	}
	return rows
}
