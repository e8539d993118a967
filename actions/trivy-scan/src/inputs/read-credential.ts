import { parseReference } from "@jessy-actions/images/reference";
import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import type { EmptyLogin } from "@jessy-actions/kit/runner/run-secrets";
import type { Target } from "../targets/target.ts";

/** The password is secret. */
export interface Credential {
  readonly username: string;
  readonly password: string;
}

/**
 * The login to the registry of the images. Whether an empty user name or password is wrong is for the event to say:
 * secrets are empty in runs that may not have them.
 */
export function readCredential(
  reader: InputReader,
  targets: readonly Target[],
): { readonly credential: Credential | undefined; readonly emptyLogin: EmptyLogin | undefined } {
  const [username, password] = [reader.string("username"), reader.string("password")];
  if (username === "" && password === "") return { credential: undefined, emptyLogin: undefined };
  const registries = [...new Set(targets.flatMap(registriesOf))];
  if (registries.length > 1)
    reader.problem(
      password === "" ? "username" : "password",
      `is for one registry, and \`targets\` has images of ${registries.map(quote).join(" and ")}; scan those of each in a step of its own`,
    );
  if (username !== "" && password !== "") return { credential: { username, password }, emptyLogin: undefined };
  const [missing, given] = username === "" ? ["username", "password"] : ["password", "username"];
  return {
    credential: undefined,
    emptyLogin: {
      problem: `input \`${missing}\` is empty, and \`${given}\` is set; is the secret set in the repository, and spelt like this?`,
      login: `by \`${given}\``,
      found: `\`${missing}\` is empty`,
    },
  };
}

function registriesOf({ kind, location, base }: Target): readonly string[] {
  if (kind !== "image") return [];
  return [location, ...(base === undefined ? [] : [base])].map((text) => parseReference(text).registry);
}
