import { ReportError } from "@jessy-actions/reading/report-error";
import type { Check, Expectations } from "../check.ts";
import { readAddress } from "./address.ts";
import { type Draft, expectReaders, MAX_DURATION } from "./expect-fields.ts";
import { readFields } from "./fields.ts";
import { readHeaders } from "./headers.ts";
import { boolean, described, duration, filledText, map, oneOf, text, whole } from "./scalar.ts";

/** What checks have that do not say otherwise. */
export type CheckDefaults = Pick<Check, "timeout" | "redirect" | "passes"> & {
  readonly expect?: Partial<Pick<Expectations, "version" | "latency" | "tlsDays">>;
};

export const MAX_PASSES = 100;

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

/**
 * One check of its fields; undefined where it has a problem.
 *
 * @param report is told each problem, with the map and the key that it is about.
 */
export function readCheck(
  fields: Readonly<Record<string, unknown>>,
  defaults: CheckDefaults,
  report: (container: object, key: string, problem: string) => void,
): (Omit<Check, "name"> & { readonly name: string | undefined }) | undefined {
  let isSound = true;
  const fail = (container: object) => (key: string, problem: string) => {
    isSound = false;
    report(container, key, problem);
  };
  const expect: Draft<Expectations> = {
    statuses: [{ from: 200, to: 299 }],
    contentType: undefined,
    headers: [],
    body: [],
    json: [],
    version: defaults.expect?.version,
    latency: defaults.expect?.latency ?? { warn: undefined, fail: undefined },
    tlsDays: undefined,
  };
  const check: Draft<Omit<Check, "name"> & { name: string | undefined }> = {
    name: undefined,
    url: "",
    method: "GET",
    headers: [],
    body: undefined,
    timeout: defaults.timeout,
    expect,
    redirect: defaults.redirect,
    passes: defaults.passes,
    optional: false,
  };
  readFields(
    fields,
    {
      name: (value) => {
        check.name = readName(filledText(value));
      },
      url: (value) => {
        check.url = readAddress(filledText(value));
      },
      method: (value) => {
        check.method = oneOf(text(value).toUpperCase(), METHODS);
      },
      headers: (value) => {
        check.headers = readHeaders(map(value));
      },
      body: (value) => {
        check.body = typeof value === "object" && value !== null ? JSON.stringify(value) : text(value);
      },
      timeout: (value) => {
        check.timeout = duration(value, MAX_DURATION);
      },
      passes: (value) => {
        check.passes = whole(value, 1, MAX_PASSES);
      },
      redirect: (value) => {
        check.redirect = oneOf(value, ["none", "same-host", "follow"]);
      },
      optional: (value) => {
        check.optional = boolean(value);
      },
      expect: (value) => {
        const expected = map(value);
        if (Object.keys(expected).length === 0)
          throw new ReportError(`is ${described(value)} without a key; leave it out`);
        readFields(expected, expectReaders(expect), fail(expected));
      },
    },
    fail(fields),
  );
  if (fields.url === undefined) fail(fields)("url", "a check has no `url`");
  checkTogether(check, defaults, fail(fields));
  return isSound ? check : undefined;
}

function readName(name: string): string {
  if (/\p{Cc}/u.test(name) || name.length > 100) throw new ReportError("is not one line of at most 100 characters");
  return name.trim();
}

/** What only shows in two fields together. */
function checkTogether(
  check: Draft<Omit<Check, "name">>,
  defaults: CheckDefaults,
  fail: (key: string, problem: string) => void,
): void {
  const { expect, method, body, url } = check;
  const draft = expect as Draft<Expectations>;
  const asksBody =
    expect.body.length > 0 || expect.json.length > 0 || expect.version?.in === "json" || expect.version?.in === "body";
  if (method === "HEAD" && asksBody) fail("method", "`method` is `HEAD`, whose answers have no body to look at");
  if ((method === "GET" || method === "HEAD") && body !== undefined)
    fail("body", `\`body\` is sent by no \`${method}\`; write a \`method\` such as \`POST\``);
  if (url.startsWith("http:") && expect.tlsDays !== undefined)
    fail("url", "`url` is not https, so there is no certificate for `tls-days`");
  draft.tlsDays ??= url.startsWith("https:") ? defaults.expect?.tlsDays : undefined;
  const { fail: limit } = expect.latency;
  if (limit !== undefined && limit > check.timeout)
    fail(
      "timeout",
      `\`latency\` is ${limit} ms, and a request ends after ${check.timeout} ms; write a longer \`timeout\` beside it`,
    );
}
