import { spawn } from "node:child_process";

export interface Measurement {
  /** Wall time from start to end of the process, milliseconds. */
  readonly milliseconds: number;
  /** Peak resident memory of the process and its children, megabytes (getrusage, by /usr/bin/time). */
  readonly megabytes: number;
  readonly stdout: string;
}

/** Runs a program once. @throws Error with the end of its standard error when it fails. */
export function measure(program: string, args: readonly string[], cwd: string): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn("/usr/bin/time", ["-f", "%M", program, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr = (stderr + chunk).slice(-4000);
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const milliseconds = performance.now() - start;
      const kilobytes = Number(stderr.trim().split("\n").at(-1));
      if (code !== 0)
        reject(new Error(`${program} ended with ${code}: ${stderr.trim().split("\n").slice(-3).join(" | ")}`));
      else resolve({ milliseconds, megabytes: kilobytes / 1000, stdout });
    });
  });
}
