import type { Check } from "./check.ts";
import { valueAt } from "./json-path-value.ts";
import { jsonText } from "./judge-body.ts";
import type { Answer } from "./outcome.ts";
import { parsedBody } from "./parsed-body.ts";
import type { Problem } from "./problem.ts";
import { shown } from "./shown.ts";
import { isCommit, isSameVersion } from "./version-match.ts";

/** Longer is no version but a page. */
const MAX_VERSION_CHARACTERS = 200;

/** Whether the service runs what was deployed. What it does not say counts as wrong. Pure. */
export function judgeVersion(
  { expect }: Check,
  answer: Answer,
  text: string,
  wanted: string | undefined,
): readonly Problem[] {
  if (expect.version === undefined) return [];
  if (wanted === undefined || wanted === "") return [problem("no version was given that the service must run")];
  const found = versionOf(expect.version, answer, text);
  if (found === undefined) return [problem(`the service does not say its version (${placeText(expect.version)})`)];
  if (isSameVersion(found, wanted)) return [];
  const [is, should] = shortVersions(found, wanted);
  return [problem(`the service runs version ${shown(is)}, not ${shown(should)}`)];
}

/** Of two whole commits as much as people read, if that tells them apart. */
function shortVersions(found: string, wanted: string): readonly [string, string] {
  const short = [found.slice(0, 10), wanted.slice(0, 10)] as const;
  return isCommit(found) && isCommit(wanted) && short[0] !== short[1] ? short : [found, wanted];
}

/** The version that an answer states; undefined if there is none. Pure. */
export function versionOf(
  place: NonNullable<Check["expect"]["version"]>,
  { headers, isCut }: Answer,
  text: string,
): string | undefined {
  const found = place.in === "json" ? jsonVersion() : place.in === "header" ? header(place.name) : text;
  const version = found?.trim() ?? "";
  return version === "" || version.length > MAX_VERSION_CHARACTERS ? undefined : version;

  function header(name: string): string | undefined {
    const key = name.toLowerCase();
    return Object.hasOwn(headers, key) ? headers[key] : undefined;
  }

  function jsonVersion(): string | undefined {
    const parsed = parsedBody(text, isCut, undefined);
    const value = "problem" in parsed || place.in !== "json" ? undefined : valueAt(parsed.value, place.path)?.value;
    return typeof value === "string" || typeof value === "number" ? jsonText(value) : undefined;
  }
}

function placeText(place: NonNullable<Check["expect"]["version"]>): string {
  if (place.in === "json") return `nothing at ${shown(place.path.text)}`;
  return place.in === "header" ? `no header ${shown(place.name)}` : "the body is empty or a whole page";
}

function problem(message: string): Problem {
  return { kind: "version", message, isWarning: false, retry: "later" };
}
