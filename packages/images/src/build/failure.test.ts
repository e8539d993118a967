import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANY_TEXT } from "../../testing/any-text.ts";
import { describeFailure } from "./failure.ts";
import { BuildProgress } from "./progress.ts";

function recorded(name: string) {
  const progress = new BuildProgress();
  progress.write(readFileSync(new URL(`fixtures/failed-${name}.jsonl`, import.meta.url), "utf8"));
  return describeFailure(progress.end().facts);
}

const said = (line: string) => describeFailure({ failed: [], otherLines: [line] });

describe("recorded failures", () => {
  test.each<[string, object]>([
    [
      "run",
      {
        kind: "step",
        reason: "`/bin/sh -c echo one; echo two >&2; exit 3` ended with exit code 3",
        file: "run.Dockerfile",
        line: 4,
        log: ["one", "two"],
      },
    ],
    [
      "syntax",
      {
        kind: "dockerfile",
        reason: "the Dockerfile is not valid: unknown instruction: RUNN (did you mean RUN?)",
        file: "syntax.Dockerfile",
        line: 4,
      },
    ],
    ["arg", { kind: "dockerfile", reason: "the Dockerfile is not valid: base name ($X) should not be blank", line: 2 }],
    [
      "copy",
      { kind: "missing-file", reason: "the context has no file `/missing.txt`, which the Dockerfile copies", line: 4 },
    ],
    [
      "secret",
      {
        kind: "missing-secret",
        reason: "the Dockerfile needs the secret `tok`, which the step does not pass",
        line: 4,
      },
    ],
    ["nostage", { kind: "unknown-stage", reason: "the Dockerfile has no stage `nosuch`" }],
    [
      "pull",
      { kind: "base-image", reason: "there is no image `127.0.0.1:5000/nothing/here:1`", line: 3, isTransient: false },
    ],
    ["stage", { kind: "network", line: 4, isTransient: true }],
  ])("%s", (name, expected) => {
    const { remedy, ...failure } = recorded(name);
    expect(failure).toMatchObject(expected);
    expect(remedy).toMatch(/^[a-z].*[^.]$/);
  });
});

describe("what buildx says", () => {
  test.each<[string, string, boolean]>([
    [
      "ERROR: target api: failed to solve: rust:1: failed to resolve source metadata for docker.io/library/rust:1: failed to copy: httpReadSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/rust/manifests/sha256:x: 429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit.",
      "rate-limit",
      true,
    ],
    ["ERROR: failed to solve: write /var/lib/docker/x: no space left on device", "disk-full", false],
    ["ERROR: failed to solve: ResourceExhausted: failed to copy: no space left on device", "disk-full", false],
    [
      "ERROR: failed to solve: rust:1: failed to resolve source metadata for docker.io/library/rust:1: unexpected status from HEAD request to https://registry-1.docker.io/v2/library/rust/manifests/1: 503 Service Unavailable",
      "network",
      true,
    ],
    [
      'ERROR: failed to solve: x: failed to do request: Head "https://r/v2/": net/http: TLS handshake timeout',
      "network",
      true,
    ],
    [
      "ERROR: failed to solve: acme/secret: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed",
      "registry-login",
      false,
    ],
    ["ERROR: Multi-platform build is not supported for the docker driver.", "exporter", false],
    ["ERROR: docker exporter does not currently support exporting manifest lists", "exporter", false],
    ["ERROR: OCI exporter is not supported for the docker driver.", "exporter", false],
    ["ERROR: Cache export is not supported for the docker driver.", "cache", false],
    ["ERROR: failed to solve: error writing layer blob: unknown: x", "cache", true],
    ["ERROR: additional privileges requested", "entitlement", false],
    [
      "ERROR: failed to solve: granting entitlement security.insecure is not allowed by build daemon configuration",
      "entitlement",
      false,
    ],
    [
      'ERROR: failed to solve: process "/bin/sh -c cargo build" did not complete successfully: exit code: 137',
      "out-of-memory",
      false,
    ],
    [
      'ERROR: failed to solve: process "/bin/sh -c x" did not complete successfully: cannot allocate memory',
      "out-of-memory",
      false,
    ],
    [
      'ERROR: failed to receive status: rpc error: code = Unavailable desc = closing transport due to: connection error: desc = "error reading from server: EOF"',
      "daemon",
      false,
    ],
    [
      "ERROR: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
      "daemon",
      false,
    ],
    [
      "ERROR: failed to solve: failed to read dockerfile: open Dockerfile.rust: no such file or directory",
      "dockerfile",
      false,
    ],
    ['ERROR: unable to prepare context: path "app" not found', "missing-file", false],
    ["ERROR: resolve : lstat docker: no such file or directory", "missing-file", false],
    ["ERROR: secret t too big. max size 500KiB", "missing-secret", false],
    [
      "ERROR: failed to convert agent config {default [] false}: invalid empty ssh agent socket: make sure SSH_AUTH_SOCK is set",
      "missing-secret",
      false,
    ],
    ["ERROR: failed to solve: x: no match for platform in manifest: not found", "platform", false],
    ["ERROR: failed to solve: exec /bin/sh: exec format error", "platform", false],
    [
      "ERROR: push-by-digest is currently not implemented for docker driver, please create a new builder instance",
      "exporter",
      false,
    ],
    ["ERROR: failed to solve: Canceled: context canceled", "canceled", false],
    ['ERROR: target tool: failed to solve: exporter "foo" could not be found', "exporter", false],
    ["ERROR: something new", "unknown", false],
    ["", "unknown", false],
  ])("%s", (line, kind, isTransient) => {
    expect(said(line)).toMatchObject({ kind, isTransient });
  });

  test("a step's own output does not mislead", () => {
    const failure = describeFailure({
      failed: [
        {
          digest: "d",
          name: "x",
          place: "",
          images: [],
          instruction: "RUN make",
          isInstruction: true,
          cached: false,
          error: 'process "make" did not complete successfully: exit code: 2',
          log: ["no space left on device"],
        },
      ],
      otherLines: [],
    });
    expect(failure).toMatchObject({
      kind: "step",
      reason: "`make` ended with exit code 2",
      log: ["no space left on device"],
    });
  });

  test("any text is one line of a limited length", () => {
    fc.assert(
      fc.property(fc.array(ANY_TEXT), fc.constantFrom("ERROR: ", "ERROR: failed to solve: ", ""), (lines, start) => {
        const { reason } = describeFailure({ failed: [], otherLines: lines.map((line) => start + line) });
        expect(reason).toMatch(/^[^\n\r\u0000-\u001f]{1,301}$/u);
      }),
    );
    expect(said(`ERROR: ${'failed to compute cache key "'.repeat(100_000)}`).reason.length).toBeLessThan(302);
  });
});
