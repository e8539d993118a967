import type { SigningKey } from "@jessy-actions/images/signatures/keys";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Environment } from "@jessy-actions/kit/runner/environment";
import type { Inputs } from "../inputs.ts";
import type { BuildPlanning } from "../planning/build-planning.ts";
import { openKey } from "../signing/open-key.ts";
import { credentialsByRegistry, Registries } from "./registries.ts";

/** What a run may do in the world: its registries, the key it signs with, and the environment of docker. */
export interface Login {
  readonly registries: Registries;
  readonly key: SigningKey | undefined;
  /** Docker's, with a private configuration that holds the run's credentials. */
  readonly environment: Environment;
}

/** Nothing of it is in an argument, and nothing is left after the step: `post` removes the folder. */
export function openLogin(inputs: Inputs, { images }: BuildPlanning, io: ActionIo): Login {
  const credentials = credentialsByRegistry(inputs.credentials, images);
  const { signing } = inputs;
  return {
    registries: new Registries(credentials, inputs.retryFor, io.log),
    key: signing === undefined ? undefined : openKey(signing, io.environment, io.workspace),
    environment: io.environment,
  };
}
