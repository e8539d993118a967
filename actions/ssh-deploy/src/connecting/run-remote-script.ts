import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import type { RemoteScript, ScriptEnd } from "@jessy-actions/deployment/shell/remote-script";
import { ScriptOutput } from "@jessy-actions/deployment/shell/script-output";
import type { ScriptTag } from "@jessy-actions/deployment/shell/script-tag";
import { BEAT, BEAT_INTERVAL, STOP, wrapScript } from "@jessy-actions/deployment/shell/wrap-script";
import { runLiveProcess } from "@jessy-actions/kit/process/live";
import { diagnose } from "@jessy-actions/kit/ssh/diagnosis";
import type { SshClient } from "@jessy-actions/kit/ssh/ssh-client";
import type { RunOptions } from "./remote.ts";

/** Milliseconds that a host has to end a script that is told to stop: SIGKILL comes after two seconds. */
const STOP_TIME = 8000;
/** Milliseconds that ssh may stay after the script has ended: a process in the background may hold its output. */
const LEAVE_TIME = 200;

/** How a script ended, and whether the host began it at all. */
export interface ScriptOutcome {
  readonly end: ScriptEnd;
  readonly hasStarted: boolean;
  /** What ssh said, of the way or of the login shell. Untrusted. */
  readonly stderr: string;
}

/** Runs one script over ssh, from the first byte to the word of its host that it has ended. Never throws. */
export async function runRemoteScript(
  client: SshClient,
  alias: string,
  script: RemoteScript,
  tag: ScriptTag,
  { onLine, outlivesCancel, signal }: RunOptions,
): Promise<ScriptOutcome> {
  const begin = performance.now();
  const { command, input: text, nonce } = wrapScript(script, tag, randomBytes(16).toString("hex"));
  const output = new ScriptOutput(nonce, onLine);
  const input = new PassThrough();
  const over = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  let isStopped = false;
  const leave = (after: number) => timers.push(setTimeout(() => over.abort(new Error("it did not end")), after));
  const stop = () => {
    if (isStopped || output.end !== undefined) return;
    isStopped = true;
    input.write(STOP);
    leave(STOP_TIME);
  };
  const read = (line: string) => {
    const hadEnded = output.end !== undefined;
    output.line(line);
    if (hadEnded || output.end === undefined) return;
    input.end();
    leave(LEAVE_TIME);
  };
  input.write(text);
  const beats = setInterval(() => input.write(BEAT), BEAT_INTERVAL);
  timers.push(setTimeout(stop, script.timeout));
  signal?.addEventListener("abort", stop, { once: true });
  if (signal?.aborted === true) stop();
  let stderr = "";
  try {
    const ended = await runLiveProcess("ssh", [...client.arguments(alias), command], {
      cwd: "/",
      environment: client.environment,
      input,
      onLine: read,
      timeout: script.timeout + 2 * STOP_TIME,
      grace: 500,
      signal: over.signal,
      ...(outlivesCancel === true && { outlivesCancel }),
    });
    stderr = ended.stderr;
  } catch (error) {
    stderr = (error as Error).message;
  } finally {
    clearInterval(beats);
    for (const timer of timers) clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    input.destroy();
  }
  const duration = performance.now() - begin;
  return { end: endOf(output, { isStopped, stderr, duration }), hasStarted: output.hasStarted, stderr };
}

function endOf(
  output: ScriptOutput,
  { isStopped, stderr, duration }: { readonly isStopped: boolean; readonly stderr: string; readonly duration: number },
): ScriptEnd {
  const { end, facts, tail } = output;
  if (end === undefined)
    return isStopped
      ? { kind: "timeout", isEnded: false, tail, duration }
      : { kind: "lost", message: lostMessage(output.hasStarted, stderr), tail, duration };
  switch (end.kind) {
    case "exited":
      return { kind: "exited", exitCode: end.exitCode, facts, tail, duration };
    case "stopped":
      return { kind: "timeout", isEnded: end.isEnded, tail, duration };
    case "unfit": {
      const problem = `this host has no \`${end.program}\`, which ends scripts with all that they started (util-linux, busybox)`;
      return { kind: "exited", exitCode: 127, facts: { problem }, tail: problem, duration };
    }
  }
}

function lostMessage(hasStarted: boolean, stderr: string): string {
  if (!hasStarted) return diagnose(stderr).message;
  const detail = stderr.trim().split("\n").at(-1) ?? "";
  return `the connection ended while it ran${detail === "" ? "" : ` (${detail})`}`;
}
