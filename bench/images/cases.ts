import fc from "fast-check";
import type { TagInputLines } from "../../packages/images/src/tags/tag-inputs.ts";

/** One random event with the inputs of one random workflow. */
export interface MetadataCase {
  /** As a workflow holds them. */
  readonly inputs: Readonly<Record<keyof TagInputLines, string>>;
  readonly event: {
    readonly name: string;
    readonly ref: string;
    readonly sha: string;
    readonly payload: Readonly<Record<string, unknown>>;
  };
  readonly repository: Readonly<Record<string, unknown>>;
  /** Of metadata-action's own: `DOCKER_METADATA_…`. */
  readonly variables: Readonly<Record<string, string>>;
  readonly now: Date;
  readonly commitDate: Date;
}

const HEAD_SHA = "f0e1d2c3b4a5968778695a4b3c2d1e0ff0e1d2c3";
const SHA = "860c1904a1ce19322e91ac35af1ab07466440c37";

const words = (...values: readonly string[]) => fc.constantFrom(...values);
const maybe = <Value>(value: fc.Arbitrary<Value>, weight = 1) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight, arbitrary: value });

const version = fc.oneof(
  words("v1.2.3", "1.2.3", "v2.0.8-beta.67", "0.3.0", "1.2", "1.2.3rc2", "1.2.3.post1", "1.0dev4", "20200110-RC2"),
  words("p1/v1.0.0", "sometag", "v1", "1.2.3+build.5", "v1.2.3-rc.1", "1!2.3.4", "10.0.0", "1.2.3-", "a&b", "01.2.3"),
  fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)).map((numbers) => `v${numbers.join(".")}`),
);

