import { describe, expect, test } from "vitest";
import { CASES, EVENTS } from "../../testing/metadata-action-cases.ts";
import { type BuildContext, eventContext } from "./build-context.ts";
import { imageMetadata, metadataOutputs } from "./metadata.ts";
import { parseTagInputs } from "./tag-inputs.ts";

const REPOSITORY = {
  name: "Hello-World",
  description: "This your first repo!",
  htmlUrl: "https://github.com/octocat/Hello-World",
  licence: "MIT",
  defaultBranch: "master",
};
const NOW = new Date("2020-01-10T00:30:00Z");
const PREFIX = "org.opencontainers.image.";

describe("the results of metadata-action's own tests", () => {
  test.each(CASES.map((each) => [`${each.name} on ${each.event}`, each] as const))("%s", (_, each) => {
    const { name, ...event } = EVENTS[each.event];
    const facts = eventContext({ eventName: name, ...event, usesHeadSha: each.usesHeadSha ?? false });
    const context: BuildContext = { ...facts, repository: REPOSITORY, now: NOW, commitDate: NOW };
    const inputs = parseTagInputs({
      images: each.images ?? [],
      tags: each.tags ?? [],
      flavor: each.flavor ?? [],
      labels: each.labels ?? [],
      annotations: each.annotations ?? [],
    });
    const outputs = metadataOutputs(imageMetadata(inputs, context));
    const { version, tags, revision = event.sha, labels, annotations } = each.expected;
    const standard = {
      [`${PREFIX}created`]: NOW.toISOString(),
      [`${PREFIX}description`]: REPOSITORY.description,
      [`${PREFIX}licenses`]: "MIT",
      [`${PREFIX}revision`]: revision,
      [`${PREFIX}source`]: REPOSITORY.htmlUrl,
      [`${PREFIX}title`]: REPOSITORY.name,
      [`${PREFIX}url`]: REPOSITORY.htmlUrl,
      [`${PREFIX}version`]: version,
    };
    expect(outputs.version).toBe(version);
    expect(outputs.tags).toEqual(tags);
    expect(outputs.json.labels).toEqual({ ...standard, ...labels });
    expect(outputs.labels).toEqual(Object.entries(outputs.json.labels).map(([key, value]) => `${key}=${value}`));
    expect(outputs.annotations.toSorted()).toEqual(
      Object.entries({ ...standard, ...annotations })
        .map(([key, value]) => `manifest:${key}=${value}`)
        .toSorted(),
    );
  });
});
