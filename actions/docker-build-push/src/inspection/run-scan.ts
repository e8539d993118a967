import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { foreignEnvironment } from "@jessy-actions/kit/process/foreign-environment";
import { type ProcessEnd, ProcessLimitError } from "@jessy-actions/kit/process/lifetime";
import { runLiveProcess } from "@jessy-actions/kit/process/live";

import { UserError } from "@jessy-actions/reading/user-error";
import type { BuiltImage } from "../building/build-images.ts";
import type { Inputs } from "../inputs.ts";
import { scanArguments } from "./scan-command.ts";
import { scanLayouts } from "./scan-layouts.ts";

/** What a scan says of one image. */
export interface Scanned {
  readonly name: string;
  /** Why it must not be pushed; empty when the scan lets it pass. */
  readonly refusals: readonly string[];
  /** The last lines of each run that refused it. */
  readonly output: readonly string[];
}

/** Settings of scanners, which hold no secrets of the run. */
const SETTINGS = ["TRIVY_*", "GRYPE_*", "SYFT_*", "SNYK_CFG_*"];

/** A scan that fetches its database takes minutes. */
const SCAN_TIME = 30 * 60_000;

/** Lines of a scan that refuses: findings come last in the reports of scanners. */
const KEPT_LINES = 40;
const MAX_KEPT_CHARACTERS = 300;

/**
 * Runs the command of `scan` on each platform of each image, one after another. Its exit code decides; a scan that cannot
 * say anything refuses.
 *
 * @param time milliseconds that one run may take. @throws UserError when there is no such program.
 */
export async function runScan(
  images: readonly Pick<BuiltImage, "name" | "image" | "inspection">[],
  { scan, token }: Pick<Inputs, "scan" | "token">,
  io: Pick<ActionIo, "environment" | "workspace" | "temporary" | "log">,
  time = SCAN_TIME,
): Promise<readonly Scanned[]> {
  const [program] = scan;
  if (program === undefined) return [];
  const folder = join(io.temporary, "scan");
  rmSync(folder, { recursive: true, force: true });
  const temporary = join(folder, "temporary");
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  const { variables } = foreignEnvironment(io.environment, { token, passed: SETTINGS, temporary });
  const scanned: Scanned[] = [];
  for (const { name, image, inspection } of images) {
    if (image === undefined || inspection === undefined) continue;
    const [refusals, output]: [string[], string[]] = [[], []];
    const layouts = scanLayouts(image.folder, inspection.parts, join(folder, name));
    for (const layout of layouts) {
      const of = layouts.length === 1 ? "" : ` of ${layout.platform}`;
      const lines: string[] = [];
      const ended = await io.log.group(`Scanning ${name}${of && ` for ${layout.platform}`}`, () =>
        runOnce(program, scanArguments(scan, layout), time, {
          cwd: io.workspace,
          environment: variables,
          timeout: time,
          onLine: (line) => {
            io.log.info(line);
            if (lines.push(line) > KEPT_LINES) lines.shift();
          },
        }),
      );
      if (ended === undefined) continue;
      refusals.push(`the scan \`${program}\`${of} ${ended}`);
      output.push(...lines.map(plainLine));
    }
    scanned.push({ name, refusals, output });
  }
  return scanned;
}

/** @returns why it refuses; undefined when it lets the image pass. */
async function runOnce(
  program: string,
  args: readonly string[],
  time: number,
  options: Parameters<typeof runLiveProcess>[2],
): Promise<string | undefined> {
  try {
    return refusalOf(await runLiveProcess(program, args, options));
  } catch (error) {
    if (error instanceof ProcessLimitError) return `took longer than ${time / 60_000} minutes and was ended`;
    const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException;
    if (code === "ENOENT")
      throw new UserError(
        `input \`scan\`: there is no program \`${program}\`; install it in an earlier step, or write its path (one argument per line)`,
        { cause: error },
      );
    if (code === "EACCES" || code === "ENOEXEC")
      throw new UserError(`input \`scan\`: \`${program}\` may not be run as a program; make it executable (chmod +x)`, {
        cause: error,
      });
    throw error;
  }
}

function refusalOf({ exitCode, signal }: ProcessEnd): string | undefined {
  if (signal === "SIGKILL") return "was killed (SIGKILL), most often for lack of memory";
  if (signal !== undefined) return `was ended by ${signal}`;
  return exitCode === 0 ? undefined : `ended with exit code ${exitCode}`;
}

/** Without colours. */
function plainLine(line: string): string {
  return line
    .replace(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, "")
    .replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]+/g, " ")
    .slice(0, MAX_KEPT_CHARACTERS);
}
