import { expect, test } from "vitest";
import { isLock, javaArchives, mayBeConfiguration } from "./file-kinds.ts";

test("Java archives, without the starters of build tools", () => {
  const files = [
    "a.jar",
    "b/C.WAR",
    "d.ear",
    "e.par",
    "a.jar.txt",
    "jar",
    "gradle/wrapper/gradle-wrapper.jar",
    ".mvn/wrapper/maven-wrapper.jar",
    "my-gradle-wrapper.jar",
  ];
  expect(javaArchives(files)).toEqual(["a.jar", "b/C.WAR", "d.ear", "e.par", "my-gradle-wrapper.jar"]);
});

test("locks", () => {
  expect(["Cargo.lock", "go.mod", "app.deps.json", "cargo.lock", "x"].map(isLock)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test.each([
  "main.tf",
  "a/b.tf.json",
  "Dockerfile",
  "Dockerfile.dev",
  "x.dockerfile",
  "Containerfile",
  "k.yml",
  "chart/templates/_x.tpl",
  "chart/templates/NOTES.txt",
  "chart.tgz",
])("%s may be configuration", (path) => {
  expect(mayBeConfiguration(path)).toBe(true);
});

test.each(["main.rs", "README.md", "x.txt", "a.png"])("%s is none", (path) => {
  expect(mayBeConfiguration(path)).toBe(false);
});
