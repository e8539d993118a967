import { Masker } from "./masker.ts";

export interface StepAnnotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly properties: ReadonlyMap<string, string>;
}

/** ExecutionContext.cs: more of a kind are only logged. */
const ANNOTATIONS_PER_LEVEL = 10;

/** ExecutionContext.cs: a message is cut after masking. */
const ANNOTATION_CHARACTERS = 4096;

/** What all processes of a step leave together: a JavaScript action's phases, or everything inside a composite. */
export class StepRecord {
  readonly masker = new Masker();
  /** What the log shows. */
  readonly log: string[] = [];
  /** Those that GitHub would show. */
  readonly annotations: StepAnnotation[] = [];
  /** Set by GITHUB_ENV, for what runs later. */
  readonly env = new Map<string, string>();
  /** Added by GITHUB_PATH, for what runs later; the last one is searched first. */
  readonly path: string[] = [];
  /** Undefined when the runner would refuse to show it. */
  summary: string | undefined = "";
  readonly #onLine: ((line: string) => void) | undefined;

  constructor(options: { readonly secrets?: readonly string[]; readonly onLine?: (line: string) => void }) {
    for (const secret of options.secrets ?? []) this.masker.add(secret);
    this.#onLine = options.onLine;
  }

  show(line: string): void {
    const masked = this.masker.mask(line);
    this.log.push(masked);
    this.#onLine?.(masked);
  }

  annotate(level: StepAnnotation["level"], message: string, properties: ReadonlyMap<string, string> = new Map()): void {
    if (this.annotations.filter((annotation) => annotation.level === level).length === ANNOTATIONS_PER_LEVEL) return;
    this.annotations.push({ level, message: this.masker.mask(message).slice(0, ANNOTATION_CHARACTERS), properties });
  }

  /** An error of the runner's own. */
  error(message: string): void {
    this.show(`::error::${message}`);
    this.annotate("error", message);
  }
}
