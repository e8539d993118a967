import { isUtf8 } from "node:buffer";
import { resolve } from "node:path";
import { MAX_SECRET_BYTES } from "@jessy-actions/images/build/secrets";
import type { KnownSecret } from "@jessy-actions/images/exposed-secrets/known-values";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { withFile } from "@jessy-actions/kit/runner/file-content";
import type { Inputs } from "../inputs.ts";

/**
 * Every value that the run knows to be secret: masked before anything is said, and looked for in what is to be pushed.
 * User names are not secret, and neither is a build argument: whoever pulls the image reads it.
 */
export function runSecrets(
  { credentials, signing, token, targets }: Pick<Inputs, "credentials" | "signing" | "token" | "targets">,
  { environment, workspace }: Pick<ActionIo, "environment" | "workspace">,
): readonly KnownSecret[] {
  const found = new Map<string, KnownSecret>();
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined && value.trim() !== "") found.set(JSON.stringify([name, value]), { name, value });
  };
  const addFile = (name: string, path: string) => add(name, contentOf(resolve(workspace, path)));

  for (const { inputs } of targets) {
    for (const [id, value] of inputs.secrets.map(parted)) add(id, value);
    for (const [id, variable] of inputs["secret-envs"].map(parted)) add(id, environment[variable]);
    for (const [id, path] of inputs["secret-files"].map(parted)) addFile(id, path);
    for (const [id, paths] of inputs.ssh.map(parted))
      for (const path of paths === "" ? [] : paths.split(",")) addFile(`ssh key ${id}`, path);
  }
  for (const { password, registry } of credentials) add(`the password of ${registry || "the registry"}`, password);
  if (signing?.kind === "key") {
    const { key, password } = signing;
    if ("text" in key) add("signing-key", key.text);
    else if ("variable" in key) add("signing-key", environment[key.variable]);
    else if (LOOKS_LIKE_KEY.test(key.file)) add("signing-key", key.file);
    else addFile("signing-key", key.file);
    add("signing-password", password ?? environment.COSIGN_PASSWORD);
  }
  add("github-token", token);
  return [...found.values()];
}

/** A key in base64 is not a path, and an error that says so must not show it. */
const LOOKS_LIKE_KEY = /^[A-Za-z0-9+/=\s]{80,}$/;

/** At the first `=`. */
function parted(entry: string): readonly [string, string] {
  const equals = entry.indexOf("=");
  return equals < 0 ? [entry, ""] : [entry.slice(0, equals).trim(), entry.slice(equals + 1)];
}

/**
 * What a file of secrets holds; in base64 if it is not a text. Undefined if it cannot be read, which the build or the
 * key's own reader says, or is larger than any secret of BuildKit.
 */
function contentOf(path: string): string | undefined {
  try {
    return withFile(path, ({ size, head }) => {
      if (size > MAX_SECRET_BYTES) return undefined;
      const bytes = Buffer.from(head(size));
      return isUtf8(bytes) ? bytes.toString() : bytes.toString("base64");
    });
  } catch {
    return undefined;
  }
}
