import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import type { Shell } from "../../../packages/deployment/testing/shells.ts";
import type { Remote } from "../src/connecting/remote.ts";

/** "Hosts" that are all this machine: scripts run in a shell of it, as they would on a host. */
export function shellRemote({ command: [program, ...args], searchPath }: Shell): Pick<Remote, "run"> {
  return {
    async run(_host, { body, environment, timeout }) {
      const start = performance.now();
      // NUL ends each part of a fact: no value has one.
      const script = `fact() { printf '%s\\0%s\\0' "$1" "$2" >&3; }\nset -eu\n${body}`;
      const child = spawn(program, [...args, "-c", script], {
        env: { PATH: searchPath, TMPDIR: tmpdir(), ...environment },
        stdio: ["ignore", "pipe", "pipe", "pipe"],
        timeout,
      });
      const parts = [1, 2, 3].map((at) => {
        const bytes: Buffer[] = [];
        child.stdio[at]?.on("data", (chunk: Buffer) => bytes.push(chunk));
        return bytes;
      });
      const [code] = (await once(child, "close")) as [number | null];
      const [stdout = "", stderr = "", facts = ""] = parts.map((bytes) => Buffer.concat(bytes).toString());
      const [tail, duration] = [`${stdout}${stderr}`.trim(), performance.now() - start];
      if (code === null) return { kind: "timeout", isEnded: true, tail, duration };
      return { kind: "exited", exitCode: code, facts: pairs(facts.split("\0")), tail, duration };
    },
  };
}

function pairs(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    words.slice(0, -1).flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? ""]] : [])),
  );
}
