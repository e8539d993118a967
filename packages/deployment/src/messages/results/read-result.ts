import type { JsonValue } from "@jessy-actions/reading/json";
import { oneOf, optional } from "@jessy-actions/reading/json-fields";
import type { MessageLine } from "../message.ts";
import { type Deployment, readDeployment } from "./deployment.ts";
import { readFindings } from "./findings.ts";
import { readImages } from "./images.ts";
import { readRelease } from "./release.ts";
import { readSmokeChecks } from "./smoke-checks.ts";

/** What a message says of a result file. Its texts are as untrusted as the file. */
export interface ActionResult {
  /** `coverage-gate`. */
  readonly action: string;
  /** The input `name`; empty for the only one. */
  readonly name: string;
  readonly verdict: Verdict;
  readonly fails: boolean;
  readonly headline: string;
  /** What it is about, where the file says so. */
  readonly about: { readonly repository: string; readonly sha: string | undefined } | undefined;
  /** What a reader asks next, a line each; undefined: no more than the headline. */
  readonly details: { readonly title: string; readonly lines: readonly MessageLine[] } | undefined;
  /** What it made, to open. */
  readonly link: { readonly text: string; readonly url: string } | undefined;
  readonly deployment: Deployment | undefined;
}

const VERDICTS = ["pass", "fail", "inconclusive", "broken"] as const;

export type Verdict = (typeof VERDICTS)[number];

const DETAILS: Readonly<
  Record<string, { readonly title: string; readonly read: (result: JsonValue) => readonly MessageLine[] }>
> = {
  "docker-build-push": { title: "Images", read: readImages },
  "smoke-test": { title: "Checks that did not pass", read: readSmokeChecks },
  "trivy-scan": { title: "Findings that fail", read: readFindings },
};

/**
 * A result file of one of our actions, by the fields that all their schemas have, and those of its own that say more.
 * @throws ReportError where it is none
 */
export function readResult(file: JsonValue): ActionResult {
  const schema = file.get("schema");
  const action = /^jessy-actions\/([a-z][a-z-]{0,40})\/v1$/.exec(schema.text())?.[1];
  if (action === undefined) throw schema.not("the schema of a result that this version knows");
  const verdict = oneOf(file.get("verdict"), VERDICTS);
  const { fails } = optional("fails", file.get("fails"), flag);
  const detail = Object.hasOwn(DETAILS, action) ? DETAILS[action] : undefined;
  const { name } = optional("name", file.get("name"), (value) => value.text());
  return {
    action,
    name: name ?? "",
    verdict,
    // Older results of coverage-gate do not have it.
    fails: fails ?? verdict !== "pass",
    headline: file.get("headline").text(),
    about: readAbout(file.get("context")),
    details: detail && { title: detail.title, lines: detail.read(file) },
    link: action === "release" ? readRelease(file) : undefined,
    deployment: action === "ssh-deploy" ? readDeployment(file) : undefined,
  };
}

function flag(value: JsonValue): boolean {
  if (typeof value.raw !== "boolean") throw value.not("true or false");
  return value.raw;
}

function readAbout(context: JsonValue): ActionResult["about"] {
  const repository = context.get("repository");
  if (repository.isMissing) return undefined;
  // The commit that people pushed: on a pull request another one may have been measured.
  const sha = [context.get("pushed"), context.get("headSha")].find((value) => !value.isMissing);
  return { repository: repository.text(), sha: sha?.text() };
}
