import type { JsonValue } from "@jessy-actions/reading/json";
import { compareVersionTexts } from "../findings/version-order.ts";

/** A module, and the versions of it that have a flaw (https://ossf.github.io/osv-schema, `affected`). */
export interface AffectedModule {
  readonly path: string;
  /** Versions without `v`, in the order of the entry. `introduced: "0"` is from the first version on. */
  readonly events: readonly { readonly introduced?: string; readonly fixed?: string }[];
}

/** @throws ReportError for another shape. Ranges of another type than SEMVER, which Go does not have, count for nothing. */
export function readAffectedModules(affected: JsonValue): AffectedModule[] {
  if (affected.isMissing) return [];
  return [...affected.items()].map((each) => {
    const ranges = each.get("ranges");
    const semver = ranges.isMissing ? [] : [...ranges.items()].filter((range) => range.get("type").raw === "SEMVER");
    return {
      path: each.get("package").get("name").text(),
      events: semver.flatMap((range) =>
        [...range.get("events").items()].map((event) => ({ ...field(event, "introduced"), ...field(event, "fixed") })),
      ),
    };
  });
}

function field<Name extends string>(event: JsonValue, name: Name): { readonly [Key in Name]?: string } {
  const value = event.get(name);
  return (value.isMissing ? {} : { [name]: value.text() }) as { readonly [Key in Name]?: string };
}

/**
 * Whether a version of a module has the flaw: the last event at or below it decides. As in govulncheck, a module without
 * events is affected in every version.
 *
 * @param version with or without `v`.
 */
export function isAffectedVersion(affected: readonly AffectedModule[], path: string, version: string): boolean {
  const plain = plainVersion(version);
  return affected
    .filter((each) => each.path === path)
    .some(({ events }) => {
      if (events.length === 0) return true;
      const passed = events
        .map(({ introduced, fixed }) => ({ at: introduced ?? fixed ?? "", starts: introduced !== undefined }))
        .filter(({ at }) => at === "0" || compareVersionTexts(plainVersion(at), plain) <= 0)
        .sort((a, b) =>
          a.at === "0" ? -1 : b.at === "0" ? 1 : compareVersionTexts(plainVersion(a.at), plainVersion(b.at)),
        );
      return passed.at(-1)?.starts === true;
    });
}

/** Build metadata says nothing of the order: `2.0.0+incompatible`. */
function plainVersion(version: string): string {
  return version.replace(/^v/, "").replace(/\+.*$/, "");
}
