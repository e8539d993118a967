import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import { checkTogether } from "./inputs/check-together.ts";
import type { Inputs } from "./inputs/deployment-inputs.ts";
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

export type {
  FleetInputs,
  Gate,
  HookInputs,
  ImageInputs,
  Inputs,
  ModeInputs,
  SshInputs,
} from "./inputs/deployment-inputs.ts";

export function readInputs(reader: InputReader): Inputs {
  const hosts = readHosts(reader);
  const version = reader.optional("version");
  const { environmentVariables, secretValues } = readVariables(reader);
  const { lockWait, staleAfter, soak, pause, ...times } = readDurations(reader);
  const { gates, gateSecrets } = readGates(reader, environmentVariables, times.gateTiming.deadline);
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
