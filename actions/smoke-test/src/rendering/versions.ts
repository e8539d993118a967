import type { Block, Inline, Line } from "@jessy-actions/kit/report/report";
import type { CheckResult, Result } from "../result.ts";
import { shortVersion } from "../wording/short-version.ts";
import { seconds } from "../wording/time.ts";

/** Versions of one check that are named; a service that shows more shows no version. */
const MAX_VERSIONS = 5;

/** Which version was seen when, where one was asserted. Pure. */
export function versions({ checks, version }: Result): Block[] {
  const items = checks.filter((check) => check.versions.length > 0).map(item);
  if (version === null || items.length === 0) return [];
  return [
    { kind: "paragraph", text: [{ strong: "Version" }, " asked for: ", { code: shortVersion(version) }] },
    { kind: "list", items, noun: "checks" },
  ];
}

function item({ name, versions: seen }: CheckResult): Line {
  const shown = seen
    .slice(0, MAX_VERSIONS)
    .flatMap(({ version, from, until }, at): Inline[] => [
      at === 0 ? "" : ", ",
      { code: shortVersion(version) },
      from === until ? ` at ${seconds(from)}` : ` from ${seconds(from)} to ${seconds(until)}`,
    ]);
  const more = seen.length > MAX_VERSIONS ? `, and ${seen.length - MAX_VERSIONS} more` : "";
  return [{ code: name }, ": ", ...shown, more];
}
