import { UserError } from "@jessy-actions/reading/user-error";
import { quoted } from "../quoted.ts";
import { parseAttributes } from "./attributes.ts";
import { GLOBAL_NAMES } from "./expressions.ts";
import { checkTemplate, parseTemplate, type Template } from "./template.ts";

/** What holds for all tags. */
export interface Flavor {
  readonly latest: "auto" | "true" | "false";
  readonly prefix: Template;
  readonly suffix: Template;
  /** Whether `latest` has the prefix too. */
  readonly prefixesLatest: boolean;
  readonly suffixesLatest: boolean;
}

const KEYS = ["latest", "prefix", "suffix", "onlatest"];

const NONE: Flavor = { latest: "auto", prefix: [], suffix: [], prefixesLatest: false, suffixesLatest: false };

/**
 * Reads a line of `flavor`, such as `prefix=dev-,onlatest=true`.
 *
 * @throws UserError
 */
export function parseFlavorLine(line: string): Partial<Flavor> {
  let flavor: Partial<Flavor> = {};
  // `onlatest` is about the prefix or suffix before it on the same line.
  let last = "";
  for (const { key, value } of parseAttributes(line)) {
    flavor = { ...flavor, ...changeOf(key, value, last) };
    if (key === "prefix" || key === "suffix") last = key;
  }
  return flavor;
}

/** What all lines say together; later ones win. */
export function flavorOf(lines: readonly Partial<Flavor>[]): Flavor {
  return Object.assign({}, NONE, ...lines);
}

function changeOf(key: string | undefined, value: string, last: string): Partial<Flavor> {
  switch (key) {
    case "latest":
      if (value !== "auto" && value !== "true" && value !== "false") {
        throw new UserError(
          `${quoted(`latest=${value}`)} is not known; write latest=auto, latest=true or latest=false`,
        );
      }
      return { latest: value };
    case "prefix":
    case "suffix": {
      const template = parseTemplate(value);
      checkTemplate(template, GLOBAL_NAMES);
      return { [key]: template };
    }
    case "onlatest":
      if (value !== "true" && value !== "false") {
        throw new UserError(`${quoted(`onlatest=${value}`)} is not known; write onlatest=true or onlatest=false`);
      }
      if (last === "") return {};
      return { [last === "prefix" ? "prefixesLatest" : "suffixesLatest"]: value === "true" };
    default:
      throw new UserError(`${quoted(key ?? value)} is not known; write ${KEYS.map((each) => `${each}=`).join(", ")}`);
  }
}
