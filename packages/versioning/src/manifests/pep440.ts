import { formatVersion, type Version } from "../semver.ts";

const MAX_CHARACTERS = 256;

/** Appendix B of PEP 440, without blanks around. */
const PATTERN =
  /^v?(?:([0-9]+)!)?([0-9]+(?:\.[0-9]+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?([0-9]+)?)?(?:-([0-9]+)|[-_.]?(post|rev|r)[-_.]?([0-9]+)?)?(?:[-_.]?(dev)[-_.]?([0-9]+)?)?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;

const PHASES: Readonly<Record<string, string>> = { alpha: "a", beta: "b", c: "rc", pre: "rc", preview: "rc" };

/** The normal form of a Python version, without zeros at the end of its release (`1.0` is `1`): equal versions have equal ones. */
export function normalizePep440(text: string): string | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const match = PATTERN.exec(text.toLowerCase());
  if (match === null) return undefined;
  const [, epoch = "0", release = "", phase, phaseNumber, implicitPost, post, postNumber, dev, devNumber, local] =
    match;
  const numbers = release.split(".").map(withoutZeros);
  while (numbers.length > 1 && numbers.at(-1) === "0") numbers.pop();
  return [
    withoutZeros(epoch) === "0" ? "" : `${withoutZeros(epoch)}!`,
    numbers.join("."),
    phase === undefined ? "" : `${PHASES[phase] ?? phase}${withoutZeros(phaseNumber ?? "0")}`,
    post === undefined && implicitPost === undefined ? "" : `.post${withoutZeros(implicitPost ?? postNumber ?? "0")}`,
    dev === undefined ? "" : `.dev${withoutZeros(devNumber ?? "0")}`,
    local === undefined
      ? ""
      : `+${local
          .split(/[-_.]/)
          .map((part) => (/^[0-9]+$/.test(part) ? withoutZeros(part) : part))
          .join(".")}`,
  ].join("");
}

/** The Python version that a SemVer one is; undefined when Python has none, or one of another order (`1.0.0-1` would come after `1.0.0`). */
export function pep440Of(version: Version): string | undefined {
  const normal = normalizePep440(formatVersion(version));
  // Build metadata may hold any word.
  return normal !== undefined && /^[^+]*\.post/.test(normal) ? undefined : normal;
}

/** As people write it: with all three numbers. */
export function writtenPep440(version: Version): string | undefined {
  const normal = pep440Of(version);
  if (normal === undefined) return undefined;
  const end = /^[0-9.]*(?<![.])/.exec(normal)![0].length;
  return `${version.major}.${version.minor}.${version.patch}${normal.slice(end)}`;
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=[0-9])/, "");
}
