import { describe, expect, test } from "vitest";
import { buildContext, COMMIT, linesOf, metadataOf } from "../../testing/build-context.ts";
import { parseAnnotationLevels } from "./labels.ts";
import { DEFAULT_METADATA_OPTIONS, imageMetadata, metadataOutputs } from "./metadata.ts";
import { parseTagInputs } from "./tag-inputs.ts";

test("the eight labels of OCI, sorted", () => {
  expect(metadataOutputs(metadataOf({})).labels).toEqual([
    "org.opencontainers.image.created=2020-01-10T00:30:00.000Z",
    "org.opencontainers.image.description=An app",
    "org.opencontainers.image.licenses=MIT",
    `org.opencontainers.image.revision=${COMMIT}`,
    "org.opencontainers.image.source=https://github.com/acme/app",
    "org.opencontainers.image.title=app",
    "org.opencontainers.image.url=https://github.com/acme/app",
    "org.opencontainers.image.version=main",
  ]);
});

test.each([
  ["maintainer=A B", ["maintainer=A B"]],
  ["a=1\na=2", ["a=2"]],
  ["a=b=c\nb=", ["a=b=c", "b="]],
  ["invalid", []],
  ["b={{branch}}\na={{commit_date 'YYYY-MM-DDTHH:mm:ss.SSS[Z]'}}", ["a=2020-01-09T12:00:00.000Z", "b=main"]],
  ["B=1\na=2\n_c=3", ["_c=3", "a=2", "B=1"]],
])("%j adds %j", (labels, expected) => {
  const lines = metadataOutputs(metadataOf({ labels })).labels;
  expect(lines.filter((line) => !line.startsWith("org."))).toEqual(expected);
});

test("a user's label replaces ours", () => {
  const { labels, annotations } = metadataOf({ labels: "org.opencontainers.image.title=Mine" });
  expect(labels.get("org.opencontainers.image.title")).toBe("Mine");
  expect(annotations.get("org.opencontainers.image.title")).toBe("app");
});

describe("annotations", () => {
  const levels = (text: string) => parseAnnotationLevels(text);

  test("stand at each level", () => {
    const inputs = parseTagInputs(linesOf({ annotations: "a=b" }));
    const options = { ...DEFAULT_METADATA_OPTIONS, annotationLevels: levels("index, manifest[linux/arm64]") };
    const { annotations } = metadataOutputs(imageMetadata(inputs, buildContext(), options));
    expect(annotations.filter((line) => line.endsWith("a=b"))).toEqual(["index:a=b", "manifest[linux/arm64]:a=b"]);
    expect(annotations).toHaveLength(18);
  });

  test("that have levels of their own keep them", () => {
    const own = ["index:a=b", "manifest-descriptor[linux/arm64]:e=f", "manifest,index:c=d"];
    const { annotations } = metadataOutputs(metadataOf({ annotations: [...own, "x:y=z", "image:g=h"].join("\n") }));
    expect(annotations.filter((line) => !line.includes("org."))).toEqual([
      "manifest:image:g=h",
      "manifest:x:y=z",
      ...own,
    ]);
  });

  test.each(["", "image", "manifest,", "manifest[x"])("%j is not a level", (text) => {
    expect(() => levels(text)).toThrow("is not a level of annotations; write manifest, index");
  });
});
