import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import type { Host } from "@jessy-actions/deployment/hosts/host";
import { isPlainName, manifestOf } from "@jessy-actions/deployment/releases/manifest";
import { DATA_COMMAND, expectScript, receiveScript } from "@jessy-actions/deployment/releases/receiving";
import { type ProcessResult, runProcess } from "@jessy-actions/kit/process/process";
import type { Remote, RunOptions } from "../connecting/remote.ts";
import { packTree } from "./pack-tree.ts";
import { shownName, type Tree } from "./read-tree.ts";
import { rsyncArguments, rsyncInput } from "./rsync-command.ts";
import type { Sent } from "./transfer.ts";

export interface SendSettings {
  /** Where the deployment is on the host. */
  readonly path: string;
  readonly release: string;
  /** `auto`: rsync where both sides have it. */
  readonly transfer: "auto" | "tar" | "rsync";
  /** Whether there is an rsync here. */
  readonly hasRsync: boolean;
  /** Of ssh and rsync here. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workspace: string;
  /** Milliseconds for each program. */
  readonly timeout: number;
}

/** What makes this attempt end, in words for a report. */
class SendError extends Error {
  readonly tail: string;

  constructor(message: string, tail: string) {
    super(message);
    this.tail = tail;
  }
}

/** Files of the release before were changed on the host: what was linked to them is not what it was. */
class ChangedLinks extends SendError {}

/** Brings a tree to a host: asks what it lacks, sends that, and has it verify all of it. */
export async function sendTree(
  tree: Tree,
  settings: SendSettings,
  remote: Remote,
  host: Host,
  options: Pick<RunOptions, "onLine" | "signal"> = {},
): Promise<Sent> {
  const start = performance.now();
  const attempt = new Attempt(tree, settings, remote.arguments(host), options);
  const duration = () => Math.round(performance.now() - start);
  try {
    try {
      return { kind: "sent", ...(await attempt.send(true)), duration: duration() };
    } catch (error) {
      if (!(error instanceof ChangedLinks)) throw error;
      options.onLine?.("files of the release before were changed on this host: everything is copied anew");
      return { kind: "sent", ...(await attempt.send(false)), duration: duration() };
    }
  } catch (error) {
    const tail = error instanceof SendError ? error.tail : "";
    return { kind: "failed", message: (error as Error).message, tail, duration: duration() };
  }
}

class Attempt {
  readonly #tree: Tree;
  readonly #settings: SendSettings;
  readonly #ssh: readonly string[];
  readonly #options: Pick<RunOptions, "onLine" | "signal">;
  readonly #token = randomBytes(12).toString("hex");

  constructor(
    tree: Tree,
    settings: SendSettings,
    ssh: readonly string[],
    options: Pick<RunOptions, "onLine" | "signal">,
  ) {
    this.#tree = tree;
    this.#settings = settings;
    this.#ssh = ssh;
    this.#options = options;
  }

