import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileFunction } from "node:vm";

/** One run of metadata-action. */
export interface PeerRun {
  readonly inputs: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
  readonly event: unknown;
  /** What GitHub answers for the repository. */
  readonly repository: unknown;
  readonly now: Date;
}

export interface PeerAnswer {
  readonly outputs: Readonly<Record<string, string>>;
  /** What it failed with; undefined if it is green. */
  readonly error: string | undefined;
}

/**
 * Runs the bundle that docker/metadata-action ships, in this process: thousands of processes would take an hour. The bundle sees a process,
 * a clock and a GitHub of its own.
 */
export class MetadataAction {
  readonly #start: (...globals: readonly unknown[]) => void;
  readonly #folder = mkdtempSync(join(tmpdir(), "jessy-metadata-"));
  readonly #server = createServer((_, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(this.#repository));
  });
  #repository: unknown;

  /** @param folder a checkout of docker/metadata-action */
  constructor(folder: string) {
    const file = join(folder, "dist/index.cjs");
    const globals = ["exports", "require", "module", "__filename", "__dirname", "Date", "process"];
    this.#start = compileFunction(readFileSync(file, "utf8"), globals, { filename: file }) as never;
    this.#require = createRequire(file);
  }

  readonly #require: NodeJS.Require;

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async run({ inputs, variables, event, repository, now }: PeerRun): Promise<PeerAnswer> {
    this.#repository = repository;
    const [eventFile, outputFile] = ["event.json", "output"].map((name) => join(this.#folder, name)) as [
      string,
      string,
    ];
    writeFileSync(eventFile, JSON.stringify(event));
    writeFileSync(outputFile, "");
    const { port } = this.#server.address() as AddressInfo;
    const env = {
      PATH: process.env.PATH,
      ...variables,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      "INPUT_GITHUB-TOKEN": "none",
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_EVENT_PATH: eventFile,
      GITHUB_OUTPUT: outputFile,
      GITHUB_ENV: join(this.#folder, "env"),
      GITHUB_STATE: join(this.#folder, "state"),
      GITHUB_REPOSITORY: "acme/app",
      RUNNER_TEMP: this.#folder,
    };
    for (const name of ["env", "state"]) writeFileSync(join(this.#folder, name), "");
    const error = await this.#ended(env, now);
    return { outputs: readOutputs(readFileSync(outputFile, "utf8")), error };
  }

  /** It fails with an `::error::`, or its last words are the bake file's. */
  #ended(env: Readonly<Record<string, string | undefined>>, now: Date): Promise<string | undefined> {
    return new Promise((resolve) => {
      let log = "";
      const write = (text: string) => {
        log += text;
        const [, error] = /^::error::(.*)$/m.exec(text) ?? [];
        if (error !== undefined) resolve(error);
        if (/Bake file definition \(annotations\)[\s\S]*::endgroup::/.test(log)) setImmediate(resolve, undefined);
        return true;
      };
      const stdout = Object.assign(Object.create(process.stdout), { write });
      const own = Object.create(process, {
        env: { value: { ...env } },
        stdout: { value: stdout },
        exitCode: { value: 0, writable: true },
      });
      class FixedDate extends Date {
        constructor(...values: readonly unknown[]) {
          super(...((values.length === 0 ? [now] : values) as []));
        }
        static override now() {
          return now.getTime();
        }
      }
      const module = { exports: {} };
      this.#start(module.exports, this.#require, module, "index.cjs", this.#folder, FixedDate, own);
    });
  }
}

/** `name<<delimiter`, the lines, the delimiter. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const block = /^(.+?)<<(ghadelimiter_\S+)\n([\s\S]*?)\n\2$/gm;
  for (const [, name, , value] of text.matchAll(block)) outputs[name!] = value!;
  return outputs;
}
