/** P(Z > z) of the standard normal distribution, with a relative error below 1e-10 in either tail. */
export function normalTail(z: number): number {
  return z < 0 ? 1 - upperTail(-z) : upperTail(z);
}

/** Below 3 the series of the error function, above it Laplace's continued fraction. */
function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let k = 1; k < 60; k++) {
      term *= (z * z) / (2 * k + 1);
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let k = 60; k >= 1; k--) fraction = z + k / fraction;
  return density / fraction;
}

/** The z that a standard normal value is above with this probability: the inverse of `normalTail`. */
export function normalQuantile(probability: number): number {
  let low = -40;
  let high = 40;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (normalTail(middle) > probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
