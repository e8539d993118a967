import { cpus, loadavg, release, type } from "node:os";

/** The machine that measured. Numbers of two machines never decide anything; the trend is kept for each kind. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly system: string;
  /** Load average of the last minute when measuring began. */
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
