import { UserError } from "@jessy-actions/reading/user-error";
import { quoted } from "../quoted.ts";
import { type ImageName, parseImageName } from "../reference.ts";
import { parseAttributes } from "./attributes.ts";

/** One image of the input `images`. */
export interface ImageEntry extends ImageName {
  /** As it was written, in lower case: `acme/app` for docker.io/acme/app. Tags are printed after it. */
  readonly name: string;
}

/**
 * Reads a line of `images`: `ghcr.io/acme/app`, or `name=ghcr.io/acme/app,enable=false`, or, if it is the only line, several
 * names with commas.
 *
 * @returns the images that are enabled; a disabled one may have any name
 * @throws UserError
 */
export function parseImageLine(line: string, isOnly: boolean): readonly ImageEntry[] {
  const attributes = parseAttributes(line);
  if (isOnly && attributes.every(({ key }) => key === undefined)) {
    return attributes.map(({ value }) => entryOf(value));
  }
  const names: string[] = [];
  let isEnabled = true;
  for (const { key = "name", value } of attributes) {
    if (key === "name") names.push(value);
    else if (key === "enable") isEnabled = booleanOf(value);
    else throw new UserError(`${quoted(key)} is not known; write name= and enable=`);
  }
  const [name, other] = names;
  if (other !== undefined) {
    throw new UserError(`it names two images, ${quoted(name!)} and ${quoted(other)}; write each on a line of its own`);
  }
  if (name === undefined || name === "") throw new UserError("it has no name; write name=ghcr.io/acme/app");
  return isEnabled ? [entryOf(name)] : [];
}

function entryOf(written: string): ImageEntry {
  const name = written.toLowerCase();
  return { name, ...parseImageName(name) };
}

function booleanOf(value: string): boolean {
  if (value !== "true" && value !== "false") {
    throw new UserError(`${quoted(`enable=${value}`)} is not known; write enable=true or enable=false`);
  }
  return value === "true";
}
