package orders_test

import (
	"errors"
	"strings"
	"testing"

	"blyant/internal/orders"
	"blyant/model/purchase"
)

// What stands in a row of an export decides whether it is a purchase: one row each, in the
// words of the systems.
func TestReasonsOfExports(t *testing.T) {
	const head = "Name,Email,Financial Status,Created at,Currency,Total,Cancelled at,Payment Method,Refunded Amount\n"
	for cells, want := range map[string]string{
		"#2,b@x.no,paid,2027-01-01,NOK,5.00,,Klarna,0":                  "",
		"#2,b@x.no,,2027-01-01,NOK,5.00,,,":                             "",
		"#2,b@x.no,PAID,2027-01-01,nok,5.00,,Klarna,-0.00":              "",
		"#2,b@x.no,partially_refunded,2027-01-01,NOK,5.00,,Klarna,4.99": "",
		"#2,b@x.no,paid,2027-01-01,NOK,5.00,,Klarna,5.01":               orders.Refunded,
		"#2,b@x.no,Refunded,2027-01-01,NOK,5.00,,Klarna,0":              orders.Refunded,
		"#2,b@x.no,Trash,2027-01-01,NOK,5.00,,Klarna,0":                 orders.Cancelled,
		"#2,b@x.no,wc-failed,2027-01-01,NOK,5.00,,Klarna,0":             orders.Cancelled,
		"#2,b@x.no,paid,2027-01-01,NOK,5.00,2027-01-02,Klarna,0":        orders.Cancelled,
		"#2,b@x.no,On hold,2027-01-01,NOK,5.00,,Klarna,0":               orders.Unpaid,
		"#2,b@x.no,checkout-draft,2027-01-01,NOK,5.00,,Klarna,0":        orders.Unpaid,
		"#2,b@x.no,voided,2027-01-01,NOK,5.00,,Klarna,0":                orders.Unpaid,
		"#2,b@x.no,paid,2027-01-01,NOK,5.00,,Bogus Gateway,0":           orders.Test,
		"#2,b@x.no,cancelled,2027-01-01,NOK,5.00,,for testing,0":        orders.Test, // the first reason counts
		"#2,,paid,2027-01-01,NOK,,,Klarna,0":                            orders.NoCustomer,
		"#2,b@x.no,paid,2027-01-01,NOK,,,Klarna,0":                      orders.NoAmount,
		"#2,b@x.no,paid,2027-01-01,NOK,free,,Klarna,0":                  orders.NotANumber,
		"#2,b@x.no,paid,2027-01-01,NOK,5.00,,Klarna,some":               orders.NotANumber,
		"#2,b@x.no,paid,2027-01-01,NOK,$5.00,,Klarna,0":                 orders.NotANumber,
		"#2,b@x.no,paid,2027-01-01,NOK,-0.01,,Klarna,0":                 orders.Negative,
		"#2,b@x.no,paid,yesterday,NOK,5.00,,Klarna,0":                   orders.NotADate,
		"#2,b@x.no,paid,2027-01-01,SEK,5.00,,Klarna,0":                  orders.OtherCurrency,
		"#2,b@x.no,paid,2027-01-01,NOK,5.00,,Klarna":                    orders.WrongWidth,
		"#2,b@x.no,paid,2027-01-01,NOK,5.00,,Klarna,0,more":             orders.WrongWidth,
	} {
		file := head + "#1,a@x.no,paid,2027-01-01,NOK,1.00,,Klarna,0\n" + cells + "\n"
		_, report, err := orders.Read(strings.NewReader(file), orders.Options{Currency: "nok"})
		switch {
		case err != nil:
			t.Errorf("%s: %v", cells, err)
		case want == "" && (report.Kept != 2 || len(report.LeftOut) != 0):
			t.Errorf("%s: %+v", cells, report)
		case want != "" && (report.LeftOut[want] != 1 || report.First[want] != 3 || report.Kept != 1):
			t.Errorf("%s: %+v, want %s", cells, report, want)
		}
	}
}

