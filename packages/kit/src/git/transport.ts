import { randomUUID } from "node:crypto";
import { UserError } from "@jessy-actions/reading/user-error";
import type { ProcessResult } from "../process/process.ts";
import { remoteEnvironment } from "./git-environment.ts";
import type { GitProcess } from "./git-process.ts";
import { isAuthorization, parseAddress, type RemoteAddress } from "./remote-address.ts";
import { SETTINGS, type Setting, settingsEnvironment } from "./settings.ts";

export interface TransportOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** For fetching missing history if the checkout left no credentials. */
  readonly credentials?: { readonly serverUrl: string; readonly token: string };
  /** Where `origin` is, whatever the clone says. Without it, the clone's own `remote.origin.url` counts. */
  readonly origin?: string;
}

/** Settings of `http.*` that a clone may have: the header of actions/checkout, and what only changes the speed. */
const HARMLESS_HTTP =
  /\.(?:extraheader|postbuffer|version|useragent|lowspeedlimit|lowspeedtime|maxrequests|minsessions|keepalive\w*)$/;

/**
 * Git that talks to a remote, so that nothing in the clone decides with whom and how:
 *
 * - git gets a made-up name, and one `url.*.insteadOf` from us that leads from it to the address. Git takes the longest
 *   match and rewrites once, so no `insteadOf`, `remote.*` or `.git/remotes` of the clone can match.
 * - only the address's own protocol is allowed, and programs that a clone can name are replaced (ssh, helpers).
 * - credentials are for this one address, and for this one process.
 * - transport settings of the clone (`http.proxy`, `http.sslVerify`) cannot be outranked one by one: they are refused.
 */
export class Transport {
  readonly #git: GitProcess;
  readonly #options: TransportOptions;
  /** Cannot be guessed, so nobody prepared a configuration for it. */
  readonly #name = `jessy-${randomUUID()}://remote`;

  constructor(git: GitProcess, options: TransportOptions) {
    this.#git = git;
    this.#options = options;
  }

