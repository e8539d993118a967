import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import type { CacheService } from "@jessy-actions/images/build/cache";
import { cacheTokenProblem } from "@jessy-actions/images/build/cache-token";
import { defaultContext, dockerfilePath, expandContext } from "@jessy-actions/images/build/context";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import {
  architectureOf,
  cacheService,
  cacheToken,
  definedVariables,
  runActor,
} from "@jessy-actions/kit/runner/environment";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import { quote } from "@jessy-actions/kit/runner/inputs";
import { judgeEmptyLogins, missingSecrets } from "@jessy-actions/kit/runner/run-secrets";
import { planDependsOnEngine, probeEngine } from "./building/probe-engine.ts";
import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { runSecrets } from "./inspection/run-secrets.ts";
import { foldersOf } from "./planning/build-planning.ts";
import { planImages } from "./planning/image-plan.ts";
import { readMetadataOptions } from "./planning/metadata-options.ts";
import { planCaches } from "./planning/plan-caches.ts";
import { chooseMountStore } from "./planning/plan-mounts.ts";
import { decidePush } from "./planning/push-decision.ts";
import { readRunContext } from "./planning/run-context.ts";
import { checkSigning } from "./signing/open-signer.ts";

/** The event, the engine and the key: all that is read before anything is built. */
export async function collect(inputs: Inputs, io: ActionIo): Promise<Facts> {
  maskSecrets(inputs, io);
  const { signing, mode, dryRun } = inputs;
  const event = io.event();
  const missing = missingSecrets(event, runActor(io.environment));
  const loginNotes = judgeEmptyLogins(inputs.emptyLogins, missing);
  const decision = decidePush(inputs, event, loginNotes.length > 0 ? missing : undefined);
  if (signing !== undefined && decision.pushes && !dryRun) checkSigning(signing, io);
  const asksEngine = mode === "build" && !dryRun && planDependsOnEngine(inputs);
  const [context, engine] = await Promise.all([
    readRunContext(io, inputs.token),
    asksEngine ? probeEngine(inputs.builder, io.workspace, io.environment) : undefined,
  ]);
  const images = planImages(inputs.targets, context.build, mode, readMetadataOptions(io.environment));
  const environment = definedVariables(io.environment);
  const service = serviceOf(environment);
  // As buildx has it: relative to the workspace.
  const folder = inputs.cacheFolder === undefined ? undefined : resolve(io.workspace, inputs.cacheFolder);
  const run = {
    event: event.name,
    ref: event.ref,
    ...(context.baseBranch !== undefined && { baseBranch: context.baseBranch }),
    defaultBranch: context.defaultBranch,
  };
  const { caches, notes, warnings } =
    mode === "build"
      ? planCaches(
          inputs.targets,
          images,
          {
            ...run,
            service,
            // One that cannot write a cache cannot export either, and then the build says so.
            engine: engine ?? { cacheExport: true },
            pushes: decision.pushes,
            ...(folder !== undefined && { folder }),
          },
          inputs.cacheRef,
        )
      : { caches: {}, notes: [], warnings: [] };
  const { owner, name } = event.repository;
  const repositoryContext = defaultContext({
    serverUrl: event.serverUrl,
    repository: `${owner}/${name}`,
    ref: event.ref,
    sha: event.sha,
  });
  const kept = mode === "build" ? chooseMountStore(inputs.cacheMounts, service, folder) : {};
  const mounts = kept.store && {
    ...run,
    commit: context.build.sha,
    architecture: architectureOf(environment),
    run: randomUUID(),
    folders: foldersOf(io.temporary).mounts,
    store: kept.store,
    dockerfiles: readDockerfiles(inputs.targets, repositoryContext, io.workspace),
  };
  return {
    commit: context.build.sha,
    event: `${quote(event.name)} of ${quote(event.ref)}`,
    decision,
    mounts,
    planning: {
      images,
      pushes: decision.pushes,
      pushedImages: decision.images,
      ...(missing !== undefined && { missingSecrets: missing }),
      caches,
      isPublic: context.isPublic,
      runUrl: context.runUrl,
      defaultContext: repositoryContext,
      folder: io.temporary,
    },
    notes: [...loginNotes, ...notes],
    warnings: [...warnings, ...(kept.warning === undefined ? [] : [kept.warning])],
    engine,
    environment,
  };
}

/** GitHub's cache as BuildKit finds it. */
function serviceOf(environment: Readonly<Record<string, string>>): CacheService {
  const service = cacheService(environment);
  const problem = service.hasToken ? cacheTokenProblem(cacheToken(environment), Date.now() / 1000) : undefined;
  return { ...service, ...(problem !== undefined && { tokenProblem: problem }) };
}

/** The texts that are on this machine, by the name of the image. What is wrong with a path, the build says. */
function readDockerfiles(
  targets: Inputs["targets"],
  repositoryContext: string,
  workspace: string,
): Readonly<Record<string, string>> {
  const texts = targets.flatMap(({ name, inputs: { context, file } }) => {
    const path = dockerfilePath(file, expandContext(context === "" ? repositoryContext : context, repositoryContext));
    if (path === undefined) return [];
    try {
      return [[name, readFile(resolve(workspace, path)).toString()] as const];
    } catch {
      return [];
    }
  });
  return Object.fromEntries(texts);
}

/** Also the form in which docker's configuration has a password. */
function maskSecrets(inputs: Inputs, io: ActionIo): void {
  for (const { value } of runSecrets(inputs, io)) io.log.mask(value);
  for (const { username, password } of inputs.credentials)
    io.log.mask(Buffer.from(`${username}:${password}`).toString("base64"));
}
