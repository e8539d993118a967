/** The four possible answers of a gate. `broken`: the gate could not do its work; it is never a pass. */
export type Verdict = "pass" | "fail" | "inconclusive" | "broken";

/** A piece of a line. A bare string is untrusted plain text; the renderers escape it. */
export type Inline =
  | string
  | { readonly code: string }
  | { readonly strong: Line }
  | { readonly emphasis: Line }
  | { readonly link: { readonly text: Line; readonly href: string } }
  | { readonly image: { readonly alt: string; readonly src: string } };

/** One line of text, made of pieces. */
export type Line = Inline | readonly Inline[];

export interface Column {
  readonly header: Line;
  readonly align?: "left" | "right" | "center";
}

/**
 * What a report is made of. The most important rows and items come first: to fit a byte budget, rows are cut from the
 * end, in the block with the highest `weight` first, and a line says how many were left out.
 */
export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3 | 4; readonly text: Line }
  | { readonly kind: "paragraph"; readonly text: Line }
  | {
      readonly kind: "table";
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Line[])[];
      /** What the rows are, for "and 12 more files". Default: rows. */
      readonly noun?: string;
      /** A block with a higher weight is cut first. Default 0. */
      readonly weight?: number;
    }
  | { readonly kind: "list"; readonly items: readonly Line[]; readonly noun?: string; readonly weight?: number }
  | { readonly kind: "details"; readonly summary: Line; readonly blocks: readonly Block[]; readonly open?: boolean }
  | { readonly kind: "code"; readonly language?: string; readonly text: string; readonly weight?: number }
  /**
   * Markdown that people with write access wrote to be shown, such as a changelog. It is shown as it is and may leave
   * anything open, so it is the last block of a report.
   */
  | { readonly kind: "markdown"; readonly text: string }
  | {
      readonly kind: "alert";
      readonly level: "note" | "tip" | "important" | "warning" | "caution";
      readonly text: Line;
    };

export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly title?: string;
  /** Path relative to the repository, with forward slashes. */
  readonly file?: string;
  /** 1-based. */
  readonly startLine?: number;
  readonly endLine?: number;
  /** A higher one is shown first if GitHub's limit of ten per type leaves some out. Default 0. */
  readonly importance?: number;
}

/** A file that the action writes to its result folder. */
export interface ResultFile {
  /** Name inside the result folder, e.g. `badge.svg`. */
  readonly name: string;
  readonly content: string | Uint8Array | Iterable<string | Uint8Array>;
  /** The output that is set to the file's absolute path, e.g. `badge-file`. */
  readonly output?: string;
}

/** Everything an action has to say below its headline, before any of it is written anywhere. Made by the pure `render`. */
export interface Report {
  /** Heading of the section, e.g. `Coverage`. */
  readonly title: string;
  /** The section of the shared pull-request comment, below the headline. Undefined: no comment is written. */
  readonly comment?: readonly Block[];
  /** The job summary, below the headline. */
  readonly summary: readonly Block[];
  readonly annotations: readonly Annotation[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly files: readonly ResultFile[];
}
