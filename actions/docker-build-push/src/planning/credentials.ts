import type { EmptyLogin } from "@jessy-actions/kit/runner/run-secrets";
import { nearest } from "@jessy-actions/reading/nearest";
import { UserErrors } from "@jessy-actions/reading/user-error";
import { parseYaml, YamlError } from "@jessy-actions/reading/yaml";

/** A login to one registry. The password is secret. */
export interface Credential {
  /** Host and port; `docker.io` for Docker Hub. Empty: the one that all images are pushed to. */
  readonly registry: string;
  readonly username: string;
  readonly password: string;
}

export interface Logins {
  /** Those that are complete. */
  readonly credentials: readonly Credential[];
  readonly empty: readonly EmptyLogin[];
}

const FIELDS = ["registry", "username", "password"] as const;

const EXAMPLE = "Write `- registry: ghcr.io` with `username` and `password` below it";

/** Names under which people log in to Docker Hub. */
const HUB = /^(?:https?:\/\/)?(?:(?:index|registry|registry-1|hub)\.)?docker\.(?:io|com)(?:\/v[12])?\/?$/i;

/**
 * Reads the inputs `username`, `password` and `registries`. Whether an empty one is wrong is for the event to say: in
 * runs without secrets it is not.
 *
 * @throws UserErrors with everything that is wrong whatever the event is; no message quotes a password.
 */
export function readCredentials(username: string, password: string, registries: string): Logins {
  const problems: string[] = [];
  const empty: EmptyLogin[] = [];
  const [missing, given] = username === "" ? ["username", "password"] : ["password", "username"];
  if ((username === "") !== (password === ""))
    empty.push({
      problem: `input \`${missing}\` is empty, and \`${given}\` is set; is the secret set in the repository, and spelt like this?`,
      login: `by \`${given}\``,
      found: `\`${missing}\` is empty`,
    });
  const own = username !== "" && password !== "" ? [{ registry: "", username, password }] : [];
  const listed = readList(registries, problems, empty);
  const seen = new Set<string>();
  for (const { registry } of listed) {
    if (seen.has(registry)) problems.push(`input \`registries\` names \`${registry}\` twice; keep one`);
    seen.add(registry);
  }
  if (problems.length > 0) throw new UserErrors(problems);
  return { credentials: [...own, ...listed], empty };
}

/** The host as references name it. Docker Hub has many names. */
export function registryHost(text: string): string {
  const trimmed = text.trim();
  return HUB.test(trimmed)
    ? "docker.io"
    : trimmed
        .replace(/^https?:\/\//i, "")
        .replace(/\/+$/, "")
        .toLowerCase();
}

function readList(text: string, problems: string[], empty: EmptyLogin[]): readonly Credential[] {
  if (text.trim() === "") return [];
  let list: unknown;
  try {
    list = parseYaml(text).value;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    // The library's own message may quote the text, and passwords stand in it.
    problems.push(
      `input \`registries\` is not valid YAML at line ${error.line}; put values with special characters in quotes`,
    );
    return [];
  }
  if (!Array.isArray(list)) {
    problems.push(`input \`registries\` is not a list. ${EXAMPLE}`);
    return [];
  }
  return list.flatMap((item: unknown, index) =>
    readItem(item, `input \`registries\`, entry ${index + 1},`, problems, empty),
  );
}

function readItem(item: unknown, place: string, problems: string[], empty: EmptyLogin[]): readonly Credential[] {
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    problems.push(`${place} is not a map. ${EXAMPLE}`);
    return [];
  }
  const before = problems.length;
  const fields = new Map<string, unknown>(Object.entries(item));
  for (const key of fields.keys()) {
    if ((FIELDS as readonly string[]).includes(key)) continue;
    const near = nearest(key, FIELDS);
    problems.push(
      `${place} has a field that is not known; ${near === undefined ? EXAMPLE : `did you mean \`${near}\`?`}`,
    );
  }
  const text = (key: (typeof FIELDS)[number]): string => {
    const value = fields.get(key);
    // `password: ${{ secrets.X }}` of an empty secret is null in YAML.
    if (fields.has(key) && (value === null || (typeof value === "string" && value.trim() === ""))) return "";
    if (typeof value === "string") return value;
    problems.push(`${place} \`${key}\` ${value === undefined ? "is missing" : "is not a text; put it in quotes"}`);
    return "";
  };
  const [registry, username, password] = [registryHost(text("registry")), text("username"), text("password")];
  if (problems.length > before) return [];
  const fieldsByName = { registry, username, password };
  const missing = FIELDS.filter((key) => fieldsByName[key] === "").map((key) => `\`${key}\``);
  if (missing.length === 0) return [fieldsByName];
  const found = `${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} empty`;
  empty.push({
    problem: `${place} ${found}; is the secret set in the repository, and spelt like this?`,
    login: registry === "" ? `of ${place.replace(/,$/, "")}` : `to \`${registry}\``,
    found,
  });
  return [];
}
