import { describe, expect, test } from "vitest";
import { inputsOf, problemsOf } from "../../testing/written-inputs.ts";
import { MAX_TARGETS } from "./read-targets.ts";
import type { Target } from "./target.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;

describe("a line that names a target", () => {
  test.each<[string, Target]>([
    ["fs:.", { kind: "fs", location: ".", name: "." }],
    ["fs:./services//api/", { kind: "fs", location: "services/api", name: "services/api" }],
    ["fs:a/../b", { kind: "fs", location: "b", name: "b" }],
    ["fs: services/api , name = the api ", { kind: "fs", location: "services/api", name: "the api" }],
    ["config:deploy", { kind: "config", location: "deploy", name: "deploy" }],
    ["sbom:bom.json", { kind: "sbom", location: "bom.json", name: "bom.json" }],
    ["image:alpine", { kind: "image", location: "alpine", name: "alpine" }],
    ["image:alpine:latest", { kind: "image", location: "alpine:latest", name: "alpine" }],
    ["image:docker.io/library/alpine:3", { kind: "image", location: "docker.io/library/alpine:3", name: "alpine" }],
    [
      `image:localhost:5000/acme/api:1.2@${DIGEST}`,
      { kind: "image", location: `localhost:5000/acme/api:1.2@${DIGEST}`, name: "localhost:5000/acme/api" },
    ],
    [
      "image:ghcr.io/acme/api:pr-7,base=ghcr.io/acme/api:main",
      { kind: "image", location: "ghcr.io/acme/api:pr-7", name: "ghcr.io/acme/api", base: "ghcr.io/acme/api:main" },
    ],
    [
      "image-archive:out/api.tar,base=main/api.tar,name=api",
      { kind: "image-archive", location: "out/api.tar", name: "api", base: "main/api.tar" },
    ],
    ["oci-layout:out", { kind: "oci-layout", location: "out", name: "out" }],
    // Quotes keep commas.
    ['"fs:a,b"', { kind: "fs", location: "a,b", name: "a,b" }],
    ["'fs:a,b'", { kind: "fs", location: "a,b", name: "a,b" }],
    ['"fs:a,b",name=ab', { kind: "fs", location: "a,b", name: "ab" }],
    ['fs:"a, b",name="x, y"', { kind: "fs", location: "a, b", name: "x, y" }],
    // Comments.
    ["fs:.   # all of it, and more", { kind: "fs", location: ".", name: "." }],
    ["image:a:1 ,name=b\t#c", { kind: "image", location: "a:1", name: "b" }],
    ["fs:a#b", { kind: "fs", location: "a#b", name: "a#b" }],
    ['fs:"a #b"', { kind: "fs", location: "a #b", name: "a #b" }],
    ["fs:it's", { kind: "fs", location: "it's", name: "it's" }],
    // What a shell would do something with is a name like any other.
    ["fs:$(id)`id`;&|", { kind: "fs", location: "$(id)`id`;&|", name: "$(id)`id`;&|" }],
    ["fs:--config=x", { kind: "fs", location: "./--config=x", name: "./--config=x" }],
    ["fs:a:b", { kind: "fs", location: "a:b", name: "a:b" }],
  ])("%s", (line, target) => {
    expect(inputsOf({ targets: line }).targets).toEqual([target]);
  });

  test("nothing is the whole repository, and comments do not count", () => {
    expect(inputsOf().targets).toEqual([{ kind: "fs", location: ".", name: "." }]);
    expect(inputsOf({ targets: "# all\n\nfs:a\r\n  # and\n image:b\n" }).targets.map(({ name }) => name)).toEqual([
      "a",
      "b",
    ]);
  });
});

