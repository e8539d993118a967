import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Gate } from "../inputs.ts";
import { readCheckLine } from "./check-line.ts";

/** More than this is a test suite, and every gate is asked on every host. */
const MOST_GATES = 20;

/**
 * What a host must answer after its switch, one gate a line: an address (`http://127.0.0.1:8080/health`), `tcp PORT`,
 * `health CONTAINER` or `command SCRIPT`. Addresses and ports are asked on the host itself; `runner` before one asks
 * from the runner, at the host's own address.
 */
export function readGates(reader: InputReader, version: string | undefined): readonly Gate[] {
  const lines = reader.list("gates");
  if (lines.length > MOST_GATES) reader.problem("gates", `has ${lines.length} lines; write at most ${MOST_GATES}`);
  const gates = lines.flatMap((line) => {
    try {
      return [readGate(line)];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      reader.problem("gates", `has the line ${quote(shownLine(line))}, which ${error.message}`);
      return [];
    }
  });
  const assertsVersion = gates.some((gate) => gate.kind === "command" || versionPlace(gate) !== undefined);
  if (version !== undefined && gates.length === lines.length && !assertsVersion)
    reader.problem(
      "version",
      "is set, and no gate says where a host tells its version; add `version=json:$.commit` to one, or the like",
    );
  if (version === undefined && gates.some((gate) => versionPlace(gate) !== undefined))
    reader.problem("version", "is empty, and a gate says where a host tells it; write `version: ${{ github.sha }}`");
  return gates;
}

function readGate(line: string): Gate {
  const [, runner, rest = ""] = /^(runner\s+)?(.*)$/s.exec(line) ?? [];
  const from = runner === undefined ? "host" : "runner";
  const [, word = "", argument = ""] = /^(tcp|health|command)(?:\s+(.*))?$/s.exec(rest) ?? [];
  if (word === "tcp") return { kind: "tcp", from, port: readPort(argument) };
  if (word !== "" && runner !== undefined)
    throw new UserError(`asks the runner for \`${word}\`; that is asked on the host`);
  if (word === "health") {
    if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$/.test(argument))
      throw new UserError("names no container or service; write `health api`");
    return { kind: "health", container: argument };
  }
  if (word === "command") {
    if (argument === "") throw new UserError("has no command; write `command systemctl is-active api`");
    return { kind: "command", script: argument };
  }
  return { kind: "http", from, check: readCheckLine(rest) };
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new UserError(`has the port \`${text}\`; write a number from 1 to 65535`);
  return port;
}

function versionPlace(gate: Gate) {
  return gate.kind === "http" ? gate.check.expect.version : undefined;
}

/** Without the values of headers, which may be secrets. */
function shownLine(line: string): string {
  return line.replace(/header=("?[\w-]+:).*/s, "header=$1...");
}
