import { readFileSync } from "node:fs";

/** Whether a process still runs. One that has ended, and that nobody has collected, does not. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
