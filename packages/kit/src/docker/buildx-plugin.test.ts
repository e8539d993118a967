import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildxPlugin } from "./buildx-plugin.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-plugin-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(place: string, mode = 0o755): string {
  mkdirSync(join(folder, place), { recursive: true });
  const path = join(folder, place, "docker-buildx");
  writeFileSync(path, "");
  chmodSync(path, mode);
  return path;
}

const find = () => buildxPlugin({ DOCKER_CONFIG: join(folder, "config") }, [join(folder, "system")]);
const configure = (value: unknown) => {
  mkdirSync(join(folder, "config"), { recursive: true });
  writeFileSync(join(folder, "config/config.json"), typeof value === "string" ? value : JSON.stringify(value));
};

test("docker's order: folders that the configuration names, the one beside it, the system's", () => {
  expect(find()).toBeUndefined();
  const system = put("system");
  expect(find()).toBe(system);
  const own = put("config/cli-plugins");
  expect(find()).toBe(own);
  const extra = put("extra");
  configure({ cliPluginsExtraDirs: [join(folder, "none"), join(folder, "extra")] });
  expect(find()).toBe(extra);
});

test("what is not a program is passed over", () => {
  put("config/cli-plugins", 0o644);
  mkdirSync(join(folder, "system/docker-buildx"), { recursive: true });
  // Root may run nothing either that no one may.
  expect(find()).toBeUndefined();
});

test.each<[string, unknown]>([
  ["not JSON", "{"],
  ["another shape", { cliPluginsExtraDirs: "here" }],
  ["relative folders, which are relative to what docker does not say", { cliPluginsExtraDirs: ["extra"] }],
])("a configuration with %s names no folder", (_, value) => {
  configure(value);
  put("extra");
  const own = put("config/cli-plugins");
  expect(find()).toBe(own);
});

test("the home folder where DOCKER_CONFIG is not set", () => {
  const own = put(".docker/cli-plugins");
  expect(buildxPlugin({ HOME: folder }, [])).toBe(own);
});
