import { quoted } from "./quoted.ts";

/** Characters of a path, without the registry (distribution/reference: RepositoryNameTotalLengthMax). */
export const MAX_REPOSITORY_CHARACTERS = 255;

/** `[a-z0-9]+` parts, joined by one `.`, one or two `_`, or any number of `-`. */
const COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const HOST_PART = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/;

/** What is wrong with the path of a repository (`acme/app`), and what to write; undefined if nothing is. */
export function repositoryProblem(path: string): string | undefined {
  if (path.length > MAX_REPOSITORY_CHARACTERS) {
    return `the repository ${quoted(path)} has ${path.length} characters; it may have at most ${MAX_REPOSITORY_CHARACTERS}`;
  }
  for (const component of path.split("/")) {
    const problem = componentProblem(component, path);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function componentProblem(component: string, path: string): string | undefined {
  if (COMPONENT.test(component)) return undefined;
  const what = component === path ? `the repository ${quoted(path)}` : `${quoted(component)} in ${quoted(path)}`;
  if (component === "") return `the repository ${quoted(path)} has an empty part; write names between single slashes`;
  if (/[A-Z]/.test(component)) return `${what} has upper-case letters; write ${quoted(path.toLowerCase())}`;
  const stranger = /[^a-z0-9._-]/u.exec(component);
  if (stranger !== null) {
    return `${what} holds ${quoted(stranger[0])}; write only a-z, 0-9, and single ".", "_", "__" or "-" between them`;
  }
  if (/^[._-]/.test(component)) return `${what} begins with ${quoted(component[0]!)}; begin with a letter or a digit`;
  if (/[._-]$/.test(component)) return `${what} ends with ${quoted(component.at(-1)!)}; end with a letter or a digit`;
  const [run] = /[._-]*\.[._-]+|_{3,}|_+-[._-]*|-+[._][._-]*|_+\.[._-]*/.exec(component) ?? [""];
  return `${what} has ${quoted(run)} between two letters or digits; write one ".", "_", "__", or "-"`;
}

/** What is wrong with a registry (`ghcr.io`, `localhost:5000`, `[::1]:5000`); undefined if nothing is. */
export function registryProblem(registry: string): string | undefined {
  const what = `the registry ${quoted(registry)}`;
  const [, host = registry, port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(registry) ?? [];
  if (port !== undefined && !/^[0-9]+$/.test(port))
    return `${what} has no valid port; write host:port, such as localhost:5000`;
  if (port !== undefined && (port.length > 5 || Number(port) < 1 || Number(port) > 65535)) {
    return `${what} has the port ${quoted(port)}; a port is a number from 1 to 65535`;
  }
  if (host.startsWith("[")) {
    return isAddress(host.slice(1, -1))
      ? undefined
      : `${what} is not a valid IPv6 address; write one such as [::1]:5000`;
  }
  const wrong = host.split(".").find((part) => !HOST_PART.test(part));
  if (wrong === undefined) return undefined;
  const part = wrong === "" ? "an empty part" : `the part ${quoted(wrong)}`;
  return `${what} has ${part}; write a host name such as ghcr.io or registry.example.com:5000`;
}

/** Groups of hexadecimal digits, with at most one `::`. Zones and embedded IPv4 addresses are outside the grammar. */
function isAddress(text: string): boolean {
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}
