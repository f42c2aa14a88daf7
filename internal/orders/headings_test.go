package orders_test

import (
	"strings"
	"testing"

	"blyant/internal/orders"
)

// A list of orders of one's own has its columns headed in the language of the shop.
func TestOrdersHeadedInTheLanguages(t *testing.T) {
	for header, rest := range map[string]string{
		"customer;date;amount": "", "Kunde;Dato;Beløp": "", "KUNDENUMMER;Ordredato;Sum": "", "E-post;Kjøpsdato;Ordresum": "", "Kunde;Dato;Beløb": "", "E-mail;Købsdato;Ordrebeløb": "",
		"Kund;Datum;Belopp": "", "Kundnummer;Orderdatum;Summa": "", "Medlem;Inköpsdatum;Totalbelopp": "", "customer;Dato;amount": "", "Kunde;Dato;amount;Beløp": ";7",
	} {
		log, report, err := orders.Read(strings.NewReader(header+"\na;2027-01-02;5"+rest+"\nb;2027-01-03;6"+rest+"\n"), orders.Options{})
		if err != nil || list(log) != "a 2027-01-02 5; b 2027-01-03 6" || report.System != "columns" {
			t.Errorf("%s: %v", header, err)
		}
	}
	log, report, err := orders.Read(strings.NewReader("Kunde;Dato;Beløp;Valuta\na;2027-01-02;5;SEK\n"), orders.Options{})
	if err != nil || log.Len() != 1 || report.Currency != "SEK" {
		t.Errorf("with a currency: %v, %+v", err, report)
	}
}

// So has a table of counts: what is headed as a period is no cohort, and a cohort
// keeps its name, whatever that is, beside another.
func TestCountsHeadedInTheLanguages(t *testing.T) {
	const one, two = ": 1000 869", "2025: 1000 869; 2026: 900 700"
	for table, want := range map[string]string{
		"kunder\n1000\n869\n": one, "Periode;Kunder\n0;1000\n1;869\n": one, "period;aktiva kunder\n0;1000\n1;869\n": one, "periode;aktive\n0;1000\n1;869\n": one,
		"Antal\n1000\n869\n": one, "period,customers\n0,1000\n1,869\n": one, "antall kunder\n1000\n869\n": one, "periode;antal kunder\n0;1000\n1;869\n": one,
		"periode;2025;2026\n0;1000;900\n1;869;700\n": two, "Period;2025;2026\n0;1000;900\n1;869;700\n": two,
		"kull;0;1\n2025;1000;869\n2026;900;700\n": two, "Årgang;0;1\n2025;1000;869\n2026;900;700\n": two, "kohort;0;1\n2025;1000;869\n2026;900;700\n": two, "årgång;0;1\n2025;1000;869\n2026;900;700\n": two,
		"kull;periode;aktive\n2025;0;1000\n2025;1;869\n2026;0;900\n2026;1;700\n": two, "årgang;kunder\n2025;1000\n2026;900\n2025;869\n2026;700\n": two,
		"kunder;medlemmer\n1000;900\n869;700\n":             strings.NewReplacer("2025", "kunder", "2026", "medlemmer").Replace(two),
		"periode;kunder;medlemmer\n0;1000;900\n1;869;700\n": strings.NewReplacer("2025", "kunder", "2026", "medlemmer").Replace(two),
	} {
		cohorts, err := orders.ReadCounts(strings.NewReader(table), orders.Options{})
		if err != nil || written(cohorts) != want {
			t.Errorf("%q: %s %v, want %s", table, written(cohorts), err, want)
		}
	}
	for _, table := range []string{"periode;kunder\n1;1000\n2;869\n", "periode;2025\n0;1000\n2;869\n"} {
		if _, err := orders.ReadCounts(strings.NewReader(table), orders.Options{}); err == nil {
			t.Errorf("%q: its periods are taken for customers", table)
		}
	}
}
