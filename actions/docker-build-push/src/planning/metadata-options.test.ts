import { expect, test } from "vitest";
import { planRun, problemsOf, pullRequest } from "../../testing/planned-run.ts";

const IMAGE = { images: "ghcr.io/acme/api", tags: "type=sha", annotations: "a=b" };
const run = (environment: Readonly<Record<string, string>>) => ({ ...pullRequest("own"), environment });

test.each<[Readonly<Record<string, string>>, string, readonly string[]]>([
  [{}, "sha-860c190", ["manifest:a=b"]],
  [{ DOCKER_METADATA_SHORT_SHA_LENGTH: "", DOCKER_METADATA_ANNOTATIONS_LEVELS: "" }, "sha-860c190", ["manifest:a=b"]],
  [
    { DOCKER_METADATA_SHORT_SHA_LENGTH: "12", DOCKER_METADATA_ANNOTATIONS_LEVELS: "manifest,index" },
    "sha-860c1904a1ce",
    ["manifest:a=b", "index:a=b"],
  ],
])("metadata-action's variables %j", async (environment, tag, annotations) => {
  const [image] = (await planRun(IMAGE, run(environment))).result.planning.images;
  expect(image!.destinations[0]!.tags).toEqual([tag]);
  expect(image!.annotations.filter((line) => line.endsWith("a=b"))).toEqual(annotations);
});

test("wrong ones are named together", async () => {
  const environment = { DOCKER_METADATA_SHORT_SHA_LENGTH: "0", DOCKER_METADATA_ANNOTATIONS_LEVELS: "image" };
  expect(await problemsOf(IMAGE, run(environment))).toEqual([
    'the variable `DOCKER_METADATA_SHORT_SHA_LENGTH`: "0" is not a length for short commits; write a whole number such as 12',
    expect.stringMatching(/^the variable `DOCKER_METADATA_ANNOTATIONS_LEVELS`: "image" is not a level of annotations/),
  ]);
});
