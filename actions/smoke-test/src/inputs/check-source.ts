import type { Check, VersionPlace } from "@jessy-actions/deployment/checks/check";
import type { CheckDefaults } from "@jessy-actions/deployment/checks/grammar/check-fields";
import { readChecks } from "@jessy-actions/deployment/checks/grammar/read-checks";
import { readVersionPlace } from "@jessy-actions/deployment/checks/grammar/version-place";
import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { ReportError } from "@jessy-actions/reading/report-error";
import { certificateProblem } from "../rules/certificate-problem.ts";
import { versionProblem } from "../rules/version-problem.ts";

/** Where the checks are: in the workflow, or in a file of the repository that is read later. */
export type CheckSource =
  | { readonly kind: "checks"; readonly checks: readonly Check[] }
  | { readonly kind: "file"; readonly path: string };

/** `url` is the short form for one check; `checks` and `checks-file` hold lists. One of the three is needed, and no more. */
export function readCheckSource(
  reader: InputReader,
  defaults: CheckDefaults,
  version: string | undefined,
): CheckSource {
  const [url, checks, path] = ["url", "checks", "checks-file"].map((name) => reader.string(name)) as [
    string,
    string,
    string,
  ];
  const place = readPlace(reader, url);
  reader.exclusive("url", "checks", "checks-file");
  if (url + checks + path === "")
    reader.problem("url", "is missing; write the address to ask, or several checks in `checks`");
  if (path !== "") return { kind: "file", path: readPath(reader, path) };
  const read =
    url !== ""
      ? readOne(reader, url, { ...defaults, expect: { ...defaults.expect, version: place } })
      : checks !== ""
        ? readList(reader, checks, defaults)
        : [];
  const problem = read.length === 0 ? undefined : versionProblem(read, version);
  if (problem !== undefined) reader.problem("version", problem);
  const certificates = read.length === 0 ? undefined : certificateProblem(read, defaults);
  if (certificates !== undefined) reader.problem("tls-days", certificates);
  return { kind: "checks", checks: read };
}

function readOne(reader: InputReader, url: string, defaults: CheckDefaults): readonly Check[] {
  if (/[\r\n]/.test(url)) {
    reader.problem("url", "has several lines; write several checks into `checks`");
    return [];
  }
  const { checks, problems } = readChecks(JSON.stringify([{ url }]), defaults);
  for (const problem of problems) {
    const [, field, text = problem] = /^line 1: (?:`(url|latency)` |it )?(.*)$/s.exec(problem) ?? [];
    reader.problem(field === "latency" ? "max-latency" : "url", text);
  }
  return checks;
}

function readList(reader: InputReader, text: string, defaults: CheckDefaults): readonly Check[] {
  const { checks, problems } = readChecks(text, defaults);
  for (const problem of problems) reader.problem("checks", `cannot be used: ${problem}`);
  return checks;
}

function readPlace(reader: InputReader, url: string): VersionPlace | undefined {
  const written = reader.optional("version-at");
  if (written === undefined) return undefined;
  if (url === "") reader.problem("version-at", "belongs to `url`; in a list each check has its own `version`");
  try {
    return readVersionPlace(written);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    reader.problem("version-at", error.message);
    return undefined;
  }
}

function readPath(reader: InputReader, path: string): string {
  if (/^[/\\~]|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)|[\p{Cc}\\]/u.test(path))
    reader.problem("checks-file", `is ${quote(path)}; write a path in the repository, such as \`deploy/checks.yml\``);
  return path;
}
