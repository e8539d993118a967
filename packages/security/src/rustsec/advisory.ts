import { withoutMark } from "@jessy-actions/reading/byte-order-mark";
import type { JsonValue } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { parseToml } from "@jessy-actions/reading/toml";
import { type CvssRating, rateCvss } from "../cvss/cvss.ts";
import { type CargoRequirement, parseCargoRequirement } from "./cargo-requirement.ts";
import { rangeOf, type VersionRange } from "./version-ranges.ts";

/** One file of the RustSec advisory database (https://github.com/rustsec/advisory-db, "Advisory Format"). */
export interface Advisory {
  /** `RUSTSEC-2026-0001`. */
  readonly id: string;
  /** The crate, as crates.io names it. */
  readonly package: string;
  /** One line of Markdown, untrusted. */
  readonly title: string;
  /** When the flaw became known: `2026-11-28`. */
  readonly date: string;
  /** Where it was announced, `https:` only. */
  readonly url: string | undefined;
  /** `memory-corruption`, `denial-of-service` and so on. */
  readonly categories: readonly string[];
  /** Other names of the same flaw: CVE, GHSA. */
  readonly aliases: readonly string[];
  /** Other flaws that have to do with it. */
  readonly related: readonly string[];
  /** Undefined without a vector, and for one of a version of CVSS that is not known. */
  readonly rating: CvssRating | undefined;
  /** Not a flaw but news of the crate: `unmaintained`, `unsound`, `notice`, or a word that is not known yet. */
  readonly informational: string | undefined;
  /** When it was taken back; it then counts for nothing. */
  readonly withdrawn: string | undefined;
  /** A registry other than crates.io. */
  readonly source: string | undefined;
  readonly affected: AffectedParts;
  /** Versions that have the fix. */
  readonly patched: readonly VersionRange[];
  /** Versions that never had the flaw. */
  readonly unaffected: readonly VersionRange[];
}

/** What the flaw is limited to; empty lists are no limit. */
export interface AffectedParts {
  readonly functions: readonly AffectedFunction[];
  /** As Rust's `target_os` and `target_arch` have them. */
  readonly os: readonly string[];
  readonly arch: readonly string[];
}

interface AffectedFunction {
  /** `crate::module::function`. */
  readonly path: string;
  readonly versions: readonly CargoRequirement[];
}

/** The longest of those of 2026-08-21 has 10 kB. */
export const MAX_ADVISORY_BYTES = 256_000;

const FENCE = "```toml";

const DATE = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;

/** What is known of an advisory without parsing its TOML. */
export interface AdvisoryOutline {
  readonly package: string;
  readonly date: string;
}

/**
 * Looks an advisory over, a tenth of the work of reading it: a database has 1,200 of them, and a lock file needs fifty.
 *
 * @throws ReportError when it is cut off, or is not an advisory
 */
export function outlineAdvisory(bytes: Uint8Array): AdvisoryOutline {
  const { frontMatter } = split(decode(bytes));
  const field = (name: string) =>
    new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*["']([^"'\n]*)["']`, "m").exec(frontMatter)?.[1];
  const date = field("date") ?? "";
  const outline = { package: field("package") ?? "", date };
  if (outline.package === "") throw new ReportError("names no package");
  if (!DATE.test(date)) throw new ReportError("has no date such as 2026-11-28");
  return outline;
}

/**
 * Reads an advisory: TOML between fences, then Markdown that begins with the title.
 *
 * @throws ReportError that names the field. An advisory that cannot be judged is never left out.
 */
export function readAdvisory(bytes: Uint8Array): Advisory {
  const { frontMatter, title } = split(decode(bytes));
  const root = parseToml(frontMatter);
  const advisory = root.get("advisory");
  const affected = root.get("affected");
  const versions = root.get("versions");
  // `patched = []` says that there is no fix; to say nothing is a mistake.
  if (versions.get("patched").isMissing) throw versions.get("patched").not("a list");
  const cvss = optionalText(advisory.get("cvss"));
  const url = optionalText(advisory.get("url"));
  return {
    id: match(advisory.get("id"), /^RUSTSEC-[0-9]{4}-[0-9]{4,}$/, "an id such as RUSTSEC-2026-0001"),
    package: match(advisory.get("package"), /^[A-Za-z0-9_-]+$/, "the name of a crate"),
    title,
    date: date(advisory.get("date")),
    url: url?.startsWith("https://") ? url : undefined,
    categories: texts(advisory.get("categories")),
    aliases: texts(advisory.get("aliases")),
    related: texts(advisory.get("related")),
    rating: cvss === undefined ? undefined : rateCvss(cvss),
    informational: optionalText(advisory.get("informational")),
    withdrawn: advisory.get("withdrawn").isMissing ? undefined : date(advisory.get("withdrawn")),
    source: optionalText(advisory.get("source")),
    affected: {
      functions: affected.get("functions").isMissing ? [] : readFunctions(affected.get("functions")),
      os: texts(affected.get("os")),
      arch: texts(affected.get("arch")),
    },
    patched: requirements(versions.get("patched")).map(rangeOf),
    unaffected: requirements(versions.get("unaffected")).map(rangeOf),
  };
}

function decode(bytes: Uint8Array): string {
  if (bytes.length > MAX_ADVISORY_BYTES) throw new ReportError(`is larger than ${MAX_ADVISORY_BYTES / 1000} kB`);
  return withoutMark(new TextDecoder().decode(bytes)).replaceAll("\r\n", "\n");
}

function split(text: string): { readonly frontMatter: string; readonly title: string } {
  if (!text.startsWith(FENCE)) throw new ReportError("does not begin with ```toml: it is not an advisory");
  const end = text.indexOf("\n```", FENCE.length);
  if (end === -1) throw new ReportError("ends within its TOML: it was cut off");
  const heading = /^```\s*# +([^\n]*)(?:\n|$)/.exec(text.slice(end + 1));
  const title = (heading?.[1] ?? "").trim();
  if (title === "") throw new ReportError("has no title after its TOML: it was cut off");
  return { frontMatter: text.slice(FENCE.length, end), title };
}

function readFunctions(functions: JsonValue): AffectedFunction[] {
  return [...functions.entries()].map(([path, versions]) => ({ path, versions: requirements(versions) }));
}

function requirements(value: JsonValue): CargoRequirement[] {
  return texts(value).map((text) => {
    try {
      return parseCargoRequirement(text);
    } catch (error) {
      throw value.not(`a list of version requirements of Cargo: it ${(error as Error).message}`);
    }
  });
}

function texts(value: JsonValue): string[] {
  return value.isMissing ? [] : [...value.items()].map((each) => each.text());
}

function optionalText(value: JsonValue): string | undefined {
  return value.isMissing ? undefined : value.text();
}

function date(value: JsonValue): string {
  return match(value, DATE, "a date such as 2026-11-28");
}

function match(value: JsonValue, pattern: RegExp, expected: string): string {
  const text = value.text();
  if (!pattern.test(text)) throw value.not(expected);
  return text;
}
