/** A fault that the emulated GitHub shows on demand, for the next `times` requests that fit. */
export interface Fault {
  readonly method?: string;
  readonly path: RegExp;
  /** Default 1. */
  readonly times?: number;
  readonly kind:
    | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly message: string }
    /** The connection ends before GitHub has looked at the request, or after it has stored it and before it answers. */
    | "drop"
    | "drop-after"
    /** The answer is no JSON. */
    | "malformed"
    /** The answer comes after so many milliseconds. */
    | { readonly delay: number };
}

/** Faults that are waiting for their request, oldest first. */
export class Faults {
  readonly #waiting: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  take(method: string, path: string): Fault["kind"] | undefined {
    const at = this.#waiting.findIndex(({ fault }) => (fault.method ?? method) === method && fault.path.test(path));
    const entry = this.#waiting[at];
    if (entry === undefined) return undefined;
    if (--entry.left === 0) this.#waiting.splice(at, 1);
    return entry.fault.kind;
  }
}
