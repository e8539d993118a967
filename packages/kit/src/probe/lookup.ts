import { isIP } from "node:net";
import { ProbeFault } from "./attempt.ts";

/** The most addresses of a name that are tried. */
const MAX_ADDRESSES = 64;

/**
 * The addresses of a name, asked anew each time, in the order in which they are to be tried: the resolver's, with the
 * families taking turns (RFC 8305, 4). An address is its own.
 *
 * @throws ProbeFault
 */
export async function lookUp(host: string, family: 4 | 6 | undefined): Promise<readonly string[]> {
  const own = isIP(host);
  if (own !== 0) {
    if (family !== undefined && family !== own) throw nameless(host, family);
    return [host];
  }
  const found = await new Promise<readonly { readonly address: string; readonly family: number }[]>((resolve, reject) =>
    // Not an import: loading it costs milliseconds, which only a run that asks a server should pay.
    process
      .getBuiltinModule("node:dns")
      .lookup(host, { all: true, family: family ?? 0, order: "verbatim" }, (error, addresses) =>
        error === null ? resolve(addresses) : reject(nameFault(host, family, error)),
      ),
  );
  const addresses = inTurns(found).slice(0, MAX_ADDRESSES);
  if (addresses.length === 0) throw nameless(host, family);
  return addresses;
}

function inTurns(found: readonly { readonly address: string; readonly family: number }[]): readonly string[] {
  const first = found.filter(({ family }) => family === found[0]?.family);
  const second = found.filter(({ family }) => family !== found[0]?.family);
  const ordered = Array.from({ length: Math.max(first.length, second.length) }, (_, at) => [first[at], second[at]]);
  return [...new Set(ordered.flat().flatMap((one) => one?.address ?? []))];
}

function nameFault(host: string, family: 4 | 6 | undefined, { code = "" }: NodeJS.ErrnoException): ProbeFault {
  if (code === "ENOTFOUND" || code === "ENODATA" || code === "EAI_NODATA" || code === "EAI_ADDRFAMILY")
    return nameless(host, family);
  return new ProbeFault("name", `the name server did not say the address of ${host} (${code})`);
}

function nameless(host: string, family: 4 | 6 | undefined): ProbeFault {
  if (family !== undefined) return new ProbeFault("name", `${host} has no IPv${family} address`);
  return new ProbeFault("name", `the name ${host} does not resolve`);
}
