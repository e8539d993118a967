import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";

/** Kind, id, package and version of each finding, sorted. */
export type AuditRows = readonly string[];

interface Row {
  readonly advisory: { readonly id: string };
  readonly package: { readonly name: string; readonly version: string };
}

interface Answer {
  readonly vulnerabilities: { readonly list: readonly Row[] };
  readonly warnings: Readonly<Record<string, readonly Row[]>>;
}

/**
 * What cargo-audit finds in a lock. It exits with 1 both for findings and for failures, so its JSON is what counts.
 *
 * @param database a folder.
 */
export function cargoAuditRows(program: string, lock: string, database: string): AuditRows {
  const options = ["--no-fetch", "--no-yanked", "--json", "--db", database, "--file", lock];
  const env = { PATH: process.env.PATH ?? "", HOME: tmpdir() };
  let output: string;
  try {
    output = execFileSync(program, ["audit", ...options], {
      encoding: "utf8",
      env,
      maxBuffer: 1 << 28,
      stdio: "pipe",
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const { vulnerabilities, warnings } = JSON.parse(output) as Answer;
  const found = [
    ...vulnerabilities.list.map((each) => ({ ...each, kind: "vulnerability" })),
    ...Object.entries(warnings).flatMap(([kind, list]) => list.map((each) => ({ ...each, kind }))),
  ];
  return found.map(({ kind, advisory, package: of }) => `${kind} ${advisory.id} ${of.name} ${of.version}`).sort();
}
