import { renderMarkdown } from "@jessy-actions/kit/report/markdown";
import { expect, test } from "vitest";
import { render } from "./render.ts";
import type { ImageResult, ReferenceResult, Result } from "./result.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;

function imageOf(references: readonly ReferenceResult[], changes: Partial<ImageResult> = {}): ImageResult {
  return {
    name: "image",
    version: "1.0.0",
    pushes: true,
    references,
    repositories: ["ghcr.io/acme/api"],
    digest: DIGEST,
    imageId: null,
    platforms: ["linux/arm64"],
    size: 2_000_000,
    previousSize: null,
    attestations: [],
    steps: null,
    refusals: [],
    scanOutput: [],
    signatures: [],
    ...changes,
  };
}

function reportOf(images: readonly ImageResult[], changes: Partial<Result> = {}) {
  const result = {
    dryRun: false,
    commit: "c".repeat(40),
    failure: null,
    images,
    notes: [],
    warnings: [],
    commands: [],
    bakeFile: null,
    metadata: null,
    checked: null,
    json: null,
    ...changes,
  } as unknown as Result;
  const report = render(result);
  return { ...report, text: renderMarkdown(report.summary, { maxBytes: 100_000 }).text };
}

const at = (tag: string, state: ReferenceResult["state"], problem?: string): ReferenceResult => ({
  reference: `ghcr.io/acme/api:${tag}`,
  state,
  ...(problem !== undefined && { problem }),
});

test("the worst tag comes first, with its reason", () => {
  const { text } = reportOf([
    imageOf([at("1", "unchanged"), at("2", "pushed"), at("3", "failed", "no <b>answer</b>")]),
  ]);
  const rows = text.split("\n").filter((line) => /\| `ghcr\.io\/acme\/api` \|/.test(line));
  expect(rows.map((row) => /\| `(\d)`/.exec(row)?.[1])).toEqual(["3", "2", "1"]);
  expect(rows[0]).toContain("failed");
  expect(text).not.toContain("<b>");
});

test.each<[string, readonly ImageResult[], string, string]>([
  ["all there", [imageOf([at("1", "pushed"), at("2", "unchanged")])], "1 2", `ghcr.io/acme/api@${DIGEST}`],
  ["one failed", [imageOf([at("1", "pushed"), at("2", "failed", "x")])], "1", ""],
  ["one refused", [imageOf([at("1", "refused", "x"), at("2", "not tried")])], "", ""],
  ["by its digest", [imageOf([])], "", `ghcr.io/acme/api@${DIGEST}`],
  ["not pushed", [imageOf([], { pushes: false })], "", ""],
  ["not built", [imageOf([at("1", "planned")], { digest: null })], "", ""],
  ["one tells a secret", [imageOf([at("1", "planned")], { refusals: ["x"] }), imageOf([])], "", ""],
])("outputs name what stands: %s", (_, images, tags, subjects) => {
  const { outputs } = reportOf(images);
  expect(outputs).toMatchObject({
    tags: tags
      .split(" ")
      .flatMap((tag) => (tag === "" ? [] : [`ghcr.io/acme/api:${tag}`]))
      .join("\n"),
    subjects,
  });
});

test("a refusal stands above all, with its image if there are several", () => {
  const refusals = ["it tells a secret: `TOKEN`"];
  expect(reportOf([imageOf([], { refusals })]).text).toMatch(/^- it tells a secret\\: `TOKEN`/);
  const { text } = reportOf([imageOf([], { name: "api", refusals }), imageOf([], { name: "web" })]);
  expect(text).toMatch(/^- api\\: it tells a secret/);
});

test("a digest file is named after its image and platform", () => {
  expect(reportOf([imageOf([])]).files?.map(({ name }) => name)).toEqual([
    "result.json",
    "digest-image-linux-arm64.json",
  ]);
  expect(reportOf([imageOf([], { pushes: false })]).files).toHaveLength(1);
  expect(reportOf([imageOf([], { refusals: ["x"] })]).files).toHaveLength(1);
});

test("a dry run's outputs name what would stand", () => {
  const { outputs } = reportOf([imageOf([at("1", "planned")], { digest: null })], { dryRun: true });
  expect(outputs).toMatchObject({ tags: "ghcr.io/acme/api:1", subjects: "" });
});

test("a dry run shows commands that a shell would take", () => {
  const { text } = reportOf([imageOf([])], { dryRun: true, commands: [["docker", "buildx", "it's", "a b"]] });
  expect(text).toContain("docker buildx 'it'\\''s' 'a b'");
});

test("signatures come with the commands by which anybody checks them", () => {
  const subject = `ghcr.io/acme/api@${DIGEST}`;
  const of = (more: object) => [
    imageOf([], {
      signatures: [
        { format: "legacy", subject, state: "signed", ...more },
        { format: "bundle", subject, state: "there", ...more },
      ],
    }),
  ];
  const command = `cosign verify --key cosign.pub --insecure-ignore-tlog=true ${subject}`;
  expect(reportOf(of({})).text.split(command)).toHaveLength(2);
  const [identity, issuer] = [
    "https://github.com/acme/api/.github/workflows/it's.yml@refs/heads/main",
    "https://i.example",
  ];
  expect(reportOf(of({ identity, issuer })).text).toContain(
    `cosign verify --certificate-identity '${identity.replace("'", "'\\''")}' --certificate-oidc-issuer ${issuer} ${subject}`,
  );
  expect(reportOf(of({ state: "failed", problem: "no" })).text).not.toContain("cosign verify");
});

test("tags of one repository and state share a row, and a whole digest is at hand", () => {
  const { text } = reportOf([imageOf([at("1.2.3", "pushed"), at("1.2", "moved"), at("latest", "pushed")])]);
  const rows = text.split("\n").filter((line) => line.includes("| `ghcr.io/acme/api` |"));
  expect(rows).toHaveLength(2);
  expect(rows[0]).toContain("| `1.2.3` `latest` |");
  expect(text).toContain(`\`${DIGEST.slice(0, 19)}\` |`);
  expect(text).toContain(`- \`ghcr.io/acme/api@${DIGEST}\``);
});
