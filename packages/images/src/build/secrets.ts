import type { BakeSecret } from "./bake-file.ts";
import type { BuildContext } from "./context.ts";
import { type Problems, shown } from "./problems.ts";
import type { TargetInputs } from "./target-inputs.ts";

/** BuildKit refuses a larger one: "secret too big. max size 500KiB" (session/secrets). */
export const MAX_SECRET_BYTES = 500 * 1024;

/** Linux takes at most 128 KiB for one variable, its name included. A larger secret goes by a file. */
const MAX_VARIABLE_BYTES = 100 * 1024;

/** The prefix of the variables by which secrets reach buildx. */
const VARIABLE = "JESSY_BUILD_SECRET_";

const GIT_TOKEN = `${VARIABLE}GIT_TOKEN`;

export interface SecretFile {
  readonly path: string;
  readonly content: string;
}

export interface SecretPlan {
  readonly bake: readonly BakeSecret[];
  /** Variables of buildx's own process. Values are secret. */
  readonly environment: Readonly<Record<string, string>>;
  /** To be written with mode 0600 before the build. Contents are secret. */
  readonly files: readonly SecretFile[];
  /** Files of the user that buildx reads. */
  readonly read: readonly string[];
  /** Ids of empty secrets, in a run that has none. */
  readonly leftOut: readonly string[];
}

export interface SecretFacts {
  readonly environment: Readonly<Record<string, string>>;
  /** A private folder of this run. */
  readonly privateFolder: string;
  /** Reads the repository, when BuildKit itself fetches it as the default context. Secret. */
  readonly gitToken?: string;
  /** Why the run has no secrets, as a clause. Then an empty one is left out; else it is wrong. */
  readonly missingSecrets?: string;
}

/**
 * Where buildx finds each secret. A value travels in a variable or a file, byte for byte; it reaches neither the
 * arguments nor the bake file, and no message quotes it.
 */
export function planSecrets(
  name: string,
  inputs: TargetInputs,
  context: BuildContext,
  facts: SecretFacts,
  problems: Problems,
): SecretPlan {
  const bake: BakeSecret[] = [];
  const environment: Record<string, string> = {};
  const files: SecretFile[] = [];
  const read: string[] = [];
  const leftOut: string[] = [];
  const ids = new Set<string>();
  const isNew = (input: string, id: string) => {
    if (ids.has(id)) problems.add(input, `the secret ${shown(id)} is there twice`, "give each secret an id of its own");
    return !ids.has(id) && ids.add(id) !== undefined;
  };

  for (const [index, entry] of inputs.secrets.entries()) {
    const [id, value] = parted(entry);
    if (id !== "" && value === "" && facts.missingSecrets !== undefined) {
      leftOut.push(id);
    } else if (id === "" || value === "") {
      const missing = id === "" ? "has no `id=` before its value" : "has an empty value";
      problems.add(
        "secrets",
        `entry ${index + 1} ${missing}`,
        "write `id=value`; is the secret set in the repository?",
      );
    } else if (value.length > MAX_SECRET_BYTES || Buffer.byteLength(value) > MAX_SECRET_BYTES) {
      const found = `the secret ${shown(id)} has more than ${MAX_SECRET_BYTES} bytes`;
      problems.add("secrets", found, "BuildKit takes no larger one; pass what is needed of it");
    } else if (isNew("secrets", id)) {
      const place = `${name.toUpperCase().replaceAll("-", "_")}_${bake.length}`;
      if (Buffer.byteLength(value) <= MAX_VARIABLE_BYTES && !value.includes("\0")) {
        environment[`${VARIABLE}${place}`] = value;
        bake.push({ id, env: `${VARIABLE}${place}` });
      } else {
        const path = `${facts.privateFolder}/secret-${place.toLowerCase()}`;
        files.push({ path, content: value });
        bake.push({ id, src: path });
      }
    }
  }
  for (const entry of inputs["secret-envs"]) {
    const [id, variable] = parted(entry);
    if (id === "" || variable === "")
      problems.add(
        "secret-envs",
        `${shown(entry)} is not \`id=VARIABLE\``,
        "write `id=VARIABLE`, the name without a `$`",
      );
    else if (!Object.hasOwn(facts.environment, variable))
      problems.add("secret-envs", `the variable ${shown(variable)} is not set`, "set it in the `env:` of the step");
    else if (facts.environment[variable] === "" && facts.missingSecrets !== undefined) leftOut.push(id);
    else if (isNew("secret-envs", id)) bake.push({ id, env: variable });
  }
  for (const entry of inputs["secret-files"]) {
    const [id, path] = parted(entry);
    if (id === "" || path === "")
      problems.add("secret-files", `${shown(entry)} is not \`id=path\``, "write `id=path/of/the/file`");
    else if (isNew("secret-files", id)) {
      bake.push({ id, src: path });
      read.push(path);
    }
  }
  const token = facts.gitToken ?? "";
  const host = context.fromRepository ? /^https?:\/\/([^/]+)\//.exec(context.url)?.[1] : undefined;
  if (host !== undefined && token !== "" && ![...ids].some((id) => id.startsWith("GIT_AUTH_TOKEN"))) {
    environment[GIT_TOKEN] = token;
    bake.push({ id: `GIT_AUTH_TOKEN.${host}`, env: GIT_TOKEN });
  }
  return { bake, environment, files, read, leftOut };
}

/** At the first `=`; a value may hold more of them. */
function parted(entry: string): readonly [string, string] {
  const equals = entry.indexOf("=");
  return equals < 0 ? ["", ""] : [entry.slice(0, equals).trim(), entry.slice(equals + 1)];
}
