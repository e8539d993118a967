import { compareVersionTexts } from "../findings/version-order.ts";

/** A requirement of any ecosystem: an operator, which may be missing, and a version. */
const REQUIREMENT = /^(>=|<=|=>|==|=|>|<|\^|~>|~)?\s*(\S+)$/;

/** The version itself has the fix. */
const HAS_FIX: readonly (string | undefined)[] = [undefined, ">=", "=>", "=", "==", "^", "~", "~>"];

/**
 * `FixedVersion` as versions, lowest first.
 *
 * Most databases write versions (`1.2.3, 2.0.1`). Those in OSV's form write requirements in no order, e.g.
 * `>= 0.6.14, < 1.0.0, >= 1.6.1`: their lower bounds have the fix, and their upper bounds have it not. A requirement that
 * names no version with the fix (`> 1.2`) stays as it is, since an empty list says that there is no fix.
 */
export function fixedVersions(text: string): readonly string[] {
  const requirements = text.split(/,|\|\|/).flatMap((part) => {
    const [, operator, version] = REQUIREMENT.exec(part.trim()) ?? [];
    return version === undefined ? [] : [{ operator, version }];
  });
  const versions = requirements.filter(({ operator }) => HAS_FIX.includes(operator)).map(({ version }) => version);
  if (versions.length > 0) return [...new Set(versions)].sort(compareVersionTexts);
  const rest = text.trim();
  return rest === "" ? [] : [rest.replace(/\s+/g, " ")];
}
