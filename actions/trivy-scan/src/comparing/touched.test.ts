import { expect, test } from "vitest";
import type { Scanner } from "../inputs.ts";
import type { Target, TargetKind } from "../targets/target.ts";
import { isTouched, type Skipped } from "./touched.ts";

const target = (kind: TargetKind, location = "."): Target => ({ kind, location, name: location });
const ROOT = target("fs");

test.each<[string, Scanner, boolean]>([
  // Every lock file and manifest that Trivy reads in a folder.
  ...[
    "Cargo.lock",
    "Cargo.toml",
    "go.mod",
    "go.sum",
    "package-lock.json",
    "package.json",
    "yarn.lock",
    "pnpm-lock.yaml",
    "bun.lock",
    "composer.lock",
    "composer.json",
    "Gemfile.lock",
    "app.gemspec",
    "Pipfile.lock",
    "poetry.lock",
    "uv.lock",
    "pylock.toml",
    "pyproject.toml",
    "requirements.txt",
    "environment.yml",
    "environment.yaml",
    "packages.lock.json",
    "packages.config",
    "app.deps.json",
    "Directory.Packages.props",
    "pom.xml",
    "gradle.lockfile",
    "buildscript-gradle.lockfile",
    "build.sbt.lock",
    "conan.lock",
    "Podfile.lock",
    "Package.resolved",
    "pubspec.lock",
    "mix.lock",
    "Project.toml",
    "Manifest.toml",
    "bom.cdx.json",
    "bom.spdx",
    "a/b/Cargo.lock",
    "lib.jar",
    "a name that nobody knows",
    "submodule",
    ".trivyignore",
    "trivy.yaml",
  ].map((path): [string, Scanner, boolean] => [path, "vuln", true]),
  ...["src/main.rs", "main.go", "a.py", "index.js", "App.vue", "README.md", "logo.png", "a/b.c"].map(
    (path): [string, Scanner, boolean] => [path, "vuln", false],
  ),
  ...["src/main.rs", ".env", "conf.txt", "README.MD", "a.jpeg", "a.markdown", "trivy-secret.yaml", "x.pem"].map(
    (path): [string, Scanner, boolean] => [path, "secret", true],
  ),
  ...["README.md", "docs/a.md", "logo.png", "a.jpg", "a.gif", "a.svg", "paper.pdf"].map(
    (path): [string, Scanner, boolean] => [path, "secret", false],
  ),
  ...[
    "Dockerfile",
    "Dockerfile.dev",
    "Dockerfile.md",
    "a/Containerfile.png",
    "app.dockerfile",
    "main.tf",
    "a.tf.json",
    "x.tfvars",
    "chart/Chart.yaml",
    "chart/templates/NOTES.txt",
    "chart/files/init.py",
    "chart.tgz",
    "plan",
    "a.json",
    "a.yml",
    "hosts.ini",
    "user-data.sh",
  ].map((path): [string, Scanner, boolean] => [path, "misconfig", true]),
  ...["README.md", "docs/Dockerfile/a.md", "logo.png"].map((path): [string, Scanner, boolean] => [
    path,
    "misconfig",
    false,
  ]),
  ["README.md", "license", true],
  ["src/main.rs", "license", true],
])("%s for %s: %s", (path, scanner, expected) => {
  expect(isTouched(ROOT, [path], [scanner])).toBe(expected);
});

test.each<[string, Target, string, boolean]>([
  ["a file in the folder", target("fs", "services/a"), "services/a/Cargo.lock", true],
  ["a file in a folder whose name begins the same", target("fs", "services/a"), "services/ab/Cargo.lock", false],
  ["a file beside the folder", target("fs", "services/a"), "Cargo.lock", false],
  ["the folder itself, which was a link or a submodule", target("fs", "services/a"), "services/a", true],
  ["what is above the folder", target("fs", "services/a"), "services", true],
  ["a link for people", target("fs", "docs.md/a"), "docs.md", true],
  ["a folder that git does not track", ROOT, "target/", true],
  ["a folder that git does not track in the target", target("fs", "a"), "a/target/", true],
  ["the target, which git does not track", target("fs", "a/b"), "a/", true],
  ["a folder that git does not track elsewhere", target("fs", "a"), "target/", false],
  ["a location with `./` and `/`", target("fs", "./a/"), "a/Cargo.lock", true],
  ["the root by another name", target("fs", "./"), "Cargo.lock", true],
  ["configuration in a folder of it", target("config", "infra"), "infra/main.tf", true],
  ["documents in a folder of configuration", target("config", "infra"), "infra/README.md", false],
  ["a bill of materials", target("sbom", "bom/app.json"), "bom/app.json", true],
  ["another bill of materials", target("sbom", "bom/app.json"), "bom/other.json", false],
  ["an image", target("image", "app:1"), "README.md", true],
  ["an archive of an image", target("image-archive", "app.tar"), "README.md", true],
])("%s", (_, of, path, expected) => {
  expect(isTouched(of, [path], ["vuln", "secret", "misconfig"])).toBe(expected);
});

test("of configuration only what is configuration counts, whatever the scanners are", () => {
  expect(isTouched(target("config"), ["README.md"], ["license"])).toBe(false);
  expect(isTouched(target("config"), ["main.tf"], ["vuln"])).toBe(true);
});

test("one path of many is enough, and none is none", () => {
  expect(isTouched(ROOT, ["README.md", "src/main.rs", "Cargo.lock"], ["vuln"])).toBe(true);
  expect(isTouched(ROOT, ["README.md", "src/main.rs"], ["vuln"])).toBe(false);
  expect(isTouched(ROOT, [], ["vuln", "secret"])).toBe(false);
  expect(isTouched(ROOT, ["README.md", "src/main.rs"], ["vuln", "secret"])).toBe(true);
});

test.each<[string, Skipped, string, boolean]>([
  ["a folder", { skipFolders: ["vendor"] }, "a/vendor/Cargo.lock", false],
  ["a folder with `./` and `/`", { skipFolders: ["./vendor/"] }, "a/vendor/Cargo.lock", false],
  ["another folder", { skipFolders: ["vendor"] }, "a/vendors/Cargo.lock", true],
  ["a folder of that name further down", { skipFolders: ["vendor"] }, "a/x/vendor/Cargo.lock", true],
  ["a glob is left to Trivy", { skipFolders: ["**/vendor"] }, "a/vendor/Cargo.lock", true],
  ["everything is not nothing", { skipFolders: ["", "./"] }, "a/Cargo.lock", true],
  ["a file", { skipFiles: ["Cargo.lock"] }, "a/Cargo.lock", false],
  ["a file of that name further down", { skipFiles: ["Cargo.lock"] }, "a/x/Cargo.lock", true],
])("what is skipped: %s", (_, skipped, path, expected) => {
  expect(isTouched(target("fs", "a"), [path], ["vuln", "secret"], skipped)).toBe(expected);
});
