import { ReportError } from "@jessy-actions/reading/report-error";
import { shown } from "../shown.ts";

/** What stands between blanks; quotes and brackets may hold some: `contains="all good"`, `$['db state']=up`. */
const TOKEN = /(?:"(?:[^"\\]|\\.)*"|\[[^\]"]*\]|[^\s"])+|"/gsu;
const EXPECTED = ["status", "content-type", "contains", "not-contains", "matches", "latency", "tls-days", "version"];
const JSON_TOKEN = /^(\$(?:[^=<>~"'[]|\[[^\]]*\])*)(<=|>=|~=|=|<|>)(.*)$/s;

/**
 * A check on one line: `POST https://example.com/jobs 201 timeout=5s $.state=queued`.
 *
 * @returns the fields as YAML would give them. @throws ReportError
 */
export function readCheckLine(line: string): Readonly<Record<string, unknown>> {
  const tokens = line.match(TOKEN) ?? [];
  const method = /^[A-Za-z]+$/.test(tokens[0] ?? "") ? tokens.shift()! : undefined;
  const url = tokens.shift();
  if (url === undefined || !/^https?:/i.test(url))
    throw new ReportError(
      `has ${shown(url ?? method ?? "")} where the address stands; write, for example, \`GET https://example.com/health 200\``,
    );
  const fields = new Map<string, unknown>([["url", url]]);
  const expect = new Map<string, unknown>();
  const json = new Map<string, unknown>();
  if (method !== undefined) fields.set("method", method);
  for (const token of tokens) readToken(token, { fields, expect, json });
  if (json.size > 0) expect.set("json", Object.fromEntries(json));
  if (expect.size > 0) fields.set("expect", Object.fromEntries(expect));
  return Object.fromEntries(fields);
}

interface Fields {
  readonly fields: Map<string, unknown>;
  readonly expect: Map<string, unknown>;
  readonly json: Map<string, unknown>;
}

function readToken(token: string, { fields, expect, json }: Fields): void {
  if (/^[1-5](?:xx|\d\d)(?:[-,][1-5\dx,-]*)?$/i.test(token)) return put(expect, "status", token);
  if (token === "optional") return put(fields, "optional", true);
  const [, path, sign, operand] = JSON_TOKEN.exec(token) ?? [];
  if (path !== undefined) {
    const value = unquoted(operand!);
    return put(json, path, sign === "=" ? value : { [sign === "~=" ? "matches" : sign!]: value });
  }
  const [, key, value] = /^([a-z-]+)=(.*)$/s.exec(token) ?? [];
  if (key === undefined)
    throw new ReportError(`has ${shown(token)}; write a status, \`key=value\` or \`$.path=value\` behind the address`);
  put(EXPECTED.includes(key) ? expect : fields, key, unquoted(value!));
}

function put(fields: Map<string, unknown>, key: string, value: unknown): void {
  if (fields.has(key)) throw new ReportError(`has ${shown(key)} twice`);
  fields.set(key, value);
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value;
  if (!/^"(?:[^"\\]|\\.)*"$/s.test(value)) throw new ReportError(`has ${shown(value)}, whose quotes do not match`);
  return value.slice(1, -1).replace(/\\(["\\])/g, "$1");
}
