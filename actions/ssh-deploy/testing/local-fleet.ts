import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Host } from "@jessy-actions/deployment/hosts/host";
import type { RemoteScript, ScriptEnd } from "@jessy-actions/deployment/shell/remote-script";
import type { Remote } from "../src/connecting/remote.ts";
import type { Sent, Transfer } from "../src/transfer/transfer.ts";

/** Hosts that are folders of this machine, each a user's home, whose scripts run under a real `sh`. */
export class LocalFleet implements Remote {
  readonly folder = mkdtempSync(join(tmpdir(), "jessy-fleet-"));
  readonly names: readonly string[];
  readonly path: string;

  /** @param path of the deployment, below the home. */
  constructor(names: readonly string[], path: string) {
    this.names = names;
    this.path = path;
    for (const name of names) mkdirSync(this.home(name));
  }

  home(name: string): string {
    return join(this.folder, name);
  }

  room(name: string): string {
    return join(this.home(name), this.path);
  }

  /** What `current` leads to on each host. */
  get served(): readonly string[] {
    return this.names.map((name) => {
      try {
        return readlinkSync(join(this.room(name), "current")).replace("releases/", "");
      } catch {
        return "";
      }
    });
  }

  get locks(): readonly string[] {
    const folder = (name: string) => join(this.room(name), ".jessy/lock-deploy");
    return this.names.map((name) =>
      readdirSync(folder(name))
        .map((entry) => readlinkSync(join(folder(name), entry)))
        .join(" "),
    );
  }

  run({ name }: Host, { title, body, environment }: RemoteScript): Promise<ScriptEnd> {
    const home = this.home(name);
    const variables = { PATH: process.env.PATH, HOME: home, ...environment };
    return new Promise((done) => {
      const child = execFile("sh", { cwd: home, env: variables }, (error, stdout, stderr) => {
        const facts: Record<string, string> = {};
        for (const [, fact, value] of stdout.matchAll(/^FACT (\S+) (.*)$/gm)) facts[fact!] = value!;
        const tail = `${stdout.replace(/^FACT .*\n/gm, "")}${stderr}`;
        done({ kind: "exited", exitCode: error === null ? 0 : Number(error.code), facts, tail, duration: 1 });
      });
      child.stdin?.on("error", () => undefined);
      child.stdin?.end(`jessy_self=none\nfact() { printf 'FACT %s %s\\n' "$1" "$2"; }\nset -eu\n${body}\n: ${title}`);
    });
  }

  /** Leaves what a transfer leaves. */
  transfer(release: string, files: Readonly<Record<string, string>>): Transfer {
    return {
      files: Object.keys(files).length,
      bytes: 0,
      send: async (_, { name }): Promise<Sent> => {
        const place = (path: string) => join(this.room(name), ".jessy", path);
        for (const [file, text] of Object.entries(files)) {
          mkdirSync(dirname(place(`incoming/${release}/${file}`)), { recursive: true });
          writeFileSync(place(`incoming/${release}/${file}`), text);
        }
        writeFileSync(place(`incoming/${release}.whole`), "");
        return { kind: "sent", files: 1, bytes: 0, by: "tar", duration: 0 };
      },
    };
  }

  arguments(): readonly string[] {
    return [];
  }

  async close(): Promise<void> {}

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
