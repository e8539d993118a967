import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fakeTrivy, folderOf, scanIo, scanningOf, targetOf } from "../../testing/scanning.ts";
import type { Inputs } from "../inputs.ts";
import { lacksJavaDatabase } from "./java-database.ts";
import { scanTarget } from "./scan-target.ts";

/** Obeys comments like Trivy: a misconfiguration for each Dockerfile without one. */
const OBEYS = `
const found = (name, text) => text.includes("trivy:ignore:") ? [] : [{ ID: "DS-1", Status: "FAIL", Severity: "HIGH", CauseMetadata: { StartLine: 1, EndLine: 1 } }];
const root = fs.statSync(artifact).isDirectory() ? artifact : require("node:path").dirname(artifact);
const names = fs.statSync(artifact).isDirectory() ? fs.readdirSync(artifact) : [artifact.split("/").at(-1)];
const files = names.filter((name) => name.startsWith("Dockerfile"));
const jars = names.filter((name) => name.endsWith(".jar"));
const config = files.map((name) => ({ Target: name, Class: "config", Type: "dockerfile", Misconfigurations: found(name, fs.readFileSync(root + "/" + name, "utf8")) }));
const java = args[0] === "rootfs" ? [{ Target: "Java", Class: "lang-pkgs", Type: "jar", Packages: jars.map((name) => ({ Name: name, Version: "1", FilePath: name })) }] : [];
write({ Results: [...(args.join().includes("misconfig") ? config : []), ...java] });
`;

async function scan(files: Record<string, string>, inputs: Partial<Inputs> = {}, body = OBEYS, location = ".") {
  const folder = folderOf(files);
  const outcome = await scanTarget(
    targetOf("fs", location),
    folder,
    scanningOf(fakeTrivy(body), inputs),
    scanIo(folder),
  );
  return { outcome, folder };
}

describe("comments that set findings aside", () => {
  const files = {
    Dockerfile: "FROM a\n",
    "Dockerfile.b": "#trivy:ignore:DS-1\nFROM a\n",
    "Dockerfile.c": "\u00e9 #trivy:ignore:DS-1\n",
  };

  test("are told, and what they hide with them", async () => {
    const { outcome, folder } = await scan(files);
    expect(outcome).toMatchObject({
      scan: {
        findings: [{ place: { file: "Dockerfile" } }],
        suppressed: [
          { kind: "inSource", finding: { id: "DS-1", place: { file: "Dockerfile.b" } } },
          { kind: "inSource", finding: { id: "DS-1", place: { file: "Dockerfile.c" } } },
        ],
      },
    });
    expect(readFileSync(join(folder, "Dockerfile.b"), "utf8")).toBe(files["Dockerfile.b"]);
    expect([readdirSync(folder).sort(), statSync(join(folder, "Dockerfile")).nlink]).toEqual([Object.keys(files), 1]);
  });

  test("in one file", async () => {
    const { outcome } = await scan(files, {}, OBEYS, "Dockerfile.b");
    expect(outcome).toMatchObject({ scan: { findings: [], suppressed: [{ finding: { place: { file: "" } } }] } });
  });

  test("cost a second run only where there are any", async () => {
    const counts = `fs.appendFileSync(process.env.HOME + "/../../runs", "x"); if (fs.readFileSync(process.env.HOME + "/../../runs").length > 1) process.exit(3); write()`;
    expect((await scan({ Dockerfile: "FROM a\n" }, {}, counts)).outcome).toMatchObject({ scan: {} });
    expect((await scan(files, { scanners: ["secret"] }, counts)).outcome).toMatchObject({ scan: {} });
    expect((await scan(files, {}, counts)).outcome).toMatchObject({ problem: { cause: "tool-failed" } });
  });
});

describe("Java archives in a folder", () => {
  const files = { "a.jar": "x", "lib/b.jar": "x", "gradle/wrapper/gradle-wrapper.jar": "x" };

  test("are read by a run of their own", async () => {
    const { outcome } = await scan(files, { scanners: ["vuln"] });
    expect(outcome).toMatchObject({ scan: { packages: [{ name: "a.jar", file: "a.jar" }], idle: [] } });
  });

  test("without the database are a problem", async () => {
    const body = `if (args[0] === "rootfs") { console.error("x\\tFATAL\\tFatal error\\tUnable to initialize the Java DB"); process.exit(1) } write()`;
    const { outcome } = await scan(files, {}, body);
    expect(lacksJavaDatabase(outcome)).toBe(true);
    expect(lacksJavaDatabase((await scan(files, { scanners: ["secret"] }, body)).outcome)).toBe(false);
  });
});
