/** A fault that the emulated GitHub shows on demand, for the next `times` requests that fit. */
export interface Fault {
  readonly method?: string;
  readonly path: RegExp;
  /** Default 1. */
  readonly times?: number;
  /** Requests that fit and are answered as usual before. Default 0. */
  readonly after?: number;
  /** What somebody else does between GitHub's deed and its answer. */
  readonly meanwhile?: () => void;
  readonly kind:
    | {
        readonly status: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly message: string;
        /** GitHub has done what was asked for, and yet answers so. Default false. */
        readonly stored?: boolean;
      }
    /** The connection ends before GitHub has looked at the request, or after it has stored it and before it answers. */
    | "drop"
    | "drop-after"
    /** The answer is not JSON. */
    | "malformed"
    /** The answer is this text, whatever it is. Default status: 200. */
    | {
        readonly text: string;
        readonly status?: number;
        readonly headers?: Readonly<Record<string, string>>;
        /** GitHub has done what was asked for, and yet answers so. Default false. */
        readonly stored?: boolean;
      }
    /** The answer comes after so many milliseconds. */
    | { readonly delay: number }
    /** The answer comes blank by blank, so many milliseconds apart, and has no end. */
    | { readonly dribble: number }
    /**
     * An upload breaks after so many bytes and leaves an asset in the state `starter`: with this status as the answer, or without
     * one, as the connection ends.
     */
    | { readonly cutAfter: number; readonly answer?: number };
}

/** GitHub's answer to a client that writes too much at a time (docs, "Rate limits for the REST API"). */
export const secondaryLimit = (retryAfter: number): Fault["kind"] => ({
  status: 403,
  headers: { "retry-after": String(retryAfter) },
  message: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
});

/** Faults that are waiting for their request, oldest first. */
export class Faults {
  readonly #waiting: { readonly fault: Fault; left: number; spared: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1, spared: fault.after ?? 0 });
  }

  /** None is waited for any more. */
  clear(): void {
    this.#waiting.length = 0;
  }

  take(method: string, path: string): Fault | undefined {
    const at = this.#waiting.findIndex(({ fault }) => (fault.method ?? method) === method && fault.path.test(path));
    const entry = this.#waiting[at];
    if (entry === undefined) return undefined;
    if (entry.spared > 0) {
      entry.spared--;
      return undefined;
    }
    if (--entry.left === 0) this.#waiting.splice(at, 1);
    return entry.fault;
  }
}
