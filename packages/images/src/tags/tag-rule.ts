import { nearest } from "@jessy-actions/reading/nearest";
import { UserError } from "@jessy-actions/reading/user-error";
import { quoted } from "../quoted.ts";
import { parseAttributes } from "./attributes.ts";
import { DATE_NAMES, GLOBAL_NAMES } from "./expressions.ts";
import { checkTemplate, parseTemplate, type Template } from "./template.ts";
import { VERSION_NAMES } from "./version.ts";

/** A line of the input `tags`, read. */
export type TagRule = CommonRule &
  (
    | { readonly type: "schedule"; readonly pattern: Template }
    | ({ readonly type: "semver" | "pep440"; readonly pattern: Template } & Valued & {
          readonly match: RegExp | undefined;
        })
    | ({ readonly type: "match"; readonly pattern: RegExp; readonly group: string } & Valued)
    | { readonly type: "edge"; readonly branch: string }
    | { readonly type: "ref"; readonly event: "branch" | "tag" | "pr" }
    | { readonly type: "raw"; readonly value: Template }
    | { readonly type: "sha"; readonly format: "short" | "long" }
  );

interface CommonRule {
  /** The line as it was written, for errors. */
  readonly line: string;
  /** Must give `true` or `false`. */
  readonly enable: Template;
  /** Rules with a higher one come first; the first tag is the version of the image. */
  readonly priority: number;
  /** Undefined: the flavor's. */
  readonly prefix: Template | undefined;
  readonly suffix: Template | undefined;
  /** What is odd on the line without being wrong, one sentence each. */
  readonly notes: readonly string[];
}

interface Valued {
  /** What stands in for the git tag; undefined or empty: the git tag itself. */
  readonly value: Template | undefined;
}

/** What metadata-action takes if `tags` is empty. */
export const DEFAULT_TAGS = ["type=schedule", "type=ref,event=branch", "type=ref,event=tag", "type=ref,event=pr"];

const COMMON_KEYS = ["type", "enable", "priority", "prefix", "suffix"];

interface RuleType {
  readonly priority: number;
  readonly keys: readonly string[];
  readonly prefix?: string;
}

const TYPES: Readonly<Record<TagRule["type"], RuleType>> = {
  schedule: { priority: 1000, keys: ["pattern"] },
  semver: { priority: 900, keys: ["pattern", "value", "match"] },
  pep440: { priority: 900, keys: ["pattern", "value", "match"] },
  match: { priority: 800, keys: ["pattern", "group", "value"] },
  edge: { priority: 700, keys: ["branch"] },
  ref: { priority: 600, keys: ["event"] },
  raw: { priority: 200, keys: ["value"] },
  sha: { priority: 100, keys: ["format"], prefix: "sha-" },
};

const TYPE_NAMES = Object.keys(TYPES) as TagRule["type"][];

/**
 * Reads a line such as `type=semver,pattern={{version}}`. A part without `=` is the value, and a line without type is raw.
 *
 * @throws UserError which says what is wrong, to stand after the line
 */
export function parseTagRule(line: string): TagRule {
  const attributes = new Map<string, string>();
  for (const { key = "value", value } of parseAttributes(line)) attributes.set(key, value);
  const type = oneOf("type", attributes.get("type") ?? "raw", TYPE_NAMES);
  return new RuleReader(line, type, attributes).read();
}

/** Highest priority first; equal ones keep their order. */
export function byPriority(rules: readonly TagRule[]): readonly TagRule[] {
  return rules.toSorted((a, b) => (a.priority === b.priority ? 0 : b.priority > a.priority ? 1 : -1));
}

class RuleReader {
  readonly #line: string;
  readonly #type: TagRule["type"];
  readonly #attributes: ReadonlyMap<string, string>;

  constructor(line: string, type: TagRule["type"], attributes: ReadonlyMap<string, string>) {
    this.#line = line;
    this.#type = type;
    this.#attributes = attributes;
  }

