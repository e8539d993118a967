import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { foreignEnvironment } from "@jessy-actions/kit/process/foreign-environment";
import { runLiveProcess } from "@jessy-actions/kit/process/live";
import type { BuiltImage } from "../building/build-images.ts";
import type { Inputs } from "../inputs.ts";

/** What a scan says of one image: undefined when it lets it pass. */
export interface Scanned {
  readonly name: string;
  readonly refusal: string | undefined;
}

/** What stands for the folder with the image in the input `scan`. */
const LAYOUT = "{layout}";

/** Settings of scanners, which hold no secrets of the run. */
const SETTINGS = ["TRIVY_*", "GRYPE_*", "SYFT_*", "SNYK_CFG_*"];

const SCAN_TIME = 30 * 60_000;

/** Runs the command of `scan` on each image, one after another. Its exit code decides. */
export async function runScan(
  images: readonly BuiltImage[],
  { scan, token }: Pick<Inputs, "scan" | "token">,
  io: ActionIo,
): Promise<readonly Scanned[]> {
  const [program, ...args] = scan;
  if (program === undefined) return [];
  const temporary = join(io.temporary, "scan");
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  const { variables } = foreignEnvironment(io.environment, { token, passed: SETTINGS, temporary });
  const scanned: Scanned[] = [];
  for (const { name, image } of images) {
    if (image === undefined) continue;
    const own = args.map((argument) => argument.replaceAll(LAYOUT, () => image.folder));
    const { exitCode } = await io.log.group(`Scanning ${name}`, () =>
      runLiveProcess(program, own, {
        cwd: io.workspace,
        environment: variables,
        timeout: SCAN_TIME,
        onLine: (line) => io.log.info(line),
      }),
    );
    scanned.push({
      name,
      refusal: exitCode === 0 ? undefined : `the scan \`${program}\` ended with exit code ${exitCode ?? "of a signal"}`,
    });
  }
  return scanned;
}
