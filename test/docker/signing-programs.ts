import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";

/** Absolute paths of what signs and what stores. */
export interface SigningPrograms {
  readonly cosign2: string;
  readonly cosign3: string;
  readonly registry: string;
}

const FOLDER = resolve(import.meta.dirname, "../../build/engines/debian");
const FILES = {
  cosign2: ["trixie/usr/bin/cosign", "version"],
  cosign3: ["sid/usr/bin/cosign", "version"],
  registry: ["sid/usr/bin/docker-registry", "--version"],
} as const;

/** Debian's cosign 2 and 3 and its registry, or undefined, said on stderr, where one of them does not start. */
export function signingPrograms(): SigningPrograms | undefined {
  const entries = Object.entries(FILES).map(([name, [file, check]]) => [name, join(FOLDER, file), check] as const);
  const missing = entries.filter(([, path, check]) => !starts(path, check)).map(([name]) => name);
  if (missing.length > 0) {
    process.stderr.write(`skipped: ${missing.join(", ")} not in ${FOLDER}: signatures were not shown to cosign\n`);
    return undefined;
  }
  return Object.fromEntries(entries.map(([name, path]) => [name, path])) as unknown as SigningPrograms;
}

function starts(path: string, check: string): boolean {
  try {
    execFileSync(path, [check], { stdio: "ignore", timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}
