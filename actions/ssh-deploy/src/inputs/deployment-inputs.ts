import type { Check } from "@jessy-actions/deployment/checks/check";
import type { BatchSize } from "@jessy-actions/deployment/fleet/batch-size";
import type { Host } from "@jessy-actions/deployment/hosts/host";

export interface Inputs {
  readonly name: string;
  readonly token: string;
  readonly hosts: readonly Host[];
  readonly ssh: SshInputs;
  readonly deploy: ModeInputs;
  /** Absolute, or below the home of the user; the room of this deployment on each host. */
  readonly path: string;
  /** Variables for scripts and hooks on the hosts; values may be secrets. */
  readonly environmentVariables: Readonly<Record<string, string>>;
  /** Those values of them that nothing may show. */
  readonly secretValues: readonly string[];
  readonly hooks: HookInputs;
  readonly gates: readonly Gate[];
  readonly gateTiming: { readonly deadline: number; readonly interval: number; readonly passes: number };
  /** What a host must say that it runs; undefined: not asserted. */
  readonly version: string | undefined;
  readonly fleet: FleetInputs;
  readonly lock: { readonly name: string; readonly wait: number; readonly staleAfter: number };
  readonly record: "auto" | "never" | "required";
  readonly environment: string;
  readonly environmentUrl: string | undefined;
  /** What the probe asks while hosts are switched; undefined: the first gate that the runner can ask. */
  readonly probeUrl: string | undefined;
  readonly timeouts: { readonly connect: number; readonly script: number; readonly total: number };
  readonly dryRun: boolean;
  readonly onCancel: "rollback" | "leave";
  readonly comment: boolean;
  readonly annotations: boolean;
}

export interface SshInputs {
  readonly privateKey: string;
  readonly passphrase: string;
  readonly certificate: string;
  /** A socket of an agent that runs already. */
  readonly agent: string | undefined;
  readonly jumpKey: string;
  readonly jumpPassphrase: string;
  /** As written: known_hosts lines, fingerprints, certificate authorities. */
  readonly hostKeys: string;
}

export type ModeInputs =
  | {
      readonly mode: "files";
      /** Relative to the workspace. */
      readonly source: string;
      readonly exclude: readonly string[];
      readonly transfer: "auto" | "tar" | "rsync";
      /** Relative to the release; a `/` at the end means a folder. */
      readonly shared: readonly string[];
      readonly keep: number;
      /** Run after the switch on each host: reload a service. */
      readonly activate: string;
    }
  | {
      readonly mode: "compose";
      readonly files: readonly string[];
      readonly project: string;
      readonly services: readonly string[];
      readonly envFile: string;
      readonly image: ImageInputs | undefined;
    }
  | {
      readonly mode: "docker";
      readonly image: ImageInputs;
      readonly container: string;
      /** Arguments of `docker run`, one a line. */
      readonly run: readonly string[];
    }
  | { readonly mode: "command"; readonly switch: string; readonly rollback: string; readonly serving: string };

export interface ImageInputs {
  readonly reference: string;
  readonly verify: "none" | "digest" | "signature";
  /** PEM of public keys. */
  readonly keys: readonly string[];
  readonly identity: string | undefined;
  readonly issuer: string | undefined;
  readonly username: string;
  readonly password: string;
}

/** Scripts of the user; empty: none. */
export interface HookInputs {
  readonly beforeDeploy: string;
  readonly afterDeploy: string;
  readonly beforeHost: string;
  readonly afterHost: string;
  readonly onFailure: string;
}

export type Gate =
  /** `from: "host"`: asked on the host itself, by curl or wget. */
  | { readonly kind: "http"; readonly from: "host" | "runner"; readonly check: Check }
  | { readonly kind: "tcp"; readonly from: "host" | "runner"; readonly port: number }
  | { readonly kind: "command"; readonly script: string }
  | { readonly kind: "health"; readonly container: string };

export interface FleetInputs {
  /** Hosts that go first; 0: none. */
  readonly canary: number;
  /** Milliseconds that the canary must stay healthy. */
  readonly soak: number;
  /** Sizes of the groups after it, the last one repeated: `1`, `25%`, `100%`. */
  readonly batches: readonly BatchSize[];
  /** Milliseconds between groups. */
  readonly pause: number;
  /** Hosts that may fail before the whole deployment is rolled back. */
  readonly maxFailures: BatchSize;
}
