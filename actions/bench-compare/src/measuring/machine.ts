import { cpus, loadavg, release, type } from "node:os";

/** What was measured on. Numbers of two machines are never compared to fail a build; the trend is kept by it. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly system: string;
  /** Processes that wanted to run in the last minute, on average, when measuring began. */
  readonly load: number;
}

export function describeMachine(): Machine {
  const all = cpus();
  return {
    cpu: (all[0]?.model ?? "unknown").replace(/\s+/g, " ").trim(),
    cores: all.length,
    system: `${type()} ${release()}`,
    load: Math.round(loadavg()[0]! * 100) / 100,
  };
}
