import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { ioOf } from "../../../packages/local-runner/testing/action-io.ts";
import type { Inputs } from "../src/inputs.ts";
import type { Scanning } from "../src/scanning/scanning.ts";
import type { Target, TargetKind } from "../src/targets/target.ts";

const INPUTS: Inputs = {
  name: "",
  token: "",
  targets: [],
  scanners: ["vuln", "secret", "misconfig"],
  severities: ["critical", "high", "medium", "low", "unknown"],
  failOn: {},
  unknownSeverity: "high",
  ignoreUnfixed: false,
  ignoreFiles: [],
  expiresSoon: 0,
  onlyNew: true,
  base: undefined,
  tool: { version: "0.76.0", sha256: undefined, installed: undefined, url: undefined, cache: false },
  database: { repositories: [], javaRepositories: [], maxAge: 0, folder: undefined, cache: false },
  advisories: {
    rustsec: false,
    commit: undefined,
    folder: undefined,
    maxAge: 0,
    index: undefined,
    govulncheck: [],
    cache: false,
  },
  exploitation: { known: undefined, probability: undefined },
  timeout: 120_000,
  skipFolders: [],
  skipFiles: [],
  credential: undefined,
  emptyLogin: undefined,
  upload: "never",
  category: "",
  comment: false,
  annotations: false,
  sbom: "none",
};

export function scanningOf(path: string, inputs: Partial<Inputs> = {}, more: Partial<Scanning> = {}): Scanning {
  return {
    tool: { version: "0.76.0", path, origin: "installed", sha256: "" },
    databaseFolder: join(tmpdir(), "no-database"),
    network: "proxy",
    inputs: { ...INPUTS, ...inputs },
    ...more,
  };
}

export function targetOf(kind: TargetKind, location: string, name = location): Target {
  return { kind, location, name };
}

/** @param environment added to the runner's own variables. */
export function scanIo(workspace: string, environment: Readonly<Record<string, string>> = {}): ActionIo {
  const io = ioOf(workspace, { name: "push", branch: "main", before: "0".repeat(40), sha: "1".repeat(40) });
  return { ...io, environment: { ...io.environment, ...environment } };
}

/** A folder of its own with files in it, by their paths. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "jessy-scan-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/**
 * A program in Trivy's place. What it does is JavaScript: `args` are its arguments, `artifact` what it scans, `write(report)`
 * writes a report of it, whose head is right unless the report says otherwise.
 */
export function fakeTrivy(body: string): string {
  const folder = mkdtempSync(join(tmpdir(), "jessy-trivy-"));
  const path = join(folder, "trivy");
  const script = `#!${process.execPath}
const fs = require("node:fs");
const args = process.argv.slice(2);
const output = args[args.indexOf("--output") + 1];
const artifact = args.at(-1);
const head = { SchemaVersion: 2, Trivy: { Version: "0.76.0" }, CreatedAt: new Date().toISOString(), ArtifactName: artifact, ArtifactType: "filesystem" };
const write = (report = {}) => fs.writeFileSync(output, JSON.stringify({ ...head, ...report }));
${body}
`;
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
}
