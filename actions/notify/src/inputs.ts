import { CONCLUSIONS, type Conclusion } from "@jessy-actions/deployment/messages/conclusion";
import type { Mention } from "@jessy-actions/deployment/messages/message";
import { parseMention } from "@jessy-actions/deployment/messages/parse-mention";
import type { OwnWords, RunFacts } from "@jessy-actions/deployment/messages/run-facts";
import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import { readNeeds } from "./inputs/read-needs.ts";
import { readOwnWords } from "./inputs/read-own-words.ts";
import { readTargets, type TargetInputs } from "./inputs/read-targets.ts";

export interface Inputs extends TargetInputs {
  /** Of this message, of several in a job. */
  readonly name: string;
  readonly token: string;
  readonly status: "started" | Conclusion;
  readonly needs: RunFacts["needs"];
  readonly own: OwnWords;
  readonly environment: RunFacts["environment"];
  readonly mentions: readonly Mention[];
  readonly mentionOn: Occasion;
  /** When a message is sent. */
  readonly on: Occasion;
  /** Globs of result files, relative to the workspace; undefined: those that steps of this job left; empty: none. */
  readonly resultFiles: readonly string[] | undefined;
  /** Milliseconds that one target may wait in all. */
  readonly maxWait: number;
  readonly failOnError: boolean;
  readonly dryRun: boolean;
}

/** `failure`: failed runs. `change`: the first failure, and the first success after one. */
export type Occasion = (typeof OCCASIONS)[number];

const OCCASIONS = ["always", "failure", "change"] as const;

const STATUSES = ["started", ...CONCLUSIONS] as const;

const DEFAULT_WAIT = 60_000;
const LONGEST_WAIT = 15 * 60_000;

export function readInputs(reader: InputReader): Inputs {
  return Object.freeze({
    name: reader.string("name"),
    token: reader.string("github-token"),
    ...readTargets(reader),
    status: readStatus(reader),
    needs: readNeeds(reader),
    own: readOwnWords(reader),
    environment: readEnvironment(reader),
    mentions: reader.list("mentions").flatMap((line) => reader.adopt(() => [parseMention(line)], [], "mentions")),
    mentionOn: reader.enumeration("mention-on", OCCASIONS, "failure"),
    on: reader.enumeration("on", OCCASIONS, "always"),
    resultFiles: readResultFiles(reader),
    maxWait: readMaxWait(reader),
    failOnError: reader.boolean("fail-on-error", false),
    dryRun: reader.boolean("dry-run", false),
  } satisfies Inputs);
}

/** Empty is what an expression gives for a job that is not there; it must not become a success. */
function readStatus(reader: InputReader): Inputs["status"] {
  if (reader.string("status") === "")
    reader.problem("status", "is empty; if it is another job's result, does that job stand in `needs`?");
  return reader.enumeration("status", STATUSES, "failure");
}

function readEnvironment(reader: InputReader): RunFacts["environment"] {
  const name = reader.optional("environment");
  const url = reader.optional("environment-url");
  if (url !== undefined && !/^https?:\/\/\S+$/.test(url))
    reader.wrong("environment-url", url, "an address with `https://`");
  if (name !== undefined) return { name, url };
  if (url !== undefined) reader.problem("environment-url", "is set without `environment`; write its name, too");
  return undefined;
}

function readResultFiles(reader: InputReader): readonly string[] | undefined {
  const files = reader.list("result-files");
  if (files.length === 0 || (files.length === 1 && files[0] === "auto")) return undefined;
  return files.length === 1 && files[0] === "none" ? [] : files;
}

function readMaxWait(reader: InputReader): number {
  const wait = reader.duration("max-wait", DEFAULT_WAIT);
  if (wait > LONGEST_WAIT) reader.wrong("max-wait", reader.string("max-wait"), "a duration of at most `15m`");
  return wait;
}
