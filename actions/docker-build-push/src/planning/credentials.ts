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

const FIELDS = ["registry", "username", "password"] as const;

const EXAMPLE = "Write `- registry: ghcr.io` with `username` and `password` below it";

/** Names under which people log in to Docker Hub. */
const HUB = /^(?:https?:\/\/)?(?:(?:index|registry|registry-1|hub)\.)?docker\.(?:io|com)(?:\/v[12])?\/?$/i;

/**
 * Reads the inputs `username`, `password` and `registries`.
 *
 * @throws UserErrors with everything that is wrong; no message quotes a password.
 */
export function readCredentials(username: string, password: string, registries: string): readonly Credential[] {
  const problems: string[] = [];
  if (username === "" && password !== "")
    problems.push("input `username` is empty, and `password` is set; set both or none");
  if (username !== "" && password === "")
    problems.push(
      "input `password` is empty, and `username` is set; is the secret there, also for pull requests from forks?",
    );
  const own = username !== "" && password !== "" ? [{ registry: "", username, password }] : [];
  const listed = readList(registries, problems);
  const seen = new Set<string>();
  for (const { registry } of listed) {
    if (seen.has(registry)) problems.push(`input \`registries\` names \`${registry}\` twice; keep one`);
    seen.add(registry);
  }
  if (problems.length > 0) throw new UserErrors(problems);
  return [...own, ...listed];
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

function readList(text: string, problems: string[]): readonly Credential[] {
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
  return list.flatMap((item: unknown, index) => readItem(item, `input \`registries\`, entry ${index + 1},`, problems));
}

function readItem(item: unknown, place: string, problems: string[]): readonly Credential[] {
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    problems.push(`${place} is not a map. ${EXAMPLE}`);
    return [];
  }
  const before = problems.length;
  const fields = new Map(Object.entries(item));
  for (const key of fields.keys()) {
    if ((FIELDS as readonly string[]).includes(key)) continue;
    const near = nearest(key, FIELDS);
    problems.push(
      `${place} has a field that is not known; ${near === undefined ? EXAMPLE : `did you mean \`${near}\`?`}`,
    );
  }
  const text = (key: (typeof FIELDS)[number]) => {
    const value = fields.get(key);
    if (typeof value === "string" && value.trim() !== "") return value;
    const found =
      value === undefined || value === null || value === "" ? "is missing" : "is not a text; put it in quotes";
    problems.push(`${place} \`${key}\` ${found}`);
    return "";
  };
  const credential = {
    registry: registryHost(text("registry")),
    username: text("username"),
    password: text("password"),
  };
  return problems.length > before ? [] : [credential];
}
