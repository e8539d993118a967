import type { ActionIo } from "@jessy-actions/kit/action/io";
import { inParallel } from "@jessy-actions/kit/blob-storage/in-parallel";
import { isLoopback } from "@jessy-actions/kit/registry/address";
import { Patience } from "@jessy-actions/kit/registry/retry";
import { quote } from "@jessy-actions/kit/runner/inputs";
import {
  Service,
  ServiceError,
  type ServiceOptions,
  type ServiceRequest,
} from "@jessy-actions/kit/web-service/service";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";
import { type IndexAnswer, MAX_INDEX_BYTES, readIndexAnswer } from "@jessy-actions/security/rustsec/crates-index";
import type { CratesIndex, IndexAnswers } from "./crates-index.ts";
import { indexPath } from "./index-path.ts";

/** Cargo asks for more at once, over one connection of HTTP/2. */
const AT_ONCE = 16;

/** All waits for an index that is down, milliseconds. */
const PATIENCE = 60_000;

/** After so many crates that the index gave no answer about the others are not asked about any more. */
const MAX_FAILURES = 3;

/** An index says so of what it does not have (Cargo Book, "Sparse Protocol"). */
const UNKNOWN = [404, 410, 451];

/**
 * The index by its sparse protocol, a request for each crate. Nothing is sent but names of crates that a lock takes from
 * crates.io, no redirect is followed, and http is spoken with this machine alone.
 *
 * @throws UserError when nothing there is an index.
 */
export async function openSparseIndex(
  location: string,
  io: Pick<ActionIo, "log">,
  options: Partial<ServiceOptions> = {},
): Promise<CratesIndex> {
  const base = baseOf(location);
  const service = new Service("The index of crates.io", {
    log: io.log,
    patience: new Patience(PATIENCE),
    ...options,
  });
  await checkConfiguration(service, base);
  const index = new SparseIndex(service, base);
  const origin = `${base.host}${base.pathname.replace(/\/$/, "")}`;
  return {
    about: { name: "crates-index", version: null, updatedAt: null, origin },
    ask: (crates) => index.ask(crates),
  };
}

function baseOf(location: string): URL {
  const address = location.replace(/^sparse\+/, "");
  const url = URL.canParse(address) ? new URL(`${address.replace(/\/*$/, "")}/`) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.host));
  if (url !== undefined && isSafe && url.username === "" && url.search === "" && url.hash === "") return url;
  throw new UserError(`input \`crates-index\` is ${quote(location)}; write \`https://index.crates.io\`, or a folder`);
}

/** Anything else would answer 404 to every name, as if all crates had been taken down. */
async function checkConfiguration(service: Service, base: URL): Promise<void> {
  const request: ServiceRequest = {
    failing: "does not say that it is one",
    method: "GET",
    url: new URL("config.json", base),
    expected: [200],
  };
  try {
    service.read(request, await service.request(request), (root) => root.get("dl").text());
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new UserError(
      `${error.message}; correct \`crates-index\`, or leave it empty: yanked versions are not looked for then`,
    );
  }
}

class SparseIndex {
  readonly #service: Service;
  readonly #base: URL;
  readonly #answers = new Map<string, IndexAnswer>();
  readonly #refusals = new Map<string, string>();
  #failures = 0;

  constructor(service: Service, base: URL) {
    this.#service = service;
    this.#base = base;
  }

  async ask(crates: readonly string[]): Promise<IndexAnswers> {
    const isKnown = (crate: string) => this.#answers.has(crate) || this.#refusals.has(crate);
    const open = [...new Set(crates)].filter((crate) => !isKnown(crate));
    await inParallel(open, AT_ONCE, undefined, async (crate) => this.#askAbout(crate));
    return { answers: this.#answers, refusals: this.#refusals };
  }

  async #askAbout(crate: string): Promise<void> {
    const path = indexPath(crate);
    if (path === undefined) {
      this.#refusals.set(crate, "is not a name that crates.io has");
      return;
    }
    if (this.#failures >= MAX_FAILURES) {
      this.#refusals.set(crate, "was not asked about, after others got no answer");
      return;
    }
    try {
      const { status, body } = await this.#service.request({
        failing: `gave no answer about ${crate}`,
        method: "GET",
        url: new URL(path, this.#base),
        expected: [200, ...UNKNOWN],
        maxBytes: MAX_INDEX_BYTES,
      });
      this.#answers.set(crate, UNKNOWN.includes(status) ? new Map() : readIndexAnswer(body, crate));
    } catch (error) {
      if (!(error instanceof ServiceError || error instanceof ReportError)) throw error;
      if (error instanceof ServiceError) this.#failures++;
      this.#refusals.set(crate, error instanceof ServiceError ? error.message : `the answer ${error.message}`);
    }
  }
}
