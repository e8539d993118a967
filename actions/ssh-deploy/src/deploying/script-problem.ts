import type { ScriptEnd } from "@jessy-actions/deployment/shell/remote-script";
import type { HostFailure } from "../result.ts";

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Why a script did not do its work; undefined: it did. `isUncertain`: nobody knows how far it came. */
export interface ScriptProblem {
  readonly message: string;
  readonly log: string;
  readonly isUncertain: boolean;
}

export function scriptProblem(title: string, end: ScriptEnd): ScriptProblem | undefined {
  const { tail: log } = end;
  switch (end.kind) {
    case "exited": {
      const { facts, exitCode } = end;
      if (facts.lock === "other")
        return { message: `the lock of this host is not ours any more: ${title} was not run`, log, isUncertain: false };
      if (exitCode === 0) return undefined;
      const reason = facts.problem || lastLine(log);
      return {
        message: `${title} ended with exit code ${exitCode}${reason === "" ? "" : `: ${reason}`}`,
        log,
        isUncertain: false,
      };
    }
    case "timeout": {
      const time = `${title} took longer than ${(end.duration / 1000).toFixed(0)} s`;
      return end.isEnded
        ? { message: `${time}, and the host ended it`, log, isUncertain: false }
        : { message: `${time}, and may still run there`, log, isUncertain: true };
    }
    case "lost":
      return { message: `${title}: ${end.message}`, log, isUncertain: true };
  }
}

export function failureOf(phase: HostFailure["phase"], message: string, log = ""): HostFailure {
  return { phase, message, status: null, body: null, log };
}

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1)?.trim() ?? "";
}