// Columns are found under every name that the systems give them, in any letters and order,
// the first of two with the same name.
func TestColumnsOfExports(t *testing.T) {
	for header, want := range map[string]string{
		" EMAIL ,name,Created At,total,total":                              "shopify",
		"date,status,order_total,billing_email,order_id":                   "woocommerce",
		"Order Date,Order Status,Order Total,Customer Email,Order ID":      "woocommerce",
		"order_date,status,order total amount,customer_email,order_number": "woocommerce",
		"Order Number,Email (Billing),Order Date,Order Total Amount,x":     "woocommerce",
		"Amount,Customer,Date,email,name":                                  "columns",
		"email,created at,total,customer,date,amount":                      "columns", // Shopify's without its order
	} {
		names := strings.Split(header, ",")
		cells := make([]string, len(names))
		for i, name := range names {
			switch name = strings.ToLower(strings.TrimSpace(name)); {
			case strings.Contains(name, "mail"), name == "customer":
				cells[i] = "Ada@shop.no"
			case strings.Contains(name, "date"), name == "created at":
				cells[i] = "2027-03-01"
			case strings.Contains(name, "total") && (i == 0 || names[i-1] != "total"), name == "amount":
				cells[i] = "12.50"
			case strings.Contains(name, "order") && !strings.Contains(name, "status"), name == "name":
				cells[i] = "#7"
			}
		}
		log, report, err := orders.Read(strings.NewReader(header+"\n"+strings.Join(cells, ",")+"\n"), orders.Options{})
		if err != nil || report.System != want || list(log) != "ada@shop.no 2027-03-01 12.5" {
			t.Errorf("%s: %v, %+v", header, err, report)
		}
	}
}

// A table of customers is read with its optional columns or without; a file in which columns
// are named is a list of orders.
func TestTablesOfCustomers(t *testing.T) {
	read := func(file string, o orders.Options) (orders.Content, *orders.Report, error) {
		return orders.ReadEither(strings.NewReader(file), o)
	}
	got, report, err := read("Customer;X;t_x;T;zbar;count\n ada ;2;30,43;38,86;10,5;3\n;0;0;1e2;;\n", orders.Options{Decimal: ','})
	want := []purchase.Customer{{Name: "ada", X: 2, TX: 30.43, T: 38.86, ZBar: 10.5, Count: 3}, {T: 100, Count: 1}}
	if err != nil || len(got.Customers) != 2 || got.Customers[0] != want[0] || got.Customers[1] != want[1] || got.Log != nil || report.System != "customers" || report.Kept != 2 {
		t.Errorf("%+v, %+v, %v", got, report, err)
	}
	for file, fault := range map[string]string{
		"x,t_x,T\n1.5,2,3\n":           "customers[0].x out_of_range not_whole_in_row 2",
		"x,t_x,T\n0,0,3\n1,two,3\n":    "customers[1].t_x not_a_number not_a_number_in_row 3",
		"x,t_x,T\n1,2\n1,2,\n":         "customers[0].T not_a_number not_a_number_in_row 3",
		"x,t_x,T,count\n1,2,3,2.5\n":   "customers[0].count out_of_range not_whole_in_row 2",
		"x,t_x,T\n1,\"2,0\",3\n":       "customers[0].t_x not_a_number not_a_number_in_row 2",
		"x,t_x,T\n1,0x2,3\n":           "customers[0].t_x not_a_number not_a_number_in_row 2",
		"x,t_x,T\n1,NaN,3\n":           "customers[0].t_x not_a_number not_a_number_in_row 2",
		"x,t_x,T\n1,2,1e999\n":         "customers[0].T not_a_number not_a_number_in_row 2",
		"x,t_x,T,count\n1,2,3,1e300\n": "customers[0].count out_of_range not_whole_in_row 2",
		"x,t_x,T\n\"1,2,3\n":           "file malformed quotes 2",
	} {
		_, _, err := read(file, orders.Options{})
		var faults purchase.Faults
		if !errors.As(err, &faults) || strings.Join(append([]string{faults[0].Field, faults[0].Code, faults[0].Reason}, faults[0].Args...), " ") != fault {
			t.Errorf("%q: %v, want %s", file, err, fault)
		}
	}
	if _, _, err := read("x;t_x;T\n1;2.5;3\n", orders.Options{Decimal: ','}); err == nil {
		t.Error("a point in a table with decimal commas")
	}
	both := "x,t_x,T,customer,date,amount\n1,2,3,ada,2027-01-01,5\n"
	if got, _, err := read(both, orders.Options{Customer: "customer"}); err != nil || got.Log == nil || list(got.Log) != "ada 2027-01-01 5" {
		t.Errorf("with a named column: %v", err)
	}
	if got, _, err := read(both, orders.Options{}); err != nil || len(got.Customers) != 1 {
		t.Errorf("without: %+v %v", got, err)
	}
	if _, _, err := orders.Read(strings.NewReader("x,t_x,T\n1,2,3\n"), orders.Options{}); err == nil {
		t.Error("a table of customers where orders are wanted")
	}
}