  read(): TagRule {
    return { ...this.#common(), ...this.#own() } as TagRule;
  }

  #common(): CommonRule {
    const event = this.#attributes.get("event");
    const prefix = TYPES[this.#type].prefix ?? (this.#type === "ref" && event === "pr" ? "pr-" : undefined);
    return {
      line: this.#line,
      enable: this.#template("enable", GLOBAL_NAMES) ?? ["true"],
      priority: this.#priority(),
      prefix: this.#template("prefix", GLOBAL_NAMES) ?? (prefix === undefined ? undefined : [prefix]),
      suffix: this.#template("suffix", GLOBAL_NAMES),
      notes: this.#notes(),
    };
  }

  #own() {
    const type = this.#type;
    switch (type) {
      case "schedule":
        return { type, pattern: this.#template("pattern", DATE_NAMES) ?? ["nightly"] };
      case "semver":
      case "pep440": {
        const pattern = this.#template("pattern", VERSION_NAMES[type]);
        if (pattern === undefined) throw new UserError(`it has no pattern; write type=${type},pattern={{version}}`);
        const match = this.#attributes.get("match") ?? "";
        return { type, pattern, value: this.#value(), match: match === "" ? undefined : regExp("match", match, "") };
      }
      case "match":
        return { type, pattern: this.#pattern(), group: this.#group(), value: this.#value() };
      case "edge":
        return { type, branch: this.#attributes.get("branch") ?? "" };
      case "ref": {
        const event = this.#attributes.get("event");
        if (event === undefined) throw new UserError("it has no event; write event=branch, event=tag or event=pr");
        return { type, event: oneOf("event", event, ["branch", "tag", "pr"]) };
      }
      case "raw": {
        const value = this.#value();
        if (value === undefined) throw new UserError("it has no value; write type=raw,value=edge");
        return { type, value };
      }
      case "sha":
        return { type, format: oneOf("format", this.#attributes.get("format") ?? "short", ["short", "long"]) };
    }
  }

  #value(): Template | undefined {
    return this.#template("value", GLOBAL_NAMES);
  }

  #template(key: string, known: readonly string[]): Template | undefined {
    const text = this.#attributes.get(key);
    if (text === undefined) return undefined;
    const template = parseTemplate(text);
    try {
      checkTemplate(template, known);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const isElsewhere =
        !known.includes("branch") &&
        template.some((part) => typeof part !== "string" && (GLOBAL_NAMES as readonly string[]).includes(part.name));
      throw isElsewhere ? new UserError(`${error.message}; in prefix, suffix and value it is known`) : error;
    }
    return template;
  }

  #priority(): number {
    const text = this.#attributes.get("priority");
    if (text === undefined) return TYPES[this.#type].priority;
    const priority = Number(text);
    if (Number.isNaN(priority)) throw new UserError(`${quoted(`priority=${text}`)} is not a number`);
    return priority;
  }

  /** `v(.*)`, or with flags `/v(.*)/i`. */
  #pattern(): RegExp {
    const text = this.#attributes.get("pattern");
    if (text === undefined) throw new UserError("it has no pattern; write type=match,pattern=v(.*),group=1");
    const [, source, flags] = /^\/(.+)\/(.*)$/.exec(text) ?? [];
    return source === undefined ? regExp("pattern", text, "") : regExp("pattern", source, flags!);
  }

  #group(): string {
    const group = this.#attributes.get("group") ?? "0";
    if (Number.isNaN(Number(group))) throw new UserError(`${quoted(`group=${group}`)} is not a number; write group=1`);
    return group;
  }

  #notes(): readonly string[] {
    const known = [...COMMON_KEYS, ...TYPES[this.#type].keys];
    return [...this.#attributes.keys()]
      .filter((key) => !known.includes(key))
      .map((key) => {
        if (key === "value")
          return `${quoted(this.#attributes.get(key)!)} is ignored: type=${this.#type} takes no value`;
        const near = nearest(key, known);
        return `${quoted(key)} is ignored: type=${this.#type} does not know it${near === undefined ? "" : `; did you mean ${near}?`}`;
      });
  }
}

function regExp(key: string, source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw new UserError(`${quoted(`${key}=${source}`)} is not a regular expression`, { cause: error });
  }
}

function oneOf<const Word extends string>(key: string, text: string, words: readonly Word[]): Word {
  const word = words.find((each) => each === text);
  if (word !== undefined) return word;
  const near = nearest(text, words);
  const remedy = near === undefined ? `write one of ${words.join(", ")}` : `did you mean ${near}?`;
  throw new UserError(`${quoted(`${key}=${text}`)} is not known; ${remedy}`);
}
