import { createHash } from "node:crypto";
import { commandScripts } from "@jessy-actions/deployment/modes/command-scripts";
import { composeScripts } from "@jessy-actions/deployment/modes/compose-scripts";
import { dockerScripts } from "@jessy-actions/deployment/modes/docker-scripts";
import type { RegistryLogin } from "@jessy-actions/deployment/modes/engine";
import { filesScripts } from "@jessy-actions/deployment/modes/files-scripts";
import type { ModeScripts } from "@jessy-actions/deployment/modes/mode";
import { isReleaseName } from "@jessy-actions/deployment/releases/release-name";
import { DOCKER_HUB, parseReference } from "@jessy-actions/images/reference";
import type { ImageInputs, Inputs } from "../inputs.ts";
import type { ImageResult } from "../result.ts";
import { composeFiles } from "./compose-files.ts";

/**
 * What a deployment does on each of its hosts.
 *
 * @param release its name, as `isReleaseName` has it; in the mode `docker` the image's digest, by which a host is seen to
 * serve it already
 * @param image what `inputs.deploy.image` came to; null where there is none
 */
export function modeScripts(inputs: Inputs, release: string, image: ImageResult | null): ModeScripts {
  if (!isReleaseName(release)) throw new Error(`${JSON.stringify(release)} cannot be the name of a release`);
  const scripts = scriptsOf(inputs, image);
  const tools = scripts.tools.map(({ name, purpose }) => `${name} ${purpose}`).join("\n");
  return {
    ...scripts,
    environment: { ...scripts.environment, JESSY_PATH: inputs.path, JESSY_RELEASE: release, JESSY_TOOLS: tools },
  };
}

function scriptsOf({ deploy, path, gateTiming }: Inputs, image: ImageResult | null): ModeScripts {
  const wait = Math.ceil(gateTiming.deadline / 1000);
  switch (deploy.mode) {
    case "files":
      return filesScripts(deploy);
    case "compose":
      return composeScripts({
        files: composeFiles(deploy.files),
        project: deploy.project || projectOf(path),
        services: deploy.services,
        envFile: deploy.envFile,
        image: image === null ? undefined : pinned(image),
        login: deploy.image && loginOf(deploy.image),
        wait,
      });
    case "docker": {
      if (image === null) throw new Error("the mode docker has no image");
      const { container, run } = deploy;
      return dockerScripts({
        image: pinned(image),
        container,
        run,
        login: loginOf(deploy.image),
        wait,
        settings: createHash("sha256").update(JSON.stringify(run)).digest("hex").slice(0, 16),
      });
    }
    case "command":
      return commandScripts(deploy);
  }
}

/** As Docker writes it: without Docker Hub's name, by which no local image is found. */
function pinned({ reference, digest }: ImageResult): string {
  const { registry, repository } = parseReference(reference);
  const name = registry === DOCKER_HUB ? repository.replace(/^library\//, "") : `${registry}/${repository}`;
  return `${name}@${digest}`;
}

function loginOf({ reference, username, password }: ImageInputs): RegistryLogin | undefined {
  if (username === "" && password === "") return undefined;
  return { registry: parseReference(reference).registry, username, password };
}

/** Compose's own rule for the name of a folder: lower case, and only letters, digits, `-` and `_`. */
function projectOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  return name.replace(/[^a-z0-9_-]/g, "").replace(/^[^a-z0-9]+/, "") || "app";
}