  /** @param remote `origin`, or an address. @returns undefined when there is no such remote, or no safe way to it. */
  async address(remote: string): Promise<RemoteAddress | undefined> {
    const { directory } = this.#git;
    if (remote !== "origin") return parseAddress(remote, directory);
    if (this.#options.origin !== undefined) return parseAddress(this.#options.origin, directory);
    const { exitCode, stdout } = await this.#git.run(["config", "--get-all", "-z", "remote.origin.url"]);
    return exitCode === 0 ? parseAddress(stdout.toString().split("\0")[0] ?? "", directory) : undefined;
  }

  /** Lists refs. It happens outside of the clone, whose configuration then has no say at all. */
  async list(remote: string, options: readonly string[], timeout: number): Promise<ProcessResult | undefined> {
    const address = await this.address(remote);
    if (address === undefined) return undefined;
    const args = ["ls-remote", "--quiet", "--upload-pack=git-upload-pack", ...options, "--end-of-options", this.#name];
    const environment = { ...(await this.#environment(address)), GIT_DIR: "/dev/null" };
    return this.#git.start(args, { environment, timeout, cwd: "/" }, this.#shown(args));
  }

  /**
   * Fetches without tags, submodules and their files (blobs), which git gets when it needs them.
   *
   * @returns whether it did.
   */
  async fetch(remote: string, options: readonly string[], refspecs: readonly string[]): Promise<boolean> {
    const address = await this.address(remote);
    if (address === undefined) return false;
    const fixed = ["--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--filter=blob:none"];
    const result = await this.#inClone(address, [
      "fetch",
      ...fixed,
      "--upload-pack=git-upload-pack",
      ...options,
      "--end-of-options",
      this.#name,
      ...refspecs,
    ]);
    const isDone = result.exitCode === 0;
    await this.#renamePromisor(isDone ? (remote === "origin" ? "origin" : address.url) : undefined);
    return isDone;
  }

  /** Runs a command that may need files which a partial clone has left on the remote. */
  async runWithMissingFiles(args: readonly string[], settings: readonly Setting[] = []): Promise<ProcessResult> {
    const address = (await this.#isPartial()) ? await this.address("origin") : undefined;
    if (address === undefined) return this.#git.run(args, settings);
    return this.#inClone(address, args, [...settings, [`remote.${this.#name}.promisor`, "true"]]);
  }

  async #inClone(
    address: RemoteAddress,
    args: readonly string[],
    settings: readonly Setting[] = [],
  ): Promise<ProcessResult> {
    await this.#refuseForeignSettings();
    const environment = await this.#environment(address, settings);
    return this.#git.start(args, { environment }, this.#shown(args));
  }

  /** The made-up name says nothing to people, and an address may hold a password. */
  #shown(args: readonly string[]): string {
    return args.join(" ").replace(this.#name, "(remote)");
  }

  async #environment(
    address: RemoteAddress,
    settings: readonly Setting[] = [],
  ): Promise<Record<string, string | undefined>> {
    const { url, protocol } = address;
    return {
      ...remoteEnvironment(this.#options.environment, protocol),
      ...settingsEnvironment([
        ...SETTINGS,
        [`url.${url}.insteadOf`, this.#name],
        // An empty value forgets the helpers that were named before, whichever they are.
        ["credential.helper", ""],
        [`credential.${url}.helper`, ""],
        ["fetch.bundleURI", ""],
        ["transfer.bundleURI", "false"],
        ...settings,
        ...(protocol === "https" || protocol === "http" ? await this.#authorization(url) : []),
      ]),
    };
  }

  /** actions/checkout leaves an authorization header in the configuration; without one, ours is used. */
  async #authorization(url: string): Promise<readonly Setting[]> {
    const header = `http.${url}.extraheader`;
    const { credentials } = this.#options;
    if (credentials === undefined || !url.startsWith(`${credentials.serverUrl}/`)) return [[header, ""]];
    const { serverUrl, token } = credentials;
    const { stdout } = await this.#git.run(["config", "--get-urlmatch", "http.extraheader", `${serverUrl}/`]);
    const left = stdout.toString().replace(/\n$/, "");
    const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
    const own = token === "" ? undefined : `AUTHORIZATION: basic ${basic}`;
    const value = isAuthorization(left) ? left : own;
    return [[header, ""], ...(value === undefined ? [] : [[header, value] as const])];
  }

  /** @throws UserError naming the first setting by which the clone would choose the way to GitHub. */
  async #refuseForeignSettings(): Promise<void> {
    // In a partial clone git asks its remotes by itself, and of several programs for that the first counts.
    const pattern = (await this.#isPartial()) ? "^(https?\\.|remote\\..*\\.(uploadpack|vcs)$)" : "^https?\\.";
    const { stdout } = await this.#git.run(["config", "--includes", "--name-only", "-z", "--get-regexp", pattern]);
    const refused = stdout
      .toString()
      .split("\0")
      .find((key) => key !== "" && !HARMLESS_HTTP.test(key));
    if (refused === undefined) return;
    throw new UserError(
      `the repository's git configuration sets \`${refused}\`, which decides how a remote is reached; remove it, and set a proxy or certificates by environment (\`https_proxy\`, \`GIT_SSL_CAINFO\`)`,
    );
  }

  async #isPartial(): Promise<boolean> {
    const partial = "^(remote\\..*\\.promisor|extensions\\.partialclone)$";
    return (await this.#git.run(["config", "--includes", "--get-regexp", partial])).exitCode === 0;
  }

  /**
   * A fetch without blobs makes git remember where they are, even if it fails. That must be a name that git knows later,
   * too.
   *
   * @param name undefined when nothing was fetched.
   */
  async #renamePromisor(name: string | undefined): Promise<void> {
    const section = `remote.${this.#name}`;
    if ((await this.#git.run(["config", "--get", `${section}.promisor`])).exitCode !== 0) return;
    await this.#git.run(["config", "--remove-section", section]);
    if (name === undefined) return;
    await this.#git.run(["config", `remote.${name}.promisor`, "true"]);
    await this.#git.run(["config", `remote.${name}.partialclonefilter`, "blob:none"]);
  }
}
