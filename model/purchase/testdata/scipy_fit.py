"""Fits CDNOW with scipy.optimize over likelihoods in NumPy, to compare with.

    /usr/bin/python3 scipy_fit.py cdnow_summary.csv

The way of the package lifetimes: all customers as rows, the logarithms of the
parameters, Nelder-Mead; and beside it L-BFGS-B with slopes by differences.
What it prints is processor time, the median of five.
"""

import csv
import resource
import sys

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, hyp2f1

with open(sys.argv[1]) as file:
    rows = list(csv.DictReader(file))
x, t_x, T = (np.array([float(row[name]) for row in rows]) for name in ("x", "t_x", "T"))


def bg_nbd(theta):
    r, alpha, a, b = np.exp(theta)
    known = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + betaln(a, b + x) - betaln(a, b)
    stays = -(r + x) * np.log(alpha + T)
    gone = np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + t_x)
    return -(known + np.logaddexp(stays, np.where(x > 0, gone, -np.inf))).sum()


def pareto_nbd(theta):
    r, alpha, s, beta = np.exp(theta)
    most, apart, total = max(alpha, beta), abs(alpha - beta), r + s + x
    second = s + 1 if alpha >= beta else r + x

    def part(t):
        return hyp2f1(total, second, total + 1, apart / (most + t)) / (most + t) ** total

    alive = (alpha + T) ** -(r + x) * (beta + T) ** -s
    known = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta)
    return -(known + np.log(alive + s / total * (part(t_x) - part(T)))).sum()


def processor():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


for model in (bg_nbd, pareto_nbd):
    for method, options in (("Nelder-Mead", {"maxiter": 4000, "fatol": 1e-6, "xatol": 1e-6}), ("L-BFGS-B", {})):
        took = []
        for _ in range(5):
            began = processor()
            found = minimize(model, np.full(4, 0.1), method=method, options=options)
            took.append(processor() - began)
        print(f"{model.__name__:10} {method:11} {1000 * sorted(took)[2]:6.1f} ms, log-likelihood {-found.fun:.4f}, {found.nfev} calls")
