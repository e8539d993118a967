import type { ActionIo } from "@jessy-actions/kit/action/io";
import { revealInvisible } from "@jessy-actions/kit/report/escape";
import type { Problem, ProblemCause } from "../targets/problem.ts";

/** A problem of a target in one plain line, without secrets. @param message what is wrong with it: `does not exist` */
export function problemOf(cause: ProblemCause, target: string, message: string, io: Pick<ActionIo, "log">): Problem {
  const line = revealInvisible(`${target} ${message}`.replace(/\s+/g, " ").trim());
  return { cause, message: io.log.redaction.redact(line), target };
}