describe("a line that cannot be used says what to write", () => {
  test.each<[string, string]>([
    [".", "it does not say what it is; write one of `fs:…`, `config:…`"],
    ["./src", "such as `fs:./src`"],
    ["src", "write `fs:src` for a folder, or `image:src` for an image"],
    ["acme/api", "write `fs:acme/api` for a folder, or `image:acme/api` for an image"],
    ["alpine:3", "it does not say what it is; write `image:alpine:3`"],
    ["ghcr.io/acme/api", "write `image:ghcr.io/acme/api`"],
    [`acme/api@${DIGEST}`, "write `image:acme/api@sha256:aaaa"],
    ["api.tar", "write `image-archive:api.tar`"],
    ["bom.cdx.json", "write `sbom:bom.cdx.json`"],
    ["/etc", "such as `fs:.`"],
    ["fs", "it has no location; write `fs:.`"],
    ["fs:", "the path is empty"],
    ["FS:.", "`FS` is not a kind of target; write `fs:.`"],
    ["imgae:alpine", "`imgae` is not a kind of target; write `image:alpine`"],
    ["filesystem:src", "write `fs:src`"],
    ["docker:alpine", "write `image:alpine`"],
    ["oci:", "write `oci-layout:image`"],
    ["constructor:x", "it does not say what it is"],
    ["--config:x", "`--config` is not a kind of target; write `config:x`"],
    ["--help", "it does not say what it is"],
    ["$(id)", "it does not say what it is"],
    ["fs:/etc", "the path is absolute; write a path relative to the workspace"],
    ["fs:C:\\x", "the path is absolute"],
    ["fs:a\\b", "the path has a backslash; write `a/b`"],
    ["fs:..", "the path leads out of the workspace"],
    ["fs:a/../../b", "the path leads out of the workspace"],
    ["fs:~/x", "the path begins with `~`"],
    ["fs:a\u0000b", "the path has a control character"],
    ["fs:a\u001b[31m", "the path has a control character"],
    [`fs:${"a".repeat(4097)}`, "the path has 4097 characters"],
    ["fs:a,b", '`b` after the comma is not `name=…` or `base=…`; write `"fs:a,b"` for a path with a comma'],
    ["fs:a,", "`` after the comma"],
    ["fs:a,nme=b", "there is no `nme=`; write `name=`"],
    ["fs:a,tag=b", "there is no `tag=`; write `name=` or `base=`"],
    ["fs:a,name=b,name=c", "`name=` is there twice"],
    ["fs:a,name=", "`name=` is empty"],
    [`fs:a,name=${"n".repeat(101)}`, "the name has 101 characters"],
    ["fs:a,name=.", "the name `.` is the whole repository's"],
    ["fs:a,name=b\u202ec", "the name has a character that is not seen"],
    ['"fs:a,name=b"', 'the quotes hold more than the path; write `"fs:PATH",name=…`'],
    ['fs:"a', "a quote is never closed"],
    ["fs:a,base=main", "`base=` is for images; a `fs` target is compared with the commit"],
    ["image:a:1,base=docker.io/library/a:1", "`base=` is the image itself"],
    ["image:a:1,base=B", '"B" in "library/B" has upper-case letters'],
    ["image-archive:a.tar,base=./a.tar", "`base=` is the target itself"],
    ["oci-layout:a,base=/b", "the path in `base=` is absolute"],
    ["image:", "is not an image reference"],
    ["image:--help", "is not an image reference"],
    ["image:a b", "is not an image reference"],
    ["image:$(id)", "is not an image reference"],
    ["image:https://ghcr.io/acme/api", 'write "ghcr.io/acme/api"'],
    [`image:${"a".repeat(64)}`, "it is the ID of an image"],
  ])("%s", (line, expected) => {
    const problems = problemsOf({ targets: line });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^input `targets` has the line `.*`: /);
    expect(problems[0]).toContain(expected);
    expect(problems[0]).not.toMatch(/\p{Cc}/u);
  });

  test("every line is a problem of its own, and two of one name are one", () => {
    expect(problemsOf({ targets: "alpine:3\nfs:..\nimage:a:1\nimage:a:2" })).toEqual([
      expect.stringContaining("`alpine:3`"),
      expect.stringContaining("`fs:..`"),
      "input `targets` calls `image:a:1` and `image:a:2` `a`; give each a name of its own: write `,name=…` after one",
    ]);
    expect(problemsOf({ targets: "fs:.\nconfig:." })).toHaveLength(1);
    expect(problemsOf({ targets: "fs:.\nconfig:.,name=configuration" })).toEqual([]);
    expect(problemsOf({ targets: "# nothing" })).toEqual([
      "input `targets` has only comments; write, for example, `fs:.`",
    ]);
  });

  test.each([
    [MAX_TARGETS - 1, 0],
    [MAX_TARGETS, 0],
    [MAX_TARGETS + 1, 1],
  ])("%i lines", (count, problems) => {
    const targets = Array.from({ length: count }, (_, at) => `fs:f${at}`).join("\n");
    expect(problemsOf({ targets })).toHaveLength(problems);
  });
});
