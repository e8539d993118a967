import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readFile } from "../runner/file-content.ts";

/** What Docker's folder of certificates holds for one registry. PEM. */
export interface HostCertificates {
  /** Authorities that count beside the machine's. */
  readonly ca: readonly string[];
  /** Shown to registries that ask for a client's certificate. */
  readonly client: { readonly cert: string; readonly key: string } | undefined;
}

const NONE: HostCertificates = { ca: [], client: undefined };

/** The daemon's, and that of a daemon without root. @param environment of the process. */
export function certificateFolders(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { XDG_CONFIG_HOME: config, HOME: home } = environment;
  const own = config || (home && join(home, ".config"));
  return ["/etc/docker/certs.d", ...(own ? [join(own, "docker/certs.d")] : [])];
}

/**
 * Reads `HOST/` or `HOST:PORT/` below each folder as Docker does: `*.crt` is an authority, `NAME.cert` with `NAME.key` a
 * client's certificate. What this user may not read is left out, and said.
 *
 * https://docs.docker.com/engine/security/certificates/
 *
 * @param host as references name it. @param say gets what could not be used, a line each.
 */
export function readHostCertificates(
  host: string,
  folders: readonly string[],
  say: (line: string) => void,
): HostCertificates {
  // The name is checked, and so leads to no other folder.
  const found = folders.map((folder) => readFolder(join(folder, host), say));
  return {
    ca: found.flatMap(({ ca }) => ca),
    client: found.find(({ client }) => client !== undefined)?.client,
  };
}

function readFolder(folder: string, say: (line: string) => void): HostCertificates {
  let names: readonly string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    return NONE;
  }
  const read = (name: string) => {
    try {
      return readFile(join(folder, name)).toString();
    } catch (error) {
      say(`The certificate ${join(folder, name)} is not used: ${(error as Error).message}`);
      return undefined;
    }
  };
  const ca = names.filter((name) => name.endsWith(".crt")).flatMap((name) => read(name) ?? []);
  for (const name of names.filter((each) => each.endsWith(".cert"))) {
    const pair = name.replace(/\.cert$/, ".key");
    const [cert, key] = [read(name), read(pair)];
    if (cert !== undefined && key !== undefined) return { ca, client: { cert, key } };
  }
  return { ca, client: undefined };
}
