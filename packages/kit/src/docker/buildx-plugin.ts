import { accessSync, constants, existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { Environment } from "../runner/environment.ts";
import { readFile } from "../runner/file-content.ts";
import { parseDockerConfig } from "./config-file.ts";

/** Where packages of Linux put plugins (docker/cli, cli-plugins/manager/manager_unix.go). */
const SYSTEM_FOLDERS = ["/usr/local/lib", "/usr/local/libexec", "/usr/lib", "/usr/libexec"].map(
  (folder) => `${folder}/docker/cli-plugins`,
);

/**
 * The file of the plugin that `docker buildx` would start: docker looks into the folders that its configuration names,
 * then beside it, then into those of the system (docker/cli, `getPluginDirs`).
 *
 * @returns undefined where only docker knows: on other systems than Linux, or with a configuration that cannot be read.
 */
export function buildxPlugin(
  environment: Environment,
  systemFolders: readonly string[] = SYSTEM_FOLDERS,
): string | undefined {
  if (process.platform !== "linux") return undefined;
  const folder = environment.DOCKER_CONFIG || join(environment.HOME || homedir(), ".docker");
  const extra = extraFolders(join(folder, "config.json"));
  return [...extra, join(folder, "cli-plugins"), ...systemFolders]
    .map((each) => join(each, "docker-buildx"))
    .find((path) => isAbsolute(path) && isProgram(path));
}

function extraFolders(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  try {
    const { cliPluginsExtraDirs } = parseDockerConfig(readFile(path).toString()).raw;
    return Array.isArray(cliPluginsExtraDirs) ? cliPluginsExtraDirs.filter((each) => typeof each === "string") : [];
  } catch {
    // Whoever makes the private configuration says what is wrong with it.
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
