package api

// LifetimeValue is what one kind of customer is worth.
type LifetimeValue struct {
	Name     string        `json:"name"`     // of the scenario
	Currency string        `json:"currency"` // of all amounts
	Inputs   Inputs        `json:"inputs"`
	Summary  Summary       `json:"summary"`
	Schedule []ScheduleRow `json:"schedule"` // a row for each period
	Notes    []Note        `json:"notes"`
}

// Inputs are the fields of a scenario after defaults.
type Inputs struct{}

// Summary holds the figures of one kind of customer.
type Summary struct{}

// ScheduleRow holds the figures of one period.
type ScheduleRow struct{}

// Comparison is how scenarios stand against one of them.
type Comparison struct {
	Baseline   string          `json:"baseline"`   // name of the scenario that the others are compared with
	Scenarios  []LifetimeValue `json:"scenarios"`  // what each is worth
	Comparison []ComparisonRow `json:"comparison"` // a row for each scenario
	Notes      []Note          `json:"notes"`
}

// ComparisonRow holds the figures of one scenario against the baseline.
type ComparisonRow struct {
	Name string `json:"name"` // of the scenario
}

// ServicePromise is what a promise is worth.
type ServicePromise struct {
	Name     string         `json:"name"`     // of the scenario
	Currency string         `json:"currency"` // of all amounts
	Inputs   PromiseInputs  `json:"inputs"`
	Summary  PromiseSummary `json:"summary"`
	Levers   []LeverRow     `json:"levers"` // highest gain first
	Notes    []Note         `json:"notes"`
}

// PromiseInputs are the fields of a promise after defaults.
type PromiseInputs struct {
	Scenario Inputs `json:"scenario"`
}

// PromiseSummary holds the figures of a promise.
type PromiseSummary struct{}

// LeverRow is one way to more, and what a step of it gains a customer.
type LeverRow struct {
	Lever string `json:"lever" enums:"keep_more_promises,exceed_more,tell_more,correct_doubt"`
}

// Programmes is what programmes bring and cost.
type Programmes struct {
	Name                string           `json:"name"`     // of the scenario
	Currency            string           `json:"currency"` // of all amounts
	Inputs              ProgrammesInputs `json:"inputs"`
	Base                Summary          `json:"base"` // the customer without a programme
	ReturnOnAcquisition *float64         `json:"return_on_acquisition" extensions:"x-nullable"`
	Programmes          []ProgrammeRow   `json:"programmes"` // greatest total gain first
	Notes               []Note           `json:"notes"`
}

// ProgrammesInputs are the fields of the request after defaults.
type ProgrammesInputs struct {
	Scenario Inputs `json:"scenario"`
}

// ProgrammeRow holds the figures of one programme.
type ProgrammeRow struct {
	Name string `json:"name"` // of the programme
}

// Plan is the business plan worked out.
type Plan struct {
	Name     string      `json:"name"`     // of the scenario
	Currency string      `json:"currency"` // of all amounts
	Inputs   PlanInputs  `json:"inputs"`
	Summary  PlanSummary `json:"summary"`
	Schedule []PlanRow   `json:"schedule"` // a row for each period
	Notes    []Note      `json:"notes"`
}

// PlanInputs are the fields of a plan after defaults.
type PlanInputs struct {
	Scenario Inputs `json:"scenario"`
}

// PlanSummary holds the figures of a plan.
type PlanSummary struct{}

// PlanRow holds the figures of one period of a plan.
type PlanRow struct{}

// Note is a remark on an answer: an assumption, a warning, or why a figure is null.
type Note struct {
	Code    string `json:"code" example:"margin_assumed"`
	Field   string `json:"field" example:"margin_rate"` // the field or figure it is about
	Message string `json:"message"`                     // in words
}

// Examples are ready inputs.
type Examples struct {
	Examples []Example `json:"examples"`
}

// Example is a ready input.
type Example struct {
	Name        string `json:"name" example:"pencil"`
	Resource    string `json:"resource" example:"/v1/comparison"` // what it is for
	Title       string `json:"title"`                             // in the language asked for, as is the explanation
	Explanation string `json:"explanation"`
	Request     any    `json:"request" swaggertype:"object"` // ready to POST to the resource
	Query       string `json:"query"`                        // the same, ready to GET
}

// Vocabulary is every name that a request or an answer may hold.
type Vocabulary struct {
	Fields  []VocabularyField  `json:"fields"`
	Figures []VocabularyFigure `json:"figures"`
}

// VocabularyField is a field of a request.
type VocabularyField struct {
	Name          string   `json:"name" example:"basket_value"`
	PartOf        string   `json:"part_of" example:"scenario"` // what it is a field of
	Kind          string   `json:"kind" enums:"text,choice,whole number,number,list of numbers,list of names"`
	Unit          string   `json:"unit" example:"money"`
	Group         *string  `json:"group" example:"basket" extensions:"x-nullable"` // which fields it belongs with
	Minimum       *float64 `json:"minimum" extensions:"x-nullable"`
	Maximum       *float64 `json:"maximum" extensions:"x-nullable"`
	MaximumLength *int     `json:"maximum_length" extensions:"x-nullable"` // characters of a text, values of a list
	Percent       bool     `json:"percent"`                                // whether a text input may carry a percent sign
	Default       *string  `json:"default" extensions:"x-nullable"`
	DefaultField  *string  `json:"default_field" extensions:"x-nullable"` // the field whose value is the default
	Required      bool     `json:"required"`
	Alternative   *string  `json:"alternative" extensions:"x-nullable"` // the field that may be given instead
	Choices       []string `json:"choices"`
	Label         Words    `json:"label"`
	Meaning       Words    `json:"meaning"`
}

// VocabularyFigure is a figure of an answer.
type VocabularyFigure struct {
	Name     string `json:"name" example:"net_lifetime_value"`
	PartOf   string `json:"part_of" enums:"summary,schedule,comparison,service-promise,levers,programmes,plan,plan schedule"`
	Unit     string `json:"unit" example:"money"`
	Decimals string `json:"decimals" enums:"currency,6,0"` // currency: those of the currency, or the decimals asked for
	Nullable bool   `json:"nullable"`
	Label    Words  `json:"label"`
	Meaning  Words  `json:"meaning"`
}

// Words are the same in every language.
type Words struct {
	English   string `json:"en"`
	Norwegian string `json:"nb"`
	Danish    string `json:"da"`
	Swedish   string `json:"sv"`
}
