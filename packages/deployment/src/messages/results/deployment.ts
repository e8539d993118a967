import type { JsonValue } from "@jessy-actions/reading/json";
import { boolean, list, optional, whole } from "@jessy-actions/reading/json-fields";

/** What ssh-deploy says of a fleet, of its docs/schema/ssh-deploy-result.v1.json. */
export interface Deployment {
  /** One of ssh-deploy's words; a later version may have more. */
  readonly outcome: string;
  readonly fails: boolean;
  readonly version: string | undefined;
  readonly release: string;
  /** What all hosts served before; undefined: they differed, or served nothing. */
  readonly previousRelease: string | undefined;
  /** Empty: none. */
  readonly environment: string;
  readonly url: string | undefined;
  readonly hosts: readonly DeployedHost[];
  /** Measured while hosts were switched. */
  readonly downtime: { readonly requests: number; readonly lost: number; readonly milliseconds: number } | undefined;
  /** What another run of the same commit would do, a sentence. */
  readonly rerun: string;
}

export interface DeployedHost {
  readonly name: string;
  /** One of ssh-deploy's words. */
  readonly state: string;
  /** Asked from the host at the end; empty: nothing; undefined: it did not answer. */
  readonly serving: string | undefined;
  readonly failure: string | undefined;
}

/** @throws ReportError */
export function readDeployment(file: JsonValue): Deployment {
  const words = (key: string): string | undefined => optional(key, file.get(key), (value) => value.text())[key];
  return {
    outcome: file.get("outcome").text(),
    fails: boolean(file.get("fails")),
    version: words("version"),
    release: file.get("release").text(),
    previousRelease: words("previousRelease"),
    environment: words("environment") ?? "",
    url: words("url"),
    hosts: list(file.get("hosts"), readHost),
    downtime: optional("downtime", file.get("downtime"), readDowntime).downtime,
    rerun: words("rerun") ?? "",
  };
}

function readHost(host: JsonValue): DeployedHost {
  const serving = host.get("serving");
  const failure = host.get("failure");
  return {
    name: host.get("name").text(),
    state: host.get("state").text(),
    serving: serving.isMissing ? undefined : serving.text(),
    failure: failure.isMissing ? undefined : failure.get("message").text(),
  };
}

function readDowntime(downtime: JsonValue): NonNullable<Deployment["downtime"]> {
  return {
    requests: whole(downtime.get("requests")),
    lost: whole(downtime.get("lost")),
    milliseconds: downtime.get("milliseconds").number(),
  };
}
