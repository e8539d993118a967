import { ReportError } from "@jessy-actions/reading/report-error";

/** A package URL in its parts, decoded. */
export interface PackageUrl {
  readonly type: string;
  /** Empty where there is none; with `/` between its parts. */
  readonly namespace: string;
  readonly name: string;
  /** Empty: every version. */
  readonly version: string;
  readonly qualifiers: ReadonlyMap<string, string>;
  readonly subpath: string;
}

/**
 * Reads `pkg:TYPE/NAMESPACE/NAME@VERSION?QUALIFIERS#SUBPATH`.
 *
 * @throws ReportError naming what is wrong with it.
 */
export function parsePackageUrl(text: string): PackageUrl {
  if (!text.startsWith("pkg:")) throw new ReportError(`${quoted(text)} does not begin with \`pkg:\``);
  const [beforeHash = "", subpath = ""] = split(text.slice("pkg:".length), "#");
  const [path = "", query = ""] = split(beforeHash, "?");
  const trimmed = path.replace(/^\/{1,9}/, "").replace(/\/{1,9}$/, "");
  const slash = trimmed.indexOf("/");
  if (slash < 1) throw new ReportError(`${quoted(text)} has no package: write pkg:TYPE/NAME`);
  const type = trimmed.slice(0, slash).toLowerCase();
  const rest = trimmed.slice(slash + 1);
  const at = rest.lastIndexOf("@");
  // `@` as the first character of a part is the scope of an npm package.
  const isVersion = at > 0 && rest[at - 1] !== "/";
  const parts = (isVersion ? rest.slice(0, at) : rest).split("/").filter((part) => part !== "");
  const name = parts.pop();
  if (name === undefined) throw new ReportError(`${quoted(text)} has no package: write pkg:TYPE/NAME`);
  return {
    type,
    namespace: ofType(type, parts.map((part) => decoded(part, text)).join("/")),
    name: ofType(type, decoded(name, text)),
    version: isVersion ? decoded(rest.slice(at + 1), text) : "",
    qualifiers: readQualifiers(query, text),
    subpath: decoded(subpath, text),
  };
}

/**
 * Whether a package is one that another URL stands for, as Trivy has it: what the pattern leaves out may be anything but
 * the namespace, and its qualifiers are some of the package's.
 */
export function matchesPackageUrl(pattern: PackageUrl, target: PackageUrl): boolean {
  return (
    pattern.type === target.type &&
    pattern.namespace === target.namespace &&
    pattern.name === target.name &&
    (pattern.version === "" || pattern.version === target.version) &&
    (pattern.subpath === "" || pattern.subpath === target.subpath) &&
    [...pattern.qualifiers].every(([key, value]) => target.qualifiers.get(key) === value)
  );
}

/** Types whose names have no capital letters. */
const LOWER_CASE: readonly string[] = ["bitbucket", "deb", "github", "golang", "npm", "composer", "apk"];

function ofType(type: string, name: string): string {
  if (type === "pypi") return name.toLowerCase().replaceAll("_", "-");
  return LOWER_CASE.includes(type) ? name.toLowerCase() : name;
}

function readQualifiers(query: string, text: string): ReadonlyMap<string, string> {
  const pairs = query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair): [string, string] => {
      const [key = "", value = ""] = split(pair, "=");
      return [key.toLowerCase(), decoded(value, text)];
    });
  return new Map(pairs);
}

/** At the first of a mark. */
function split(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

function decoded(part: string, text: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ReportError(`${quoted(text)} has a \`%\` that is not followed by two hexadecimal digits`);
  }
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}
