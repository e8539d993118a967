import type { SignatureVerifier } from "@jessy-actions/images/signatures/verifier";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { findCredential } from "@jessy-actions/kit/docker/credential";
import { makePrivateConfig } from "@jessy-actions/kit/docker/docker-config";
import { isHub } from "@jessy-actions/kit/registry/address";
import type { Credential } from "@jessy-actions/kit/registry/authorization";
import type { Environment } from "@jessy-actions/kit/runner/environment";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Inputs } from "../inputs.ts";
import type { BuildPlanning } from "../planning/build-planning.ts";
import { readPromotionSource } from "../planning/promotion-source.ts";
import { openSigner, openVerifier } from "../signing/open-signer.ts";
import type { Signer } from "../signing/signer.ts";
import { credentialsByRegistry, Registries } from "./registries.ts";

/** What a run may do in the world: its registries, what it signs with, and the environment of docker. */
export interface Login {
  readonly registries: Registries;
  readonly signer: Signer | undefined;
  /** Of `verify`. */
  readonly verifier: SignatureVerifier | undefined;
  /** Docker's, with a private configuration that holds the run's credentials. */
  readonly environment: Environment;
  readonly notes: readonly string[];
}

/**
 * Makes docker's private configuration, and finds the credentials of every registry that images go to or come from: those of the
 * inputs, else those that somebody logged in with before. Nothing of it is in an argument, and `post` removes it.
 *
 * @param hasRepositoryScopes of buildx; asked only for Docker Hub, where they matter.
 * @throws UserError
 */
export async function openLogin(
  inputs: Inputs,
  { images, caches, pushes }: BuildPlanning,
  io: ActionIo,
  hasRepositoryScopes: () => Promise<boolean>,
): Promise<Login> {
  const { signing, verification, credentials } = inputs;
  const signs = signing !== undefined && pushes;
  const nowhere = images.find(({ destinations }) => destinations.length === 0);
  if (signs && nowhere !== undefined)
    throw new UserError(
      `input \`sign\`: \`${nowhere.name}\` goes to no registry, and would stay unsigned; set \`images\``,
    );
  const signer = signs ? await openSigner(signing, io, inputs.retryFor) : undefined;
  const verifier = verification && (await openVerifier(verification, io));
  const destinations = images.flatMap((image) => image.destinations);
  const given = credentialsByRegistry(credentials, images);
  const { environment, config, notes } = makePrivateConfig({
    temporary: io.temporary,
    environment: io.environment,
    logins: [...given].map(([registry, login]) => ({
      registry,
      ...login,
      repositories: destinations.filter((each) => each.registry === registry).map(({ repository }) => repository),
    })),
    hasRepositoryScopes: [...given.keys()].some(isHub) && (await hasRepositoryScopes()),
    needsHubLogin: Object.values(caches).some(({ from, to }) =>
      [...from, ...to].some(({ type }) => type === "registry"),
    ),
    log: io.log,
  });
  const found = new Map<string, Credential>(given);
  const source = inputs.promote === undefined ? undefined : readPromotionSource(inputs.promote).registry;
  const asked = [...destinations.map((each) => each.registry), ...(source === undefined ? [] : [source])];
  for (const registry of new Set(asked)) {
    if (found.has(registry)) continue;
    const credential = await findCredential(config, registry, { environment: io.environment, cwd: io.workspace }).catch(
      (cause: Error) => {
        throw new UserError(`${cause.message}; or give \`username\` and \`password\``, { cause });
      },
    );
    if (credential !== undefined) found.set(registry, credential);
  }
  return {
    registries: new Registries(found, inputs.retryFor, io.log),
    signer,
    verifier,
    environment: { ...io.environment, ...environment },
    notes,
  };
}
