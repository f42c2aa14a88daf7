package service

import (
	"blyant/model/internal/formula"

	"github.com/shopspring/decimal"
)

// effect is a programme's effect on those who take part.
type effect struct {
	programme Programme
	curve     bool // the scenario has a retention curve
	held      bool // values of it were held within 0 … 1
	nobody    bool // no customer takes part
	formula.Programmed
	breakEven formula.Figure
	req       ProgrammesRequest
}

// newEffect forms the scenario after the effects and running costs: with
// z = u·(rebate_rate + 1/free_every),
//
//	contribution'_t = S'_t·[ n'_t(b'_t(m − z) + mₐ·a'·v − s − cost_per_order) − k − cost_per_period ]
func newEffect(req ProgrammesRequest, p Programme) (effect, formula.Programme) {
	changed := p.apply(req.Scenario)
	back, divisor := p.givenBack()
	f := formula.Programme{
		With: changed.Numbers(), GivenBack: back, CostPerOrder: p.CostPerOrder.Decimal, CostPerPeriod: p.CostPerPeriod.Decimal,
		Enrolment: p.EnrolmentCost.Decimal, Fixed: p.FixedCost.Decimal, Participants: req.Customers.Decimal.Mul(p.ParticipationRate.Decimal),
	}
	f.With.Margin = f.With.Margin.Mul(decimal.NewFromInt(int64(divisor))).Sub(back)
	f.With.MarginDivisor = divisor
	held := p.curveOfParticipants(&f.With)
	f.With.CostPerOrder = f.With.CostPerOrder.Add(f.CostPerOrder)
	f.With.CostPerPeriod = f.With.CostPerPeriod.Add(f.CostPerPeriod)
	e := effect{programme: p, req: req, held: held, curve: !changed.RepeatPurchaseRate.Valid, nobody: f.Participants.IsZero()}
	return e, f
}

// givenBack is z, the share of the basket that goes back to the customer, times
// the divisor that makes it a decimal: z = u·(rebate_rate·j + 1) ÷ j.
func (p Programme) givenBack() (z decimal.Decimal, divisor int) {
	back, divisor := p.RebateRate.Decimal, 1
	if p.FreeEvery.Valid {
		divisor = p.FreeEvery.Int
		back = back.Mul(decimal.NewFromInt(int64(divisor))).Add(one)
	}
	return p.RedemptionRate.Decimal.Mul(back), divisor
}

// findBreakEven looks for the change that makes the total gain 0: in closed form
// where there is one at the most, else among all of them.
func (e *effect) findBreakEven(base *formula.Terms, p *formula.Programme) {
	if e.curve || e.nobody {
		return
	}
	found := formula.FindBreakEven(base, p)
	if e.breakEven = found.Change; !found.Many {
		return
	}
	var sure bool
	if e.breakEven, sure = formula.NearestBreakEven(base, p, e.programme.RepeatPurchaseRateChange.Decimal); !sure {
		e.breakEven = e.nearestBreakEven()
	}
}
