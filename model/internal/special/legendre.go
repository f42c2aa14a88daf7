package special

// Node is a point of a Gauss-Legendre rule on (−1, 1) with its weight. Rules are
// symmetric; a table holds the positive half.
type Node struct{ X, Weight float64 }

// Eight and Sixteen are the positive halves of the Gauss-Legendre rules of 8 and
// 16 points (DLMF 3.5(v)).
var (
	Eight = [4]Node{
		{0.18343464249564978, 0.36268378337836199},
		{0.52553240991632888, 0.31370664587788727},
		{0.79666647741362673, 0.22238103445337448},
		{0.96028985649753618, 0.10122853629037626},
	}
	Sixteen = [8]Node{
		{0.095012509837637316, 0.1894506104550685},
		{0.28160355077925869, 0.18260341504492358},
		{0.45801677765722704, 0.16915651939500254},
		{0.61787624440264366, 0.14959598881657674},
		{0.75540440835500322, 0.12462897125553388},
		{0.86563120238783176, 0.095158511682492786},
		{0.9445750230732326, 0.062253523938647894},
		{0.98940093499164994, 0.027152459411754096},
	}
)

// Panels calls visit with the points and weights of a composite Gauss-Legendre
// rule for ∫ f from 0 to length, where f is a product of an exponential that
// falls at most at the given rate and of functions that are analytic within a
// distance of π of the path, as powers of sums are in logarithmic time. visit
// returns the term it added; the walk ends early once a whole panel adds less
// than a unit in the last place of the sum.
func Panels(length, rate float64, visit func(v, weight float64) float64) {
	if length <= 0 {
		return
	}
	if length <= 1 && rate*length <= 2 {
		panel(Eight[:], 0, length, visit)
		return
	}
	// 16 points integrate exp(−16v) over a panel of 1 to the last places.
	width := min(2, 16/max(rate, 8))
	count := int(length/width) + 1
	width = length / float64(count)
	sum := 0.0
	for i := range count {
		added := panel(Sixteen[:], float64(i)*width, width, visit)
		sum += added
		if added < sum*0x1p-56 && i > 0 {
			return
		}
	}
}

// panel visits one panel and returns what it added.
func panel(rule []Node, from, width float64, visit func(v, weight float64) float64) float64 {
	sum, half := 0.0, width/2
	for _, n := range rule {
		sum += visit(from+half*(1-n.X), half*n.Weight)
		sum += visit(from+half*(1+n.X), half*n.Weight)
	}
	return sum
}
