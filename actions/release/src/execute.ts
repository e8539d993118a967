import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { apiUrls } from "@jessy-actions/kit/github/urls";
import { wait } from "@jessy-actions/kit/http/wait";
import { RefApi } from "./github/ref-api.ts";
import { ReleaseApi } from "./github/release-api.ts";
import type { ReleaseDocument } from "./github/release-document.ts";
import type { Inputs } from "./inputs.ts";
import { describeFailure, type Failure } from "./publishing/failure.ts";
import { Journal } from "./publishing/journal.ts";
import { moveTags } from "./publishing/move-tags.ts";
import { Publisher } from "./publishing/publisher.ts";
import type { PublishedRelease, Result } from "./result.ts";
import { judge } from "./verdict.ts";

/**
 * Carries a plan out: one draft, all files, and the publication last, so that nobody ever sees half a release. Whatever fails leaves a draft
 * (or a release that was published before), from which the next run goes on.
 */
export async function execute(result: Result, inputs: Inputs, io: ActionIo): Promise<Result> {
  const { plan } = result;
  if (result.dryRun || result.state === "refused") return result;
  const journal = new Journal(io.log);
  const github = await io.github();
  const folders = { workspace: io.workspace, assets: join(io.temporary, "assets") };
  const doing = {
    api: new ReleaseApi(github, plan.repository),
    refs: new RefApi(github, plan.source),
    apiUrl: apiUrls(io.environment).apiUrl,
    token: inputs.token,
    journal,
    sleep: wait,
    random: Math.random,
  };
  const publisher = new Publisher(plan, folders, doing);
  const failures: Failure[] = [];
  try {
    await io.log.group("Releasing", async () => {
      await publisher.run();
      failures.push(...(await moveTags(plan, doing)));
    });
  } catch (error) {
    const failure = describeFailure(error, plan.changesWorkflows);
    if (failure === undefined) throw error;
    failures.push(failure);
  }
  const { release } = publisher;
  const done = {
    ...result,
    steps: journal.steps,
    warnings: journal.warnings,
    assets: result.assets.map((asset) => ({ ...asset, url: addressOf(asset.name, release) })),
    checksums: publisher.checksums ?? result.checksums,
    release: release === undefined ? null : published(release, publisher.isUncertain),
  };
  return judge(done, failures);
}

function published(release: ReleaseDocument, isUncertain: boolean): PublishedRelease {
  return {
    ...(isUncertain && { uncertain: true }),
    id: release.id,
    url: release.html_url,
    immutable: release.immutable === true,
    draft: release.draft,
    prerelease: release.prerelease,
    uploadUrl: release.upload_url,
    assets: release.assets.map(({ name, browser_download_url: url }) => ({ name, url })),
  };
}

function addressOf(name: string, release: ReleaseDocument | undefined): string | null {
  return release?.assets.find((asset) => asset.name === name)?.browser_download_url ?? null;
}