// Years may name cohorts, other numbers may not, and a table of counts has its bounds.
func TestNamesAndBoundsOfCounts(t *testing.T) {
	for table, want := range map[string]string{
		"1900,2099\n10,9\n":                      "1900: 10; 2099: 9",
		" spring , autumn \n 10 , 9.5 \n":        "spring: 10; autumn: 9.5",
		"active\n" + strings.Repeat("9\n", 1999): ":" + strings.Repeat(" 9", 1999),
		"cohort,0,1\n,10,9\nx,10,\n,8,7\n":       "1: 10 9; x: 10; 3: 8 7",
		"cohort,0,1\n2025,10,\n2026,12,11\n":     "2025: 10; 2026: 12 11",
		"Active;Period\n10;0\n9;1\n":             ": 10 9",
		"0;1;2\n10;9,5;9\n":                      "",
		"active\n-1\n":                           ": -1", // ranges are the model's affair
	} {
		o := orders.Options{}
		if want == "" {
			want, o.Decimal = "1: 10 9.5 9", ','
		}
		cohorts, err := orders.ReadCounts(strings.NewReader(table), o)
		if got := written(cohorts); err != nil || got != want {
			t.Errorf("%.40q: %.80s, %v, want %.80s", table, got, err, want)
		}
	}
	for table, want := range map[string]string{
		"1899,2000\n10,9\n":                         "file required header_missing hint active",
		"2100,2000\n10,9\n":                         "file required header_missing hint active",
		"0,2\n10,9\n":                               "file required header_missing hint active",
		",b\n10,9\n":                                "file required header_missing hint active",
		"active\n" + strings.Repeat("9\n", 2000):    "file too_many too_many_rows 2000",
		"a" + strings.Repeat(",b", 2000) + "\n":     "file too_many too_many_rows 2000",
		"cohort,0,1\nx,10,9\ny,8\n":                 "file malformed row_width 3",
		"active\n10\n\"9\n":                         "file malformed quotes 3",
		"active;x\n10;1\n9,5;1\n":                   "active[1] not_a_number not_a_number_in_row 3 hint decimal=comma",
		"active;x\n10;1\n1,234,5;1\n":               "active[1] not_a_number not_a_number_in_row 3",
		"active\n" + strings.Repeat("1", 31) + "\n": "active[0] not_a_number not_a_number_in_row 2",
		"active\n.5\n":                              "active[0] not_a_number not_a_number_in_row 2",
		"active\n5.\n":                              "active[0] not_a_number not_a_number_in_row 2",
		"active\n1-2\n":                             "active[0] not_a_number not_a_number_in_row 2",
		"period,active\n0,10\n2,8\n":                "period out_of_range period_not_next 3 1 hint 1",
		"cohort,active\nx,10\nx,\nx,7\n":            "x.active[1] not_a_number not_a_number_in_row 3",
		"a,b\n10,9\n,8\n7,6\n":                      "a.active[1] required count_missing 4",
	} {
		_, err := orders.ReadCounts(strings.NewReader(table), orders.Options{})
		var faults purchase.Faults
		if !errors.As(err, &faults) {
			t.Errorf("%.40q: %v", table, err)
			continue
		}
		got := strings.Join(append([]string{faults[0].Field, faults[0].Code, faults[0].Reason}, faults[0].Args...), " ")
		if faults[0].Hint != "" {
			got += " hint " + faults[0].Hint
		}
		if got != want {
			t.Errorf("%.40q: %s, want %s", table, got, want)
		}
	}
	decimal := "active;x\n1.5;1\n"
	if _, err := orders.ReadCounts(strings.NewReader(decimal), orders.Options{Decimal: ','}); err == nil {
		t.Error("a point in a table with decimal commas")
	}
}
