import type { Credential as RegistryCredential } from "@jessy-actions/kit/registry/authorization";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { Patience } from "@jessy-actions/kit/registry/retry";
import type { Log } from "@jessy-actions/kit/runner/log";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Credential } from "../planning/credentials.ts";
import type { ImagePlan } from "../planning/image-plan.ts";

/** One client for each registry of a run, with the run's credentials, and one patience for all of them. */
export class Registries {
  readonly #credentials: ReadonlyMap<string, RegistryCredential>;
  readonly #clients = new Map<string, Registry>();
  readonly #log: Log;
  readonly #patience: Patience;

  constructor(credentials: ReadonlyMap<string, RegistryCredential>, retryFor: number, log: Log) {
    this.#credentials = credentials;
    this.#log = log;
    this.#patience = new Patience(retryFor);
  }

  /** @param name e.g. `docker.io`. */
  readonly of = (name: string): Registry => {
    const known = this.#clients.get(name);
    if (known !== undefined) return known;
    const registry = new Registry(name, {
      credential: this.#credentials.get(name),
      log: this.#log,
      patience: this.#patience,
    });
    this.#clients.set(name, registry);
    return registry;
  };
}

/**
 * Credentials by registry. Those of `username` and `password` are of the one registry that all images go to.
 *
 * @throws UserError when there are several of them.
 */
export function credentialsByRegistry(
  credentials: readonly Credential[],
  images: readonly Pick<ImagePlan, "destinations">[],
): ReadonlyMap<string, { readonly username: string; readonly password: string }> {
  const registries = [...new Set(images.flatMap(({ destinations }) => destinations.map(({ registry }) => registry)))];
  const listed = new Set(credentials.map(({ registry }) => registry));
  return new Map(
    credentials.map(({ registry, username, password }) => {
      if (registry !== "") return [registry, { username, password }];
      const open = registries.filter((name) => !listed.has(name));
      const [only = registries[0] ?? "docker.io", ...others] = open;
      if (others.length > 0)
        throw new UserError(
          `inputs \`username\` and \`password\` are for one registry, and the images go to ${open.join(", ")}; list the logins in \`registries\``,
        );
      return [only, { username, password }];
    }),
  );
}
