import type { Check } from "@jessy-actions/deployment/checks/check";
import { type CheckDefaults, readCheck } from "@jessy-actions/deployment/checks/grammar/check-fields";
import { readCheckLine } from "@jessy-actions/deployment/checks/grammar/check-line";
import { fillReferences } from "@jessy-actions/deployment/checks/references";
import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { ReportError } from "@jessy-actions/reading/report-error";
import { parseYaml, type YamlDocument } from "@jessy-actions/reading/yaml";
import type { Gate } from "./deployment-inputs.ts";

export interface GateInputs {
  readonly gates: readonly Gate[];
  /** What was filled into their headers and bodies. */
  readonly gateSecrets: readonly string[];
}

/** More than this is a test suite, and every gate is asked on every host. */
const MOST_GATES = 20;
/** Milliseconds for one answer, unless the gate says otherwise, or its deadline is shorter. */
const DEFAULT_TIMEOUT = 5000;

/**
 * What a host must answer after its switch: a gate a line, or YAML with a list of them. An address
 * (`http://127.0.0.1:8080/health`, with all that a check of smoke-test can say), `tcp PORT`, `health CONTAINER` or
 * `command SCRIPT`. Addresses and ports are asked on the host itself; with `runner` from the runner, at the host's own
 * address.
 *
 * @param deadline milliseconds that a host has for all of them: no request waits longer unless its gate says so.
 */
export function readGates(
  reader: InputReader,
  variables: Readonly<Record<string, string>>,
  deadline: number,
): GateInputs {
  const text = reader.string("gates");
  const problems: string[] = [];
  const defaults: CheckDefaults = { timeout: Math.min(DEFAULT_TIMEOUT, deadline), redirect: "none", passes: 1 };
  const gates = isYaml(text)
    ? yamlGates(text, defaults, problems)
    : reader.list("gates").flatMap((line) => readLine(line, defaults, problems));
  if (gates.length > MOST_GATES) problems.push(`has ${gates.length} gates; write at most ${MOST_GATES}`);
  const filled = fillReferences(
    gates.flatMap((gate) => (gate.kind === "http" ? [gate.check] : [])),
    variables,
  );
  for (const { problem } of filled.missing)
    problems.push(`cannot be asked: ${problem}; set it in \`secrets\` or \`env\``);
  // Gates that were written and are none would pass whatever the hosts answer.
  if (text !== "" && gates.length === 0 && problems.length === 0)
    problems.push("has no gates, so nothing would be judged; write one a line, or leave it out");
  for (const problem of problems) reader.problem("gates", problem);
  const checks = filled.checks.values();
  return {
    gates: gates.map((gate) => (gate.kind === "http" ? { ...gate, check: checks.next().value! } : gate)),
    gateSecrets: filled.values,
  };
}

const isYaml = (text: string) => /^(?:\s*(?:#.*)?\n)*\s*(?:-\s|\[)/.test(text);

/** The lines of a gate, as YAML would give them. */
function readLine(line: string, defaults: CheckDefaults, problems: string[]): readonly Gate[] {
  const [, runner, rest = ""] = /^(runner\s+)?(.*)$/s.exec(line) ?? [];
  const from = runner === undefined ? {} : { from: "runner" };
  const [, word, argument = ""] = /^(tcp|health|command)(?:\s+(.*))?$/s.exec(rest) ?? [];
  const report = (problem: string) => problems.push(`has the line ${quote(shownLine(line))}: ${problem}`);
  const [unknown] = /^[a-z-]+(?=\s|$)/.exec(rest) ?? [];
  if (word === undefined && unknown !== undefined && !/https?:/i.test(rest)) {
    report(`\`${unknown}\` is no gate; write an address, \`tcp PORT\`, \`health CONTAINER\` or \`command SCRIPT\``);
    return [];
  }
  try {
    return readGate(
      { ...(word === undefined ? readCheckLine(rest) : { [word]: argument }), ...from },
      defaults,
      report,
    );
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    report(`it ${error.message}`);
    return [];
  }
}

function yamlGates(text: string, defaults: CheckDefaults, problems: string[]): readonly Gate[] {
  let document: YamlDocument;
  try {
    document = parseYaml(text);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    problems.push(`is not valid YAML: it ${error.message}`);
    return [];
  }
  const list: readonly unknown[] = Array.isArray(document.value) ? document.value : [];
  return list.flatMap((item, at) => {
    if (typeof item === "string") return readLine(item, defaults, problems);
    const report = (problem: string) =>
      problems.push(`cannot be used: line ${document.lineOf(list, at) ?? "?"}: ${problem}`);
    if (typeof item === "object" && item !== null && !Array.isArray(item))
      return readGate({ ...item }, defaults, report);
    report("a gate is a map, or a text such as `tcp 5432`");
    return [];
  });
}

function readGate(
  fields: Readonly<Record<string, unknown>>,
  defaults: CheckDefaults,
  report: (problem: string) => void,
): readonly Gate[] {
  const { from = "host", ...rest } = fields;
  const [kind = "", ...others] = Object.keys(rest).filter((key) => ["tcp", "health", "command"].includes(key));
  if (from !== "host" && from !== "runner") report("`from` is `host` or `runner`");
  else if (others.length > 0) report("a gate is one of `url`, `tcp`, `health` and `command`");
  else if (kind === "" && rest.url === undefined)
    report("a gate is one of `url`, `tcp`, `health` and `command`, and it has none of them");
  else if (kind === "") return httpGate(rest, from, defaults, report);
  else if (Object.keys(rest).length > 1) report(`beside \`${kind}\` only \`from\` may stand`);
  else if (kind === "tcp") return portGate(rest.tcp, from, report);
  else if (from === "runner") report(`\`${kind}\` is asked on the host, not from the runner`);
  else return hostGate(kind, String(rest[kind] ?? ""), report);
  return [];
}

function httpGate(
  fields: Readonly<Record<string, unknown>>,
  from: "host" | "runner",
  defaults: CheckDefaults,
  report: (problem: string) => void,
): readonly Gate[] {
  const check = readCheck(fields, defaults, (_, __, problem) => report(problem));
  if (check === undefined) return [];
  if (check.optional) report("a gate that may fail is none; leave out `optional`");
  if (from === "host" && check.redirect !== "none")
    report("on the host a redirect is the answer; ask from the runner, or leave out `redirect`");
  if (from === "host" && check.expect.tlsDays !== undefined)
    report("`tls-days` is seen from the runner alone; ask from there");
  const named: Check = { ...check, name: check.name ?? `${check.method} ${new URL(check.url).pathname}` };
  return [{ kind: "http", from, check: named }];
}

function portGate(value: unknown, from: "host" | "runner", report: (problem: string) => void): readonly Gate[] {
  const port = /^\d{1,5}$/.test(String(value)) ? Number(value) : 0;
  if (port >= 1 && port <= 65_535) return [{ kind: "tcp", from, port }];
  report(`the port is ${quote(String(value))}; write a number from 1 to 65535`);
  return [];
}

function hostGate(kind: string, text: string, report: (problem: string) => void): readonly Gate[] {
  if (kind === "command" && text.trim() !== "") return [{ kind: "command", script: text }];
  if (kind === "health" && /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$/.test(text))
    return [{ kind: "health", container: text }];
  report(
    kind === "health"
      ? "it names no container or service; write `health api`"
      : "it has no command; write `command systemctl is-active api`",
  );
  return [];
}

/** Without a password or a query, which may be secrets. */
function shownLine(line: string): string {
  return line.replace(/\/\/[^/\s]*@/, "//...@").replace(/\?\S*/, "?...");
}
