//go:build e2e

// Package e2e holds tests that need a program beside Go: a spreadsheet, a
// browser. They stand behind the build tag e2e.
package e2e

import "testing"

// A profile is a LibreOffice set to a locale. Each has one office for all tests.
type profile struct {
	locale string // of the profile
	lang   string // of the API
	comma  bool   // decimal comma
}

var profiles = []profile{{"en-US", "en", false}, {"nb-NO", "nb", true}, {"da-DK", "da", true}, {"sv-SE", "sv", true}}

var tests = []struct {
	name string
	run  func(*spreadsheet)
}{
	{"WebService", (*spreadsheet).webService},
	{"Null", (*spreadsheet).null},
	{"FilterXML", (*spreadsheet).filterXML},
	{"Workbooks", (*spreadsheet).workbooks},
	{"Limits", (*spreadsheet).limits},
	{"Comparisons", (*spreadsheet).comparisons},
	{"Plans", (*spreadsheet).plans},
	{"RicherPlans", (*spreadsheet).richerPlans},
	{"PlanMistakes", (*spreadsheet).planMistakes},
	{"PlanLimits", (*spreadsheet).planLimits},
	{"Mistakes", (*spreadsheet).mistakes},
	{"ComparisonMistakes", (*spreadsheet).comparisonMistakes},
	{"Curve", (*spreadsheet).curve},
	{"Injection", (*spreadsheet).injection},
	{"CSV", (*spreadsheet).csv},
	{"CSVInjection", (*spreadsheet).csvInjection},
	{"Guide", (*spreadsheet).guide},
	{"Blocks", (*spreadsheet).blocks},
	{"ServiceBlocks", (*spreadsheet).serviceBlocks},
	{"PlanBlocks", (*spreadsheet).planTables},
}

// TestLibreOffice runs every spreadsheet test in a real Calc of four locales.
// Tests that need no particular locale share their cases among the four.
func TestLibreOffice(t *testing.T) {
	server := serve(t)
	for i, p := range profiles {
		t.Run(p.locale, func(t *testing.T) {
			t.Parallel()
			c := &spreadsheet{t: t, calc: startCalc(t, p.locale), profile: p, server: server, share: i}
			for _, test := range tests {
				t.Run(test.name, func(t *testing.T) {
					with := *c
					with.t = t
					test.run(&with)
				})
			}
		})
	}
}

// spreadsheet is one office in one test.
type spreadsheet struct {
	t *testing.T
	*calc
	profile
	server string
	share  int // which share of the cases is this profile's
}

// mine reports whether case i is this profile's share.
func (s *spreadsheet) mine(i int) bool { return i%len(profiles) == s.share }
