import { chmodSync, existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type FilesOptions, filesScripts } from "../src/modes/files-scripts.ts";
import type { ModeScripts } from "../src/modes/mode.ts";
import { runScript, type Shell, type ShellRun } from "./shells.ts";

type Phase = Exclude<keyof ModeScripts, "tools" | "environment">;

/** A folder as a host has it, and the scripts of the mode `files` run in it. */
export class FilesHost {
  readonly room: string;
  readonly #shell: Shell;
  readonly #options: FilesOptions;

  constructor(shell: Shell, folder: string, options: Partial<FilesOptions> = {}) {
    this.room = join(folder, "room with 'quotes'");
    this.#shell = shell;
    this.#options = { shared: [], keep: 2, activate: "", ...options };
  }

  run(phase: Phase, release: string, options: Partial<FilesOptions> = {}): ShellRun {
    const scripts = filesScripts({ ...this.#options, ...options });
    const environment = {
      ...scripts.environment,
      JESSY_PATH: this.room,
      JESSY_RELEASE: release,
      JESSY_TOOLS: scripts.tools.map(({ name, purpose }) => `${name} ${purpose}`).join("\n"),
    };
    return runScript(this.#shell, scripts[phase], { cwd: dirname(this.room), environment });
  }

  /** What a transfer leaves. */
  arrive(release: string, files: Readonly<Record<string, string>> = { "index.html": release }): void {
    this.write(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`.jessy/incoming/${release}/${name}`, text])),
    );
    this.write({ [`.jessy/incoming/${release}.whole`]: release });
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.room, name)), { recursive: true });
      writeFileSync(join(this.room, name), text);
    }
  }

  /** @throws when a script fails. */
  deploy(release: string): void {
    this.arrive(release);
    for (const phase of ["prepare", "switch", "finish"] as const) {
      const { exitCode, output } = this.run(phase, release);
      if (exitCode !== 0) throw new Error(`${phase}: ${output}`);
    }
  }

  get current(): string | undefined {
    try {
      return readlinkSync(join(this.room, "current"));
    } catch {
      return undefined;
    }
  }

  get releases(): readonly string[] {
    const folder = join(this.room, "releases");
    return existsSync(folder) ? readdirSync(folder).sort() : [];
  }

  lock(mode: number): void {
    chmodSync(this.room, mode);
  }

  remove(...names: readonly string[]): void {
    for (const name of names) rmSync(join(this.room, name), { recursive: true, force: true });
  }
}
