import type { ActionIo } from "@jessy-actions/kit/action/io";
import { revealInvisible } from "@jessy-actions/kit/report/escape";
import { describeFileError } from "@jessy-actions/kit/runner/file-error";
import type { Problem, ProblemCause } from "../targets/problem.ts";

/** A problem of a target in one plain line, without secrets. @param message what is wrong with it: `does not exist` */
export function problemOf(cause: ProblemCause, target: string, message: string, io: Pick<ActionIo, "log">): Problem {
  const line = revealInvisible(`${target} ${message}`.replace(/\s+/g, " ").trim());
  return { cause, message: io.log.redaction.redact(line), target };
}

/** A problem of a target for what the system refuses: files, programs, the disk. @throws any other error */
export function systemProblem(error: unknown, target: string, io: Pick<ActionIo, "log">): Problem {
  const line = describeFileError(error);
  if (line === undefined) throw error;
  const isFull = /\((?:ENOSPC|EDQUOT)\b|no space left|quota exceeded/i.test(line);
  return problemOf(isFull ? "disk-full" : "tool-failed", target, `was not scanned: ${line}`, io);
}
