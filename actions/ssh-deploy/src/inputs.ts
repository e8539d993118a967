import type { Check } from "@jessy-actions/deployment/checks/check";
import type { Host } from "@jessy-actions/deployment/hosts/host";
import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import { checkTogether } from "./inputs/check-together.ts";
import { readWebAddress } from "./inputs/read-addresses.ts";
import { readDurations } from "./inputs/read-durations.ts";
import { readFleet } from "./inputs/read-fleet.ts";
import { readGates } from "./inputs/read-gates.ts";
import { readHosts } from "./inputs/read-hosts.ts";
import { readMode } from "./inputs/read-mode.ts";
import { readPath } from "./inputs/read-path.ts";
import { readRecord } from "./inputs/read-record.ts";
import { readSsh } from "./inputs/read-ssh.ts";
import { readVariables } from "./inputs/read-variables.ts";

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

export type BatchSize = { readonly hosts: number } | { readonly percent: number };

export function readInputs(reader: InputReader): Inputs {
  const hosts = readHosts(reader);
  const version = reader.optional("version");
  const { environmentVariables, secretValues } = readVariables(reader);
  const { gates, gateSecrets } = readGates(reader, environmentVariables);
  const { lockWait, staleAfter, soak, pause, ...times } = readDurations(reader);
  const inputs: Inputs = {
    name: reader.string("name"),
    token: reader.string("github-token"),
    hosts,
    ssh: readSsh(reader),
    deploy: readMode(reader),
    path: readPath(reader),
    environmentVariables,
    secretValues: [...new Set([...secretValues, ...gateSecrets])],
    hooks: {
      beforeDeploy: reader.string("before-deploy"),
      afterDeploy: reader.string("after-deploy"),
      beforeHost: reader.string("before-host"),
      afterHost: reader.string("after-host"),
      onFailure: reader.string("on-failure"),
    },
    gates,
    ...times,
    version,
    fleet: readFleet(reader, hosts.length, { soak, pause }),
    lock: { name: readLockName(reader), wait: lockWait, staleAfter },
    ...readRecord(reader),
    probeUrl: readWebAddress(reader, "probe-url", "https://api.example.com/health"),
    dryRun: reader.boolean("dry-run", false),
    onCancel: reader.enumeration("on-cancel", ["rollback", "leave"], "rollback"),
    comment: reader.boolean("comment", true),
    annotations: reader.boolean("annotations", true),
  };
  checkTogether(reader, inputs);
  return Object.freeze(inputs);
}

/** A part of a file's name on the hosts. */
function readLockName(reader: InputReader): string {
  const name = reader.string("lock") || "deploy";
  if (!/^[A-Za-z0-9][\w.-]{0,62}$/.test(name))
    reader.wrong("lock", name, "a name of letters, digits, `-`, `_` and `.`, such as `deploy`");
  return name;
}
