import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import type { ImageInputs, ModeInputs } from "./deployment-inputs.ts";
import { OF_IMAGES, readImage } from "./read-image.ts";
import { checkInnerPath, readInnerPaths } from "./read-path.ts";

const MODES = ["files", "compose", "docker", "command"] as const;

type Mode = (typeof MODES)[number];

/** Which modes an input is for. */
const INPUTS_OF: Readonly<Record<Mode, readonly string[]>> = {
  files: ["source", "exclude", "transfer", "shared", "keep", "activate"],
  compose: ["compose-files", "project", "services", "env-file", "image", ...OF_IMAGES],
  docker: ["image", "container", "run", ...OF_IMAGES],
  command: ["switch", "rollback", "serving"],
};

/** What is deployed, and how. Every input is read, so that one of another mode is an error and not ignored. */
export function readMode(reader: InputReader): ModeInputs {
  const mode = reader.enumeration("mode", MODES, "files");
  const image = readImage(reader);
  const all: Readonly<Record<Mode, () => ModeInputs>> = {
    files: () => readFiles(reader),
    compose: () => readCompose(reader, image),
    docker: () => readDocker(reader, image),
    command: () => readCommand(reader),
  };
  for (const name of new Set(Object.values(INPUTS_OF).flat())) {
    if (reader.string(name) === "" || INPUTS_OF[mode].includes(name)) continue;
    const others = MODES.filter((each) => INPUTS_OF[each].includes(name));
    reader.problem(
      name,
      `is for ${others.map((each) => `\`mode: ${each}\``).join(" and ")}, and \`mode\` is \`${mode}\``,
    );
  }
  return all[mode]();
}

function readFiles(reader: InputReader): ModeInputs {
  const source = reader.string("source") || ".";
  checkInnerPath(reader, "source", source);
  return {
    mode: "files",
    source,
    exclude: reader.globs("exclude"),
    transfer: reader.enumeration("transfer", ["auto", "tar", "rsync"], "auto"),
    shared: readInnerPaths(reader, "shared"),
    keep: reader.integer("keep", { min: 2, max: 1000 }, 5),
    activate: reader.string("activate"),
  };
}

function readCompose(reader: InputReader, image: ImageInputs | undefined): ModeInputs {
  const services = reader.list("services").flatMap((line) => line.split(/[\s,]+/).filter((word) => word !== ""));
  for (const service of services) checkName(reader, "services", service);
  const project = reader.string("project");
  if (project !== "" && !/^[a-z0-9][a-z0-9_-]{0,62}$/.test(project))
    reader.wrong("project", project, "lower-case letters, digits, `-` and `_`, such as `api`");
  const envFile = reader.string("env-file");
  if (envFile !== "") checkInnerPath(reader, "env-file", envFile);
  const files = readInnerPaths(reader, "compose-files", ["compose.yaml"]);
  if (image === undefined) refuseWithoutImage(reader);
  return { mode: "compose", files, project, services, envFile, image };
}

function readDocker(reader: InputReader, image: ImageInputs | undefined): ModeInputs {
  if (image === undefined)
    reader.problem("image", "is missing; write, for example, `image: ghcr.io/acme/api@sha256:...`");
  const container = reader.required("container", "api");
  if (container !== "") checkName(reader, "container", container);
  const run = reader.list("run");
  for (const argument of run) checkRunArgument(reader, argument);
  const none = { reference: "", verify: "none", keys: [], username: "", password: "" } as const;
  return { mode: "docker", image: image ?? { ...none, identity: undefined, issuer: undefined }, container, run };
}

function readCommand(reader: InputReader): ModeInputs {
  const script = reader.required("switch", "systemctl restart api");
  return { mode: "command", switch: script, rollback: reader.string("rollback"), serving: reader.string("serving") };
}

/** Of Docker's containers and Compose's services. */
function checkName(reader: InputReader, input: string, name: string): void {
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/.test(name))
    reader.problem(
      input,
      `has ${quote(name)}; write a name of letters, digits, \`-\`, \`_\` and \`.\`, such as \`api\``,
    );
}

/** What this action decides itself, or what would keep `docker run` from returning. */
const OWN_ARGUMENT =
  /^(?:--name|--rm|-d|--detach|-it|-i|-t|--interactive|--tty|--pull|--cidfile|-a|--attach)(?:=|\s|$)/;

function checkRunArgument(reader: InputReader, argument: string): void {
  if (!argument.startsWith("-"))
    reader.problem("run", `has ${quote(argument)}; write one option a line, such as \`--publish=127.0.0.1:8080:8080\``);
  else if (OWN_ARGUMENT.test(argument))
    reader.problem("run", `has ${quote(argument)}, which this action sets itself; leave it out`);
}

function refuseWithoutImage(reader: InputReader): void {
  for (const name of OF_IMAGES)
    if (reader.string(name) !== "" && !(name === "verify-image" && reader.string(name) === "digest"))
      reader.problem(name, "is set, and `image` is not; name the image that it is about");
}
