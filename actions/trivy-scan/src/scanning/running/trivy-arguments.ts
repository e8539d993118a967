import type { Scanner } from "../../inputs.ts";

/** One run of Trivy. Paths are absolute. */
export interface TrivyRun {
  /** `rootfs` reads installed packages such as jars, `fs` lock files. A folder's configuration is `fs`, too. */
  readonly command: "fs" | "rootfs" | "image" | "sbom";
  readonly scanners: readonly Scanner[];
  /** A folder, a file, an image archive or an OCI layout. */
  readonly artifact: string;
  /** Paths or globs that Trivy passes over: absolute, or from the root of an image. */
  readonly skipFolders: readonly string[];
  readonly skipFiles: readonly string[];
}

export interface RunSettings {
  readonly databaseFolder: string;
  readonly output: string;
  /** An empty file. */
  readonly empty: string;
  /** Milliseconds. */
  readonly timeout: number;
}

/** Trivy ends itself some time after we would have ended it: only where we no longer can. */
const BACKSTOP = 30_000;

/**
 * The arguments of a run. Whatever Trivy would take from its working folder, its environment or its defaults is said:
 *
 * - `--config` and `--ignorefile` name an empty file, and `--secret-config ""` loads none: that works in all versions. A `trivy.yaml`, `.trivyignore` or
 *   `trivy-secret.yaml` of the scanned repository never counts. Ignore files are applied by us, from the base; secrets are found by
 *   Trivy's built-in rules, whose built-in exceptions (tests, examples, Markdown and the like) stay.
 * - `--debug` instead of `--quiet`: only there Trivy tells of lock files that it cannot parse (0.76 passes over them and
 *   exits with 0). It costs nothing that can be measured.
 * - `--exit-code 0`: anything else than 0 is a failure of Trivy. Findings are judged by us.
 * - Nothing is fetched: neither databases nor checks, VEX repositories, versions or telemetry.
 * - The cache is memory: a scan knows nothing of earlier ones.
 */
export function trivyArguments(
  run: TrivyRun,
  { databaseFolder, output, empty, timeout }: RunSettings,
): readonly string[] {
  const isSbom = run.command === "sbom";
  return [
    run.command,
    ...["--config", empty, "--ignorefile", empty],
    ...["--format", "json", "--output", output, "--exit-code", "0"],
    ...["--debug", "--no-progress", "--timeout", `${Math.ceil((timeout + BACKSTOP) / 1000)}s`],
    ...["--cache-dir", databaseFolder, "--cache-backend", "memory"],
    ...["--severity", "UNKNOWN,LOW,MEDIUM,HIGH,CRITICAL", "--list-all-pkgs", "--show-suppressed"],
    ...["--scanners", run.scanners.join(",")],
    ...["--skip-db-update", "--skip-java-db-update", "--skip-vex-repo-update", "--offline-scan"],
    ...["--disable-telemetry", "--skip-version-check"],
    // Trivy refuses flags that a command has no use for.
    ...(isSbom ? [] : ["--skip-check-update", "--secret-config", ""]),
    ...(isSbom ? [] : run.skipFolders.flatMap((path) => ["--skip-dirs", asField(path)])),
    ...(isSbom ? [] : run.skipFiles.flatMap((path) => ["--skip-files", asField(path)])),
    ...(run.command === "image" ? ["--input", run.artifact] : ["--", run.artifact]),
  ];
}

/** Trivy reads lists as CSV. */
function asField(path: string): string {
  return /[",\n\r]|^\s|\s$/.test(path) ? `"${path.replaceAll('"', '""')}"` : path;
}
