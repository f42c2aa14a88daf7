package likelihood

import "math"

// aim finds the Newton step.
//
//	step = −H⁻¹·gradient, H the second derivatives
func (c *climber) aim() bool {
	information, ok := c.information(false)
	if !ok || !c.decompose(information) {
		return false
	}
	c.newton, c.growth = 0, 0
	for i := range c.step {
		c.step[i] = 0
	}
	largest := math.Max(math.Abs(c.values[0]), math.Abs(c.values[len(c.values)-1]))
	for k, curvature := range c.values {
		along := 0.0
		for i, g := range c.gradient {
			along += c.vectors.At(i, k) * g
		}
		length := along / math.Max(math.Abs(curvature), largest*1e-13+1e-300)
		c.growth += along * length / 2
		for i := range c.step {
			c.step[i] += c.vectors.At(i, k) * length
		}
	}
	for _, s := range c.step {
		c.newton = math.Max(c.newton, math.Abs(s))
	}
	return finite(c.newton)
}

// advance takes the step, shortened until the likelihood rises.
func (c *climber) advance() bool {
	for scale := 1.0; c.radius > 1e-12; scale = 1 {
		if c.newton > c.radius {
			scale = c.radius / c.newton
		}
		for i, s := range c.step {
			c.trial[i] = min(max(c.theta[i]+scale*s, c.search.Low[i]), c.search.High[i])
		}
		value := c.f(c.trial, c.slope)
		if promised := c.growth * scale * (2 - scale); value > c.value && finite(value) {
			if value-c.value > 0.7*promised {
				c.radius = min(widest, max(c.radius, 2*scale*c.newton))
			} else if value-c.value < 0.2*promised {
				c.radius = scale * c.newton / 2
			}
			c.theta, c.trial = c.trial, c.theta
			c.gradient, c.slope = c.slope, c.gradient
			c.value = value
			return true
		}
		c.radius = min(c.radius, c.newton) / 4
	}
	return false
}

// atEdge reports whether a parameter stands at an edge beyond which the
// likelihood still rises.
func (c *climber) atEdge() bool {
	for i, t := range c.theta {
		if t <= c.search.Low[i] && c.gradient[i] <= 0 || t >= c.search.High[i] && c.gradient[i] >= 0 {
			return true
		}
	}
	return false
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// sameAs reports whether two climbs found one maximum.
func (c *climber) sameAs(other *climber) bool {
	if c.state != converged || other.state != converged || math.Abs(c.value-other.value) > agreement {
		return false
	}
	for i, t := range c.theta {
		if math.Abs(t-other.theta[i]) > agreement {
			return false
		}
	}
	return true
}
