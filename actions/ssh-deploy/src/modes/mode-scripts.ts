import { filesScripts } from "@jessy-actions/deployment/modes/files-scripts";
import type { ModeScripts } from "@jessy-actions/deployment/modes/mode";
import { isReleaseName } from "@jessy-actions/deployment/releases/release-name";
import type { Inputs } from "../inputs.ts";
import type { ImageResult } from "../result.ts";

/**
 * What a deployment does on each of its hosts.
 *
 * @param release its name, as `isReleaseName` has it
 * @param image what `inputs.deploy.image` came to; null where there is none
 */
export function modeScripts(inputs: Inputs, release: string, _image: ImageResult | null): ModeScripts {
  if (!isReleaseName(release)) throw new Error(`${JSON.stringify(release)} cannot be the name of a release`);
  const scripts = scriptsOf(inputs.deploy);
  const tools = scripts.tools.map(({ name, purpose }) => `${name} ${purpose}`).join("\n");
  return {
    ...scripts,
    environment: { ...scripts.environment, JESSY_PATH: inputs.path, JESSY_RELEASE: release, JESSY_TOOLS: tools },
  };
}

function scriptsOf(deploy: Inputs["deploy"]): ModeScripts {
  switch (deploy.mode) {
    case "files":
      return filesScripts(deploy);
    default:
      throw new Error(`mode ${deploy.mode} is not built yet`);
  }
}
