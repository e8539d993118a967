import type { ProblemCause } from "../../targets/problem.ts";
import { JAVA_DATABASE } from "../java-database.ts";

/** How a run of Trivy ended. */
export interface RunEnd {
  readonly exitCode: number;
  readonly signal: string | undefined;
  /** Its end. */
  readonly stderr: string;
}

export interface RunFailure {
  readonly cause: ProblemCause;
  /** The end of a sentence that begins with the target: `was not scanned: ...`. */
  readonly message: string;
}

const MAX_CHARACTERS = 400;
const KILLED = 128 + 9;

/** What Trivy's own words lead to, the most telling first. */
const WORDS: readonly (readonly [words: RegExp, cause: ProblemCause, meaning: string])[] = [
  [/no space left on device|disk quota exceeded/i, "disk-full", "the disk is full; free some space before this step"],
  [/out of memory|cannot allocate memory/i, "out-of-memory", "memory ran out; use a runner with more"],
  [
    /Java DB/i,
    "unreadable-database",
    `it has Java archives, and ${JAVA_DATABASE} is not there or cannot be read; without it they cannot be told apart`,
  ],
  [
    /DB error|bbolt|trivy\.db|DB schema/i,
    "unreadable-database",
    "Trivy's vulnerability database is damaged, or of another version; let it be downloaded again",
  ],
  [/context deadline exceeded/i, "timeout", "the time limit was reached; give `timeout` more, or skip folders"],
];

/** Why a run gave no report. @returns undefined when it ended well. Pure. */
export function failureOf({ exitCode, signal, stderr }: RunEnd): RunFailure | undefined {
  if (exitCode === 0) return undefined;
  const words = lastWords(stderr);
  const said = words === "" ? "" : `: ${words}`;
  if (signal === "SIGKILL" || exitCode === KILLED)
    return {
      cause: "out-of-memory",
      message: "the system killed Trivy, most likely because memory ran out; use a runner with more",
    };
  const known = WORDS.find(([pattern]) => pattern.test(words));
  if (known !== undefined) return { cause: known[1], message: `${known[2]}${said}` };
  const how = signal === undefined ? `ended with exit code ${exitCode}` : `was ended by ${signal}`;
  return { cause: "tool-failed", message: `Trivy ${how}${said}` };
}

/**
 * What Trivy said at its end, as one line: its fatal error, of which debugging shows the chain over several lines; else the
 * message of a crash; else the last lines.
 */
export function lastWords(stderr: string): string {
  const lines = stderr.split(/\r?\n/);
  const fatal = lines.findLastIndex((line) => /\tFATAL\t/.test(line));
  const crash = lines.findIndex((line) => /^(?:panic|fatal error|unexpected fault address)\b/.test(line));
  const words =
    fatal !== -1
      ? [lines[fatal]!.split("\t").slice(3).join(" "), ...lines.slice(fatal + 1).flatMap(chained)]
      : crash !== -1
        ? lines.slice(crash, crash + 2)
        : lines.filter((line) => line.trim() !== "" && !/\t(?:DEBUG|INFO)\t/.test(line)).slice(-3);
  const text = words.join(" ").replace(/\s+/g, " ").trim();
  // The cause of a chain is at its end.
  return text.length <= MAX_CHARACTERS ? text : `…${text.slice(1 - MAX_CHARACTERS)}`;
}

/** `  - message:`, with the place in Trivy's source below it. */
function chained(line: string): readonly string[] {
  const message = /^ {2}- (.*)$/.exec(line)?.[1];
  return message === undefined ? [] : [message];
}
