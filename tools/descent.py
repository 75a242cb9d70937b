"""The least of a smooth function, by L-BFGS: what the tools that train weights share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable

Array = NDArray[np.float64]


def descend(cost: Callable[[Array], tuple[float, Array]], size: int, steps: int = 150) -> Array:
    """Where `cost` is least, from zero on; it gives the value and the slope."""
    w = np.zeros(size)
    loss, slope = cost(w)
    past: list[tuple[Array, Array, float]] = []
    for _ in range(steps):
        way, alphas = slope.copy(), []
        for s, y, rho in reversed(past):
            alphas.append(rho * s.dot(way))
            way -= alphas[-1] * y
        if past:
            way *= past[-1][0].dot(past[-1][1]) / past[-1][1].dot(past[-1][1])
        else:
            way /= max(1.0, float(np.linalg.norm(way)))
        for (s, y, rho), alpha in zip(past, reversed(alphas), strict=True):
            way += s * (alpha - rho * y.dot(way))
        step, fall = 1.0, slope.dot(way)
        while True:
            new_loss, new_slope = cost(w - step * way)
            if new_loss <= loss - 1e-4 * step * fall or step < 1e-6:
                break
            step /= 2
        s, y = -step * way, new_slope - slope
        if s.dot(y) > 1e-10:
            past = [*past[-9:], (s, y, 1 / float(s.dot(y)))]
        done = loss - new_loss < 1e-5 * abs(loss)
        w, loss, slope = w - step * way, new_loss, new_slope
        if done:
            break
    return w
