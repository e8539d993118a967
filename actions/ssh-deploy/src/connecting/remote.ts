import type { Host } from "@jessy-actions/deployment/hosts/host";
import type { RemoteScript, ScriptEnd } from "@jessy-actions/deployment/shell/remote-script";

export interface RunOptions {
  /** Gets each line of both streams as it comes, without facts. */
  readonly onLine?: (line: string) => void;
  /** Runs on while a cancelled run cleans up (unlocking, rolling back). */
  readonly outlivesCancel?: boolean;
  readonly signal?: AbortSignal;
}

/** What the steps of a deployment may do to hosts. One generated configuration, one master connection a host. */
export interface Remote {
  /** Never throws for what a host or the way to it does. */
  run(host: Host, script: RemoteScript, options?: RunOptions): Promise<ScriptEnd>;
  /** `ssh` arguments up to and including the host, for programs that bring their own command (rsync's `-e`, tar by a pipe). */
  arguments(host: Host): readonly string[];
  /** Closes all master connections. */
  close(): Promise<void>;
}

/** What opening the connection to a host came to. */
export type Connected =
  | { readonly state: "connected"; readonly duration: number }
  | { readonly state: "failed"; readonly cause: ConnectionCause; readonly message: string };

export type ConnectionCause =
  | "unreachable"
  | "refused"
  | "timeout"
  | "host-key-unknown"
  | "host-key-changed"
  | "host-key-revoked"
  | "authentication"
  | "jump"
  | "busy" // MaxStartups
  | "forced-command"
  | "no-shell"
  | "protocol";