const branch = fc.oneof(
  words("main", "dev", "feature/x", "a&b", "#5", "my_branch", "-x", "release/1.2", "é", "a--b", "x".repeat(200)),
  words("'q'", "a<b", "a=b", "1.2.3", ".dot", "_x", "a`b", "UPPER"),
  fc
    .string({ minLength: 1, maxLength: 12 })
    .filter((text) => !/[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$/.test(text)),
);

const event = fc.oneof(
  branch.map((name) => ["push", `refs/heads/${name}`] as const),
  version.map((name) => ["push", `refs/tags/${name}`] as const),
  fc.nat(999).map((number) => ["pull_request", `refs/pull/${number}/merge`] as const),
  words("pull_request_target", "workflow_run", "issue_comment").map((name) => [name, "refs/heads/main"] as const),
  branch.map((name) => ["merge_group", `refs/heads/gh-readonly-queue/main/${name}`] as const),
  branch.map((name) => ["workflow_dispatch", `refs/heads/${name}`] as const),
  words("schedule", "issues", "discussion").map((name) => [name, "refs/heads/main"] as const),
  version.map((name) => ["release", `refs/tags/${name}`] as const),
);

const zone = words("UTC", "Asia/Tokyo", "America/New_York", "Europe/Berlin", "asia/kolkata");
const format = fc.oneof(
  words("YYYYMMDD", "YYYYMMDD-HHmmss", "dddd, MMMM Do YYYY, h:mm:ss a", "[v]Y.M.D", "GGGG[W]WW", "DDDD", "X", "x"),
  fc
    .array(words("YYYY", "MM", "Do", "w", "WW", "ZZ", "A", "LLL", "SSS", "-", ".", "[t]"), {
      maxLength: 5,
      minLength: 1,
    })
    .map((tokens) => tokens.join("")),
);
const date = fc
  .tuple(words("date", "commit_date"), format, maybe(zone))
  .map(([name, text, place]) => `{{${name} '${text}'${place === undefined ? "" : ` tz='${place}'`}}}`)
  .map((text) => (text.includes(",") ? text.replaceAll(",", "") : text));

const text = fc.oneof(
  words("{{branch}}", "{{tag}}", "{{sha}}", "{{base_ref}}", "{{is_default_branch}}", "{{ branch }}", "{{{branch}}}"),
  words("edge", "nightly", "a b", "v1.0.0", "latest", "", "x-", "ä", "1.2.3", "\\{{branch}}"),
  date,
  fc.array(words("{{branch}}", "{{sha}}", "{{tag}}", "-", "a", "."), { maxLength: 4 }).map((parts) => parts.join("")),
);

const pattern = fc.oneof(
  words(
    "{{version}}",
    "{{raw}}",
    "{{major}}.{{minor}}",
    "v{{major}}",
    "{{major}}",
    "{{minor}}",
    "{{patch}}",
    "{{ raw }}",
  ),
  words("{{major}}.{{minor}}.{{patch}}", "x{{version}}", "{{raw}}.{{version}}"),
);

const common = fc
  .record({
    enable: maybe(words("true", "false", "{{is_default_branch}}", "{{is_not_default_branch}}", "yes", "")),
    priority: maybe(words("1", "1000", "0", "-5", "650", "1.5", "900")),
    prefix: maybe(text),
    suffix: maybe(text),
  })
  .map((attributes) =>
    Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`])),
  );

const own = fc.oneof(
  maybe(fc.oneof(words("nightly"), date)).map((value) => [
    "type=schedule",
    ...(value === undefined ? [] : [`pattern=${value}`]),
  ]),
  fc
    .tuple(
      words("semver", "pep440"),
      maybe(pattern, 20),
      maybe(fc.oneof(version, text)),
      maybe(words("v(\\d.\\d.\\d)$", "v(.*)", "\\d")),
    )
    .map(([type, shape, value, match]) => [
      `type=${type}`,
      ...(shape === undefined ? [] : [`pattern=${shape}`]),
      ...(value === undefined ? [] : [`value=${value}`]),
      ...(match === undefined ? [] : [`match=${match}`]),
    ]),
  fc
    .tuple(
      words("\\d.\\d.\\d", "v(.*)", "v(\\d.\\d)", "/V(.*)/i", "(\\d+)-(.*)", "/\\d/g"),
      maybe(words("0", "1", "2", "9", "x")),
      maybe(version),
    )
    .map(([shape, group, value]) => [
      "type=match",
      `pattern=${shape}`,
      ...(group === undefined ? [] : [`group=${group}`]),
      ...(value === undefined ? [] : [`value=${value}`]),
    ]),
  maybe(branch).map((name) => ["type=edge", ...(name === undefined || /[,"]/.test(name) ? [] : [`branch=${name}`])]),
  words("branch", "tag", "pr", "branch", "tag", "issue").map((name) => ["type=ref", `event=${name}`]),
  text.map((value) => ["type=raw", `value=${value}`]),
  text.map((value) => [value]),
  maybe(words("short", "long", "medium")).map((value) => [
    "type=sha",
    ...(value === undefined ? [] : [`format=${value}`]),
  ]),
);

const rule = fc
  .tuple(own, fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: common }))
  .map(([first, rest]) => [...first, ...rest].join(","));

const image = fc.oneof(
  { weight: 12, arbitrary: words("acme/app", "ghcr.io/Acme/App", "localhost:5000/app", "acme/app,enable=true", "app") },
  { weight: 4, arbitrary: words("name=quay.io/a/b", "acme/a.b__c--d", "acme/off,enable=false") },
  { weight: 1, arbitrary: words("acme/app:1.0", "User/App_", "a/b,c/d") },
);

const flavor = words(
  "latest=true",
  "latest=false",
  "latest=auto",
  "prefix=dev-",
  "suffix=-alpine",
  "prefix=dev-,onlatest=true",
  "suffix=-alpine,onlatest=true",
  "latest=maybe",
  "prefix={{branch}}-",
  "# comment",
);

const label = fc.oneof(
  words(
    "maintainer=A B",
    "org.opencontainers.image.title=Mine",
    "invalid",
    "a.b=c=d",
    "x={{branch}}",
    "Z=1",
    "a_b=1",
    "a-b=2",
  ),
  text.map((value) => `label=${value}`),
);

const variables = fc
  .record({
    DOCKER_METADATA_SHORT_SHA_LENGTH: maybe(words("7", "12", "40", "1")),
    DOCKER_METADATA_ANNOTATIONS_LEVELS: maybe(
      words("manifest", "index", "manifest,index", "manifest-descriptor,index-descriptor"),
    ),
    DOCKER_METADATA_PR_HEAD_SHA: maybe(words("true", "True", "false", "1")),
  })
  .map((all) =>
    Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  );

const lines = (line: fc.Arbitrary<string>, most: number) =>
  fc.tuple(fc.array(line, { maxLength: most }), words("\n", "\n", "\r\n")).map(([values, end]) => values.join(end));

export const metadataCase: fc.Arbitrary<MetadataCase> = fc
  .record({
    inputs: fc.record({
      images: lines(image, 2),
      tags: lines(rule, 4),
      flavor: fc.oneof({ weight: 2, arbitrary: fc.constant("") }, { weight: 1, arbitrary: lines(flavor, 2) }),
      labels: fc.oneof({ weight: 3, arbitrary: fc.constant("") }, { weight: 1, arbitrary: lines(label, 3) }),
      annotations: fc.oneof({ weight: 3, arbitrary: fc.constant("") }, { weight: 1, arbitrary: lines(label, 2) }),
    }),
    event,
    variables,
    base: maybe(branch),
    now: fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
    commit: fc.integer({ min: 0, max: 4_000_000_000 }),
    description: words("An app", "", 'It\'s <b> & "c"'),
  })
  .map(({ inputs, event: [name, ref], variables: own, base, now, commit, description }) => {
    const commitDate = new Date(commit * 1000);
    return {
      inputs,
      variables: own,
      now,
      commitDate,
      repository: {
        name: "app",
        description,
        html_url: "https://github.com/acme/app",
        license: { spdx_id: "MIT" },
        default_branch: "main",
      },
      event: {
        name,
        ref,
        sha: SHA,
        payload: {
          repository: { default_branch: "main" },
          head_commit: { id: SHA, timestamp: commitDate.toISOString() },
          commits: [{ id: HEAD_SHA, timestamp: commitDate.toISOString() }],
          ...(ref.startsWith("refs/tags/") && base !== undefined ? { base_ref: `refs/heads/${base}` } : {}),
          ...(ref.startsWith("refs/pull/") || name === "pull_request_target"
            ? { number: 5, pull_request: { base: { ref: base ?? "main" }, head: { ref: "topic", sha: HEAD_SHA } } }
            : {}),
        },
      },
    };
  });
