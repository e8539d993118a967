import type { BuildPlan } from "@jessy-actions/images/build/build-plan";
import { type Checks, readChecks } from "@jessy-actions/images/build/checks";
import { type BuildFailure, describeFailure } from "@jessy-actions/images/build/failure";
import { BuildProgress } from "@jessy-actions/images/build/progress";
import { runProcess } from "@jessy-actions/kit/process/process";
import { ReportError } from "@jessy-actions/reading/report-error";
import { dockerCommand } from "./docker.ts";
import { type BuildOptions, planEnvironment, writePlan } from "./run-build.ts";

export type Checked = { readonly checks: readonly Checks[] } | { readonly failure: BuildFailure };

/** A check reads the Dockerfile and looks base images up. */
const CHECK_TIME = 10 * 60_000;

/**
 * Lets BuildKit check the Dockerfiles of a plan, and builds nothing. buildx ends with 1 where a check has a warning, so
 * what it prints decides and not its exit code.
 */
export async function runChecks(plan: BuildPlan, options: BuildOptions): Promise<Checked> {
  writePlan(plan, options);
  const checks: Checks[] = [];
  for (const command of plan.commands) {
    const { stdout, stderr } = await runProcess(...dockerCommand(command.arguments, options.environment), {
      cwd: options.workspace,
      environment: planEnvironment(plan, options.environment),
      timeout: CHECK_TIME,
    });
    const progress = new BuildProgress(command.targets);
    progress.write(stderr);
    const { facts } = progress.end();
    try {
      const found = readChecks(stdout.toString(), command.targets);
      const [broken] = found.flatMap(({ image, error }) => (error === undefined ? [] : [{ image, ...error }]));
      if (broken !== undefined) {
        const failure = describeFailure({ failed: [], otherLines: [`ERROR: ${broken.message}`] });
        const file = plan.targets.find(({ name }) => name === broken.image)?.dockerfile;
        const isPlaced = file !== undefined && broken.line !== undefined;
        return { failure: { ...failure, ...(isPlaced && { file, line: broken.line }) } };
      }
      checks.push(...found);
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      const failure = describeFailure(facts);
      return { failure: facts.otherLines.length > 0 ? failure : { ...failure, reason: error.message } };
    }
  }
  return { checks };
}
