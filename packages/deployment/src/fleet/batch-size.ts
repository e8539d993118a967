/** `3`, or `25%` of all hosts. */
export type BatchSize = { readonly hosts: number } | { readonly percent: number };

/** How many of `total` hosts that is, rounded down: 25% of 7 hosts is 1. */
export function hostsOf(size: BatchSize, total: number): number {
  return "hosts" in size ? size.hosts : Math.floor((total * size.percent) / 100);
}
