import type { Check, Expectations, JsonPath, VersionPlace } from "@jessy-actions/deployment/checks/check";
import { UserError } from "@jessy-actions/reading/user-error";

/** Milliseconds that one answer may take, unless a line says otherwise. */
const DEFAULT_TIMEOUT = 5000;
const MAX_TIMEOUT = 120_000;

const NOTHING: Expectations = {
  statuses: [{ from: 200, to: 299 }],
  contentType: undefined,
  headers: [],
  body: [],
  json: [],
  version: undefined,
  latency: { warn: undefined, fail: undefined },
  tlsDays: undefined,
};

/**
 * `[METHOD] URL [status=200,300-399] [contains=TEXT] [header=NAME:VALUE] [version=json:$.commit] [timeout=5s]`.
 *
 * @throws UserError that says what is wrong, without its subject: `has ...`.
 */
export function readCheckLine(line: string): Check {
  const words = line.match(/(?:[^\s"]|"[^"]*")+/g)?.map((word) => word.replaceAll('"', "")) ?? [];
  const method = /^[A-Z]{3,10}$/.test(words[0] ?? "") ? words.shift()! : "GET";
  const url = readUrl(words.shift() ?? "");
  const check: Mutable<Check> & { readonly headers: [string, string][] } = {
    name: `${method} ${url.pathname}`,
    url: url.href,
    method,
    headers: [],
    body: undefined,
    timeout: DEFAULT_TIMEOUT,
    expect: NOTHING,
    redirect: "none",
    passes: 1,
    optional: false,
  };
  for (const word of words) {
    const [, key = "", value = ""] = /^([a-z]+)=(.*)$/s.exec(word) ?? [];
    const expect = check.expect;
    if (key === "status") check.expect = { ...expect, statuses: value.split(",").map(readStatuses) };
    else if (key === "contains" && value !== "")
      check.expect = { ...expect, body: [...expect.body, { matcher: { kind: "contains", value } }] };
    else if (key === "version") check.expect = { ...expect, version: readVersionPlace(value) };
    else if (key === "timeout") check.timeout = readTimeout(value);
    else if (key === "header") check.headers.push(readHeader(value));
    else
      throw new UserError(
        `has \`${word}\`; write one of \`status=\`, \`contains=\`, \`header=\`, \`version=\`, \`timeout=\``,
      );
  }
  return check;
}

type Mutable<Of> = { -readonly [Key in keyof Of]: Of[Key] };

function readUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new UserError(`has \`${text}\`; write an address such as \`http://127.0.0.1:8080/health\``);
  if (url.username !== "" || url.password !== "")
    throw new UserError("has a user name or password in its address; write a `header=Authorization:...` from a secret");
  return url;
}

function readStatuses(text: string): Expectations["statuses"][number] {
  const [, from = "", to = from] =
    /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(text.replace(/^([1-5])xx$/, "$100-$199")) ?? [];
  if (from === "" || from > to)
    throw new UserError(`has the status \`${text}\`; write \`200\`, \`2xx\` or \`200-299\``);
  return { from: Number(from), to: Number(to) };
}

function readVersionPlace(text: string): VersionPlace {
  if (text === "body") return { in: "body" };
  const [, kind, rest = ""] = /^(json|header):(.+)$/.exec(text) ?? [];
  if (kind === "header" && /^[\w-]+$/.test(rest)) return { in: "header", name: rest.toLowerCase() };
  const path = kind === "json" ? readJsonPath(rest) : undefined;
  if (path !== undefined) return { in: "json", path };
  throw new UserError(`has \`version=${text}\`; write \`json:$.commit\`, \`header:X-Version\` or \`body\``);
}

/** A singular query of RFC 9535. */
function readJsonPath(text: string): JsonPath | undefined {
  const steps = /^\$(?:\.[A-Za-z_][\w-]*|\[\d{1,6}\]|\['[^']*'\])*$/.test(text)
    ? [...text.matchAll(/\.([A-Za-z_][\w-]*)|\[(\d+)\]|\['([^']*)'\]/g)]
    : undefined;
  if (steps === undefined) return undefined;
  const segments = steps.map(([, name, index, quoted]) =>
    index === undefined ? (name ?? quoted ?? "") : Number(index),
  );
  return { text, segments };
}

function readTimeout(text: string): number {
  const [, digits = "", unit] = /^(\d{1,6})(ms|s)$/.exec(text) ?? [];
  const timeout = Number(digits) * (unit === "s" ? 1000 : 1);
  if (digits !== "" && timeout > 0 && timeout <= MAX_TIMEOUT) return timeout;
  throw new UserError(`has \`timeout=${text}\`; write a duration from \`1ms\` to \`120s\``);
}

function readHeader(text: string): [string, string] {
  const [, name = "", value = ""] = /^([\w!#$%&'*+.^`|~-]+):\s*([^\r\n\0]*)$/.exec(text) ?? [];
  // The value may be a secret: it is not quoted.
  if (name === "") throw new UserError("has a `header=` that is not `NAME:VALUE`");
  return [name, value];
}
