import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface Counts {
  readonly lines: string;
  readonly branches: string;
}

/** Another tool that reads tracefiles. */
export interface Peer {
  readonly name: string;
  /** How it is installed into `folder` when it is not there; undefined: by the system's packages only. */
  install?(folder: string): void;
  /** Its version, or undefined when it is missing. */
  version(folder: string): string | undefined;
  /** Its command line for one or several tracefiles. */
  command(folder: string, files: readonly string[], output: string): readonly [program: string, ...args: string[]];
  /** The totals that it states, if it states any. */
  counts(stdout: string, output: string): Counts | undefined;
  /** Tools that take minutes run once. */
  readonly slow?: boolean;
  /** Why it is not in a race. */
  readonly singleOnly?: boolean;
  readonly shardsOnly?: boolean;
}

export const PEERS: readonly Peer[] = [
  {
    name: "grcov (Debian)",
    version: () => versionOf("grcov", ["--version"]),
    command: (_, files, output) => ["grcov", ...files, "--branch", "-t", "lcov", "-o", output],
    counts: (_, output) => countsOfTracefile(output),
  },
  {
    name: "lcov (Debian)",
    slow: true,
    version: () => versionOf("lcov", ["--version"]),
    command: (_, files, output) =>
      files.length === 1
        ? ["lcov", "--rc", "lcov_branch_coverage=1", "--summary", files[0]!]
        : ["lcov", "--quiet", "--rc", "lcov_branch_coverage=1", ...files.flatMap((file) => ["-a", file]), "-o", output],
    counts: (stdout, output) =>
      existsSync(output)
        ? countsOfTracefile(output)
        : {
            lines: /lines\.+: [\d.]+% \((\d+) of (\d+)/.exec(stdout)?.slice(1).join("/") ?? "",
            branches: /branches\.+: [\d.]+% \((\d+) of (\d+)/.exec(stdout)?.slice(1).join("/") ?? "",
          },
  },
  {
    name: "patchcov (crates)",
    install: (folder) => run("cargo", ["install", "--quiet", "--root", folder, "patchcov"]),
    version: (folder) => versionOf(join(folder, "bin/patchcov"), ["--version"]),
    command: (folder, files, output) => [join(folder, "bin/patchcov"), "merge", "--output", output, ...files],
    counts: (_, output) => countsOfTracefile(output),
  },
  {
    name: "diff-cover (PyPI)",
    install: (folder) => {
      run("python3", ["-m", "venv", join(folder, "venv")]);
      run(join(folder, "venv/bin/pip"), ["install", "--quiet", "diff-cover"]);
    },
    version: (folder) => versionOf(join(folder, "venv/bin/diff-cover"), ["--version"]),
    command: (folder, files) => [join(folder, "venv/bin/diff-cover"), ...files, "--compare-branch", "HEAD~1"],
    // It tells only of the lines of the diff.
    counts: () => undefined,
  },
  {
    name: "octocov (Go)",
    install: (folder) => run("go", ["install", "github.com/k1LoW/octocov@latest"], { GOBIN: join(folder, "bin") }),
    version: (folder) => versionOf(join(folder, "bin/octocov"), ["--version"]),
    command: (folder) => [join(folder, "bin/octocov")],
    counts: () => undefined,
  },
  ...["lcov-parse", "@friedemannsommer/lcov-parser", "parse-lcov"].map(
    (parser): Peer => ({
      name: `${parser} (npm)`,
      slow: true,
      singleOnly: true,
      install: (folder) => run("npm", ["install", "--silent", "--no-audit", "--prefix", folder, parser]),
      version: (folder) => npmVersion(folder, parser),
      command: (folder, files) => [
        process.execPath,
        "--max-old-space-size=8000",
        join(import.meta.dirname, "npm-parser.mjs"),
        folder,
        parser,
        ...files,
      ],
      counts: (stdout) => countsOfTotals(stdout),
    }),
  ),
  {
    name: "lcov-result-merger (npm)",
    slow: true,
    shardsOnly: true,
    install: (folder) => run("npm", ["install", "--silent", "--no-audit", "--prefix", folder, "lcov-result-merger"]),
    version: (folder) => npmVersion(folder, "lcov-result-merger"),
    command: (folder, files, output) => [
      join(folder, "node_modules/.bin/lcov-result-merger"),
      join(dirname(files[0]!), "shard-*.info"),
      output,
    ],
    counts: (_, output) => countsOfTracefile(output),
  },
];

/** Installs what is missing and can be installed. @returns why a peer is still missing, by its name. */
export function installPeers(folder: string): Map<string, string> {
  mkdirSync(folder, { recursive: true });
  const missing = new Map<string, string>();
  for (const peer of PEERS) {
    if (peer.version(folder) !== undefined) continue;
    try {
      if (peer.install === undefined) throw new Error(`apt-get install ${peer.name.split(" ")[0]}`);
      process.stderr.write(`installing ${peer.name}\n`);
      peer.install(folder);
      if (peer.version(folder) === undefined) throw new Error("installed, but it does not start");
    } catch (error) {
      missing.set(peer.name, (error as Error).message.trim().split("\n").at(-1)!.slice(0, 160));
    }
  }
  return missing;
}

function run(program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): void {
  execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, ...environment } });
}

function versionOf(program: string, args: readonly string[]): string | undefined {
  try {
    const output = execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return /\d+\.\d+(?:\.\d+)?/.exec(output)?.[0];
  } catch {
    return undefined;
  }
}

function npmVersion(folder: string, name: string): string | undefined {
  const path = join(folder, "node_modules", name, "package.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).version : undefined;
}

export function countsOfTotals(json: string): Counts {
  const { lines, branches } = JSON.parse(json);
  return { lines: `${lines.covered}/${lines.total}`, branches: `${branches.covered}/${branches.total}` };
}

/** Counted from the records themselves, not from what the tool sums up. */
function countsOfTracefile(path: string): Counts {
  const counts = { DA: [0, 0], BRDA: [0, 0] };
  const bytes = readFileSync(path);
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline;
    const record = bytes.toString("latin1", start, end);
    const kind = record.startsWith("DA:") ? counts.DA : record.startsWith("BRDA:") ? counts.BRDA : undefined;
    if (kind !== undefined) {
      const value = kind === counts.DA ? record.split(",")[1] : record.slice(record.lastIndexOf(",") + 1);
      kind[1]!++;
      if (value !== "-" && value !== "0") kind[0]!++;
    }
    start = end + 1;
  }
  return { lines: counts.DA.join("/"), branches: counts.BRDA.join("/") };
}
