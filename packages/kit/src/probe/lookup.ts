import { ProbeFault } from "./attempt.ts";
import { ipVersion } from "./ip-address.ts";

/** The most addresses of a name that are tried. */
const MAX_ADDRESSES = 64;

/**
 * The addresses of a name, asked anew each time, in the order in which they are to be tried: the resolver's, with the
 * families taking turns (RFC 8305, 4). An address is its own.
 *
 * @throws ProbeFault
 */
export async function lookUp(host: string, family: 4 | 6 | undefined): Promise<readonly string[]> {
  const own = ipVersion(host);
  if (own !== undefined) {
    if (family !== undefined && family !== own) throw nameless(host, family);
    return [host];
  }
  const found = await resolve(host, family);
  const addresses = inTurns(found).slice(0, MAX_ADDRESSES);
  if (addresses.length === 0) throw nameless(host, family);
  return addresses;
}

interface Found {
  readonly address: string;
  readonly family: number;
}

/** Those whose answer is not there yet: a lookup cannot be ended, and four that hang would keep all others waiting. */
const asked = new Map<string, Promise<readonly Found[]>>();

function resolve(host: string, family: 4 | 6 | undefined): Promise<readonly Found[]> {
  const key = `${family ?? ""} ${host}`;
  const known = asked.get(key);
  if (known !== undefined) return known;
  const found = new Promise<readonly Found[]>((done, reject) =>
    // Not an import: loading it costs milliseconds, which only a run that asks a server should pay.
    process
      .getBuiltinModule("node:dns")
      .lookup(host, { all: true, family: family ?? 0, order: "verbatim" }, (error, addresses) =>
        error === null ? done(addresses) : reject(nameFault(host, family, error)),
      ),
  );
  asked.set(key, found);
  const forget = () => asked.delete(key);
  found.then(forget, forget);
  return found;
}

function inTurns(found: readonly Found[]): readonly string[] {
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
