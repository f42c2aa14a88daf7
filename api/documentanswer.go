package api

// The structs of this file are never filled: they tell what the references
// answer to swag, the generator of their documents. What the vocabulary knows,
// languages and parts, internal/openapi adds.

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
	Kind          string   `json:"kind" enums:"text,choice,whole number,number,list of numbers,list of names,date"`
	Unit          string   `json:"unit" example:"money"`
	Group         *string  `json:"group" example:"basket" extensions:"x-nullable"` // which fields it belongs with
	Minimum       *float64 `json:"minimum" extensions:"x-nullable"`
	Maximum       *float64 `json:"maximum" extensions:"x-nullable"`
	MaximumLength *int     `json:"maximum_length" extensions:"x-nullable"` // characters of a text, values of a list
	Percent       bool     `json:"percent"`                                // whether a text input may carry a percent sign
	Default       *string  `json:"default" extensions:"x-nullable"`
	DefaultField  *string  `json:"default_field" extensions:"x-nullable"` // the field whose value is the default
	Required      bool     `json:"required"`
	Alternative   *string  `json:"alternative" extensions:"x-nullable"` // the field that may be given instead, the first where there are several
	Alternatives  []string `json:"alternatives"`                        // all of them
	Choices       []string `json:"choices"`
	Label         Words    `json:"label"`
	Meaning       Words    `json:"meaning"`
}

// VocabularyFigure is a figure of an answer.
type VocabularyFigure struct {
	Name     string `json:"name" example:"net_lifetime_value"`
	PartOf   string `json:"part_of" example:"summary"`
	Unit     string `json:"unit" example:"money"`
	Decimals string `json:"decimals" enums:"currency,6,0,6 significant digits"` // currency: those of the currency, or the decimals asked for
	Nullable bool   `json:"nullable"`
	Label    Words  `json:"label"`
	Meaning  Words  `json:"meaning"`
}

// Words are the same in every language.
type Words struct{}
