import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Farm, FarmHost } from "../../scripts/farm/farm.ts";
import { type Job, runActionStep, timed } from "../actions/action-step.ts";

/** What one deployment cost, from the first process to the end of the last, in milliseconds. */
export interface Deployment {
  readonly milliseconds: number;
  readonly failure: string | undefined;
}

/** A way to bring a folder to hosts. */
export interface Contender {
  readonly name: string;
  /** On the hosts; nobody meets another's files. */
  readonly path: string;
  deploy(hosts: readonly FarmHost[], job: Job): Promise<Deployment>;
}

const root = resolve(import.meta.dirname, "../..");

/** The folder of easingthemes/ssh-deploy. @throws Error that says how to get it. */
export function peerFolder(): string {
  const folder = process.env.JESSY_PEERS;
  if (folder !== undefined && existsSync(join(folder, "ssh-deploy/action.yml")))
    return join(resolve(folder), "ssh-deploy");
  throw new Error(
    "set JESSY_PEERS to a folder with the peer:\n  git clone https://github.com/easingthemes/ssh-deploy $JESSY_PEERS/ssh-deploy",
  );
}

/** ssh_config and keys for those who bring none of their own. */
export function writeClient(farm: Farm, folder: string): string {
  writeFileSync(join(folder, "key"), farm.keys.user, { mode: 0o600 });
  writeFileSync(join(folder, "known_hosts"), farm.knownHosts);
  const config = join(folder, "ssh_config");
  writeFileSync(
    config,
    `Host *\n  User root\n  BatchMode yes\n  IdentitiesOnly yes\n  IdentityFile ${join(folder, "key")}\n  UserKnownHostsFile ${join(folder, "known_hosts")}\n`,
  );
  return config;
}

export function ours(
  farm: Farm,
  transfer: "tar" | "rsync",
  path: string,
  inputs: Record<string, string> = {},
): Contender {
  return {
    name: `ssh-deploy (ours, ${transfer})`,
    path,
    async deploy(hosts, job) {
      const step = await runActionStep(
        join(root, "actions/ssh-deploy/action.yml"),
        {
          hosts: hosts.map(({ address, name }) => `root@${address} name=${name}`).join("\n"),
          "private-key": farm.keys.user,
          "host-keys": farm.knownHosts,
          source: "site",
          path,
          transfer,
          gates: "command true",
          "gate-passes": "1",
          record: "never",
          comment: "false",
          "github-token": "",
          ...inputs,
        },
        job,
      );
      const post = await step.post();
      return ended(step.exitCode, step.milliseconds + post.milliseconds, step.log);
    },
  };
}

/** One host after the other, one connection a step, as `ssh HOST 'command'` in a workflow does. @param steps for each host. */
export function sshLoop(config: string, path: string, steps: number): Contender {
  return {
    name: `ssh in a loop, ${steps} steps a host`,
    path,
    async deploy(hosts, { workspace, machine }) {
      const line = `for host in ${hosts.map(({ address }) => address).join(" ")}; do for step in $(seq ${steps}); do ssh -F ${config} $host true || exit 1; done; done`;
      const { exitCode, milliseconds, log } = await timed("sh", ["-c", line], {
        cwd: workspace,
        env: variables(machine),
      });
      return ended(exitCode, milliseconds, log);
    },
  };
}

/** What there is to copy, and nothing else: no release, no switch, no gate. */
export function rsyncLoop(config: string, path: string): Contender {
  return {
    name: "rsync in a loop",
    path,
    async deploy(hosts, { workspace, machine }) {
      const copies = hosts.map(
        ({ address }) => `rsync -a --delete -e "ssh -F ${config}" site/ ${address}:${path}/ || exit 1`,
      );
      const { exitCode, milliseconds, log } = await timed("sh", ["-c", copies.join("\n")], {
        cwd: workspace,
        env: variables(machine),
      });
      return ended(exitCode, milliseconds, log);
    },
  };
}

/** A step for each host: it knows one. */
export function peer(farm: Farm, path: string): Contender {
  const action = join(peerFolder(), "action.yml");
  return {
    name: "easingthemes/ssh-deploy",
    path,
    async deploy(hosts, job) {
      let milliseconds = 0;
      for (const { address } of hosts) {
        const step = await runActionStep(
          action,
          {
            SSH_PRIVATE_KEY: farm.keys.user,
            REMOTE_HOST: address,
            REMOTE_USER: "root",
            SOURCE: "site/",
            TARGET: path,
            ARGS: "-rlgoDzvc -i --delete",
            SCRIPT_AFTER: "true",
            SCRIPT_AFTER_REQUIRED: "true",
          },
          job,
        );
        milliseconds += step.milliseconds;
        if (step.exitCode !== 0) return ended(step.exitCode, milliseconds, step.log);
      }
      return ended(0, milliseconds, "");
    },
  };
}

const variables = (machine: Job["machine"]): Record<string, string> =>
  Object.fromEntries(Object.entries(machine).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

const ended = (exitCode: number, milliseconds: number, log: string): Deployment => ({
  milliseconds,
  failure: exitCode === 0 ? undefined : log.trim().split("\n").slice(-3).join(" "),
});
