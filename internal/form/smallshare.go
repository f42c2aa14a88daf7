package form

import (
	"slices"

	"blyant/internal/locale"
	"blyant/model/vocabulary"

	"github.com/shopspring/decimal"
)

// rarelySmall are the shares that are hardly ever below 1 %: 0,9 in one of them
// is more likely meant as 90 %, and was until the sign stood in the field.
var rarelySmall = []string{
	"repeat_purchase_rate", "margin_rate", "add_on_margin_rate", "participation_rate", "redemption_rate",
	"met_share", "noticed_share",
	"repeat_rate_exceeded", "repeat_rate_met", "repeat_rate_missed",
}

// smallShare asks about a share below 1 % where that is unlikely; empty where
// there is nothing to ask.
func (v *viewer) smallShare(f vocabulary.Field, text string) string {
	if !slices.Contains(rarelySmall, f.Name) || !f.Numeric() || text == "" {
		return ""
	}
	parsed, err := locale.ParseNumber(canonical(f, text, v.Dialect, v.Lang), false, true)
	if err != nil || !parsed.Decimal.IsPositive() || parsed.Decimal.GreaterThanOrEqual(onePoint) {
		return ""
	}
	share := parsed.Decimal
	return v.Lang.Page("small_share", "share", inProse(v.Lang, f, share.String()), "meant", inProse(v.Lang, f, decimal.Min(share.Shift(2), decimal.NewFromInt(1)).String()))
}
