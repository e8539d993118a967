import type { Host } from "@jessy-actions/deployment/hosts/host";
import { READ_LOCK } from "@jessy-actions/deployment/lock/lock-scripts";
import type { ModeScripts } from "@jessy-actions/deployment/modes/mode";
import type { Log } from "@jessy-actions/kit/runner/log";
import type { Connected, Remote } from "../connecting/remote.ts";
import type { HostFacts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import { durationText } from "../rendering/duration-text.ts";
import { readPreflight } from "./read-preflight.ts";

/** Looks at every host that has a connection, at the same time. Changes nothing on any. */
export async function checkHosts(
  inputs: Pick<Inputs, "path" | "lock" | "timeouts" | "environmentVariables">,
  connections: ReadonlyMap<string, Connected>,
  hosts: readonly Host[],
  scripts: ModeScripts,
  { remote, log }: { readonly remote: Pick<Remote, "run">; readonly log: Log },
): Promise<readonly HostFacts[]> {
  return Promise.all(
    hosts.map(async (host): Promise<HostFacts> => {
      const connection = connections.get(host.name);
      if (connection === undefined) throw new Error(`nobody tried to connect to ${host.name}`);
      if (connection.state === "failed") {
        log.info(`${host.name} | no connection: ${connection.message}`);
        return { host, connection, preflight: undefined };
      }
      const end = await remote.run(host, {
        title: "preflight",
        body: `${READ_LOCK}${scripts.preflight}`,
        environment: {
          ...inputs.environmentVariables,
          ...scripts.environment,
          JESSY_PATH: inputs.path,
          JESSY_LOCK: inputs.lock.name,
          JESSY_HOST: host.name,
        },
        timeout: inputs.timeouts.script,
      });
      const preflight = readPreflight(end);
      const [problem] = preflight.problems;
      const said = problem ?? `serves ${preflight.serving || "nothing"}`;
      log.info(`${host.name} | ${said} (${durationText(connection.duration + preflight.duration)})`);
      return { host, connection, preflight };
    }),
  );
}
