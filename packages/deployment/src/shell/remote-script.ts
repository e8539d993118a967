/** A script for a host's `sh`, before it is wrapped. */
export interface RemoteScript {
  /** What it does, for logs and reports: `switch`. */
  readonly title: string;
  /** POSIX sh, run with `set -eu`. It may call `fact NAME VALUE` to report a value. */
  readonly body: string;
  /** Variables of the script; values may be secrets and travel by standard input alone. */
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds after which the host itself ends the whole process tree. */
  readonly timeout: number;
}

/** How a script ended on a host. */
export type ScriptEnd =
  | {
      readonly kind: "exited";
      readonly exitCode: number;
      /** What it reported by `fact NAME VALUE`; the last value of a name counts. */
      readonly facts: Readonly<Record<string, string>>;
      /** The last lines of both streams, without facts. */
      readonly tail: string;
      readonly duration: number;
    }
  /** `isEnded`: the host said that the process tree is gone. */
  | { readonly kind: "timeout"; readonly isEnded: boolean; readonly tail: string; readonly duration: number }
  /** No more is known of it: the watchdog on the host ends it when it notices. */
  | { readonly kind: "lost"; readonly message: string; readonly tail: string; readonly duration: number };
