import { LINES, splitList } from "../src/list-values.ts";
import type { BuildContext } from "../src/tags/build-context.ts";
import { type ImageMetadata, imageMetadata, metadataOutputs } from "../src/tags/metadata.ts";
import { parseTagInputs, type TagInputLines } from "../src/tags/tag-inputs.ts";

export const COMMIT = "860c1904a1ce19322e91ac35af1ab07466440c37";

/** A push of `main`, with what a test changes. */
export function buildContext(changes: Partial<BuildContext> = {}): BuildContext {
  return {
    eventName: "push",
    ref: "refs/heads/main",
    sha: COMMIT,
    baseRef: undefined,
    repository: {
      name: "app",
      description: "An app",
      htmlUrl: "https://github.com/acme/app",
      licence: "MIT",
      defaultBranch: "main",
    },
    commitDate: new Date("2020-01-09T12:00:00Z"),
    now: new Date("2020-01-10T00:30:00Z"),
    ...changes,
  };
}

type Texts = Partial<Readonly<Record<keyof TagInputLines, string>>>;

/** Inputs as a workflow holds them, split into their lines. */
export function linesOf(texts: Texts): TagInputLines {
  const { images = "", tags = "", flavor = "", labels = "", annotations = "" } = texts;
  const lines = (text: string) => splitList(text, LINES);
  return {
    images: lines(images),
    tags: lines(tags),
    flavor: lines(flavor),
    labels: lines(labels),
    annotations: lines(annotations),
  };
}

/** What inputs give on a ref. */
export function metadataOf(inputs: Texts, context: Partial<BuildContext> = {}): ImageMetadata {
  return imageMetadata(parseTagInputs(linesOf(inputs)), buildContext(context));
}

/** The tags of lines on a ref, without an image. */
export function tagsOf(tags: string, ref = "refs/heads/main", flavor = ""): readonly string[] {
  return metadataOutputs(metadataOf({ tags, flavor }, { ref })).tags;
}
