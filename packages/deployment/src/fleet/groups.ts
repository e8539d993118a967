import { type BatchSize, hostsOf } from "./batch-size.ts";

/** Hosts that are switched at the same time. */
export interface Group<Host> {
  readonly title: string;
  readonly hosts: readonly Host[];
  /** Canaries are watched before the others follow, and one that fails is never tolerated. */
  readonly isCanary: boolean;
  /** Milliseconds until the next group; 0 for the last one. */
  readonly soak: number;
}

export interface GroupPlan {
  /** Hosts that go first; 0: none. */
  readonly canary: number;
  /** Milliseconds that canaries must stay healthy. */
  readonly soak: number;
  /** Of the groups after the canaries, the last one repeated. Percentages are of all hosts, and a group has at least one. */
  readonly batches: readonly BatchSize[];
  /** Milliseconds between those groups. */
  readonly pause: number;
}

/** Parts a fleet into groups, in the order in which the hosts were written. */
export function planGroups<Host>(hosts: readonly Host[], { canary, soak, batches, pause }: GroupPlan): Group<Host>[] {
  const canaries = hosts.slice(0, canary);
  const parts: (readonly Host[])[] = [];
  for (let start = canaries.length; start < hosts.length; start += parts.at(-1)!.length) {
    const size = batches[Math.min(parts.length, batches.length - 1)] ?? { percent: 100 };
    parts.push(hosts.slice(start, start + Math.max(1, hostsOf(size, hosts.length))));
  }
  const titles = parts.map((_, index) =>
    parts.length === 1 ? "all at once" : `batch ${index + 1} of ${parts.length}`,
  );
  return [
    ...(canaries.length === 0
      ? []
      : [{ title: "canary", hosts: canaries, isCanary: true, soak: parts.length === 0 ? 0 : soak }]),
    ...parts.map((part, index) => ({
      title: canaries.length > 0 && parts.length === 1 ? "the others" : titles[index]!,
      hosts: part,
      isCanary: false,
      soak: index === parts.length - 1 ? 0 : pause,
    })),
  ];
}
