import { resolve } from "node:path";
import { KeyError } from "@jessy-actions/images/signatures/key-error";
import { readSigningKey, type SigningKey } from "@jessy-actions/images/signatures/keys";
import type { Environment } from "@jessy-actions/kit/runner/environment";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import { UserError } from "@jessy-actions/reading/user-error";
import type { KeySigning, KeySource } from "./signing-inputs.ts";

/** cosign's own variable. */
const PASSWORD = "COSIGN_PASSWORD";

/**
 * Reads the private key before anything is built: one that cannot be used ends the run at once.
 *
 * @throws UserError that names the input; it never quotes the key.
 */
export function openKey(
  { key, password }: Pick<KeySigning, "key" | "password">,
  environment: Environment,
  workspace: string,
): SigningKey {
  const text = keyText(key, environment, workspace);
  const given = password ?? environment[PASSWORD];
  try {
    return readSigningKey(text, given);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    // cosign also encrypts with an empty password, and an input that is empty looks like none.
    if (error.fault === "password-missing") return openWithoutPassword(text);
    throw new UserError(`input \`signing-key\`: ${error.message}`, { cause: error });
  }
}

function openWithoutPassword(text: string): SigningKey {
  try {
    return readSigningKey(text, "");
  } catch (cause) {
    const message = `input \`signing-key\`: the key is encrypted; set \`signing-password\` or the variable ${PASSWORD}`;
    throw new UserError(message, { cause });
  }
}

function keyText(source: KeySource, environment: Environment, workspace: string): string {
  if ("text" in source) return source.text;
  if ("file" in source) {
    return readFile(resolve(workspace, source.file)).toString();
  }
  const text = environment[source.variable];
  if (text !== undefined && text.trim() !== "") return text;
  throw new UserError(
    `input \`signing-key\` is empty, and so is the variable ${source.variable}; is the secret there, also for pull requests from forks?`,
  );
}
