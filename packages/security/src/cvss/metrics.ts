/** What a vector says of each metric: `AV` is `N`. */
export type Metrics = ReadonlyMap<string, string>;

/** Metrics by name, with what each of their values weighs. */
export type Weights = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The parts of a vector. @returns undefined when one is not `NAME:VALUE`, or stands twice. */
export function readMetrics(text: string): Metrics | undefined {
  const metrics = new Map<string, string>();
  for (const part of text.split("/")) {
    const [, name, value] = /^([A-Za-z]+):([A-Za-z]+)$/.exec(part) ?? [];
    if (name === undefined || metrics.has(name)) return undefined;
    metrics.set(name, value!);
  }
  return metrics;
}

/** The weight of every metric that counts. @returns undefined when one is missing, or has a value that is not known. */
export function weigh(metrics: Metrics, weights: Weights): Readonly<Record<string, number>> | undefined {
  const weighed: Record<string, number> = {};
  for (const [name, values] of Object.entries(weights)) {
    const value = metrics.get(name) ?? "";
    if (!Object.hasOwn(values, value)) return undefined;
    weighed[name] = values[value]!;
  }
  return weighed;
}
