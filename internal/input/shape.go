// Package input reads a request, from a query, a form body or JSON, into the
// records of the model. It is strict, it goes by the vocabulary, and it reports
// every fault at once.
//
// A field has one name and one meaning in all three. Nothing is ignored: an
// unknown name, a name given twice, a value of the wrong form and data after
// the end are faults, each with its field as the caller wrote it (basket_value,
// ten.basket_value, scenarios[1].basket_value) and, where one can be guessed,
// what was probably meant. Nothing is guessed in the reading itself.
//
// An empty text and JSON null mean that the field is absent. Numbers keep the
// digits they were given with; locale.ParseNumber and locale.ParseJSONNumber say
// which texts are numbers. Ranges and required fields are checked by the
// records' own Validate where they have it, else by model.CheckRecord.
//
// The reasons of faults are listed in reasons.go.
package input

import "blyant/model"

// Place says where the JSON body holds a scenario.
type Place uint8

// Places of the scenario. In a query its fields are flat wherever it is.
const (
	NoScenario Place = iota // the request has none of its own
	Flat                    // its fields are members of the body
	Nested                  // it is the member "scenario"
)

// Names of members of a JSON body that are not fields.
const (
	nameScenario = "scenario"
	nameDefaults = "defaults"
)

// defaultMaxItems bounds the items of a shape that does not say.
const defaultMaxItems = 60

// Shape says which fields a request may have and where.
type Shape struct {
	Scenario Place
	Fields   []model.Field // the calculator's own fields, flat
	List     string        // name of the list of items: "scenarios", "programmes"; empty where there is none
	Item     []model.Field // fields of one item of List
	MaxItems int           // items read at most, 60 if not given; more are too_many
	Defaults bool          // the JSON body may hold "defaults" for the items; in a query a bare item field is a default
}

// Target is where the values of a request go. What the shape has no use for may
// be nil.
type Target struct {
	Scenario model.Record // a *model.Scenario, or a record of its fields that checks itself differently
	Own      model.Record
	// Item is called once for each item, in order, with the item's KEY in a
	// query and the empty key in JSON. The key is also the item's name unless
	// one is given.
	Item func(key string) model.Record
}

func (s Shape) maxItems() int {
	if s.MaxItems > 0 {
		return s.MaxItems
	}
	return defaultMaxItems
}