  async send(
    mayLink: boolean,
  ): Promise<{ readonly files: number; readonly bytes: number; readonly by: "tar" | "rsync" }> {
    const { by, base, files } = await this.#expect(mayLink);
    const bytes = files.reduce((total, { size }) => total + size, 0);
    if (by === "rsync") await this.#rsync(base);
    const { links } = this.#tree;
    const pieces = by === "tar" ? packTree(this.#tree, files) : [];
    const { answers, ended } = await this.#run(receiveScript(this.#token), [by, String(links.length)], pieces);
    if (answers.some(({ word }) => word === "whole")) return { files: files.length, bytes, by };
    const bad = answers.flatMap(({ word, rest }) => (word === "bad" && rest !== "" ? [shownName(rest)] : []));
    if (answers.some(({ word }) => word === "bad")) {
      const names = bad.map((name) => `\`${name}\``).join(", ");
      const message = `files arrived that are not what was sent${names === "" ? "" : `: ${names}`}`;
      throw base === "" ? new SendError(message, ended.stderr) : new ChangedLinks(message, ended.stderr);
    }
    throw this.#failure("the release did not arrive", ended, answers);
  }

  async #expect(mayLink: boolean) {
    const { transfer, hasRsync } = this.#settings;
    const wantsRsync = transfer !== "tar" && hasRsync;
    const flags = [mayLink, wantsRsync].map((flag) => (flag ? "yes" : "no"));
    const manifest = Buffer.from(manifestOf(this.#tree.files), "latin1");
    const { answers, ended } = await this.#run(expectScript(this.#token), flags, [manifest]);
    const first = (word: string) => answers.find((answer) => answer.word === word)?.rest;
    const by = first("by");
    if (first("end") === undefined || (by !== "tar" && by !== "rsync"))
      throw this.#failure("the host took no list of files", ended, answers);
    if (transfer === "rsync" && by === "tar")
      throw new SendError(
        `\`transfer\` is \`rsync\`, and ${hasRsync ? "the host" : "the runner"} has none`,
        ended.stderr,
      );
    const needed = new Set(answers.flatMap(({ word, rest }) => (word === "need" ? [rest] : [])));
    const files =
      by === "rsync" ? this.#tree.files : this.#tree.files.filter(({ name }) => !isPlainName(name) || needed.has(name));
    return { by, base: first("base") ?? "", files } as const;
  }

  async #rsync(base: string): Promise<void> {
    const { release, path } = this.#settings;
    const args = rsyncArguments({ ssh: this.#ssh, root: this.#tree.root, path, release, base });
    const ended = await this.#start("rsync", args, Readable.from([rsyncInput(this.#tree)]));
    if (ended.exitCode !== 0) throw this.#failure(`rsync ended with ${ended.exitCode}`, ended, []);
  }

  /** Runs a script on the host with the lines that it reads first, and the data that follow. */
  async #run(script: string, words: readonly string[], pieces: Iterable<Buffer>) {
    const { path, release } = this.#settings;
    const lines = [path, release, this.#token, ...words].map((word) => `${word}\n`).join("");
    const head = Buffer.from(script + lines);
    const ended = await this.#start("ssh", [...this.#ssh, DATA_COMMAND], Readable.from(joined(head, pieces)));
    const said = ended.stdout.toString("latin1").split("\n");
    const answers = said.flatMap((line) => {
      const [, word, rest = ""] = line.startsWith(this.#token) ? (/^\S+ (\S+)(?: (.*))?$/.exec(line) ?? []) : [];
      return word === undefined ? [] : [{ word, rest }];
    });
    return { answers, ended };
  }

  #start(program: string, args: readonly string[], input: Readable): Promise<ProcessResult> {
    const { workspace: cwd, environment, timeout } = this.#settings;
    const { signal } = this.#options;
    return runProcess(program, args, { cwd, environment, input, timeout, ...(signal && { signal }) });
  }

  /** What a host's programs say of a full disk is said in our words, with what is full. */
  #failure(what: string, { stderr, exitCode }: ProcessResult, answers: readonly Answer[]): SendError {
    const last = stderr.split("\n").findLast((line) => line.trim() !== "") ?? "";
    const inodes = answers.find(({ word }) => word === "inodes")?.rest ?? "";
    if (/no space left on device/i.test(stderr))
      return new SendError(
        / 100% /.test(inodes)
          ? "the host has no inodes left: it has too many files"
          : `the host's disk is full; the release has ${this.#tree.bytes} bytes`,
        stderr,
      );
    if (/disk quota exceeded/i.test(stderr))
      return new SendError("the user's disk quota on the host is used up", stderr);
    if (exitCode === 255) return new SendError(`the connection was lost: ${last || "ssh said nothing"}`, stderr);
    return new SendError(last === "" ? what : `${what}: ${last}`, stderr);
  }
}

interface Answer {
  readonly word: string;
  readonly rest: string;
}

function* joined(head: Buffer, pieces: Iterable<Buffer>): Generator<Buffer> {
  yield head;
  yield* pieces;
}
