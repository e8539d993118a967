import type { Place } from "./go-names.ts";

/** A benchmark that has no result. */
export interface Failure extends Place {
  readonly reason: string;
}

/** Where in the output of `go test` a line stands: in which package, and what failed there. */
export class GoRun {
  /** Empty before the first `pkg:`. */
  pkg = "";
  /**
   * Before the first package, and behind the end of each: Go writes `pkg:` before the first result, and failures that
   * are earlier before it.
   */
  #isBetween = true;
  /** Benchmarks that failed before their package was named. */
  readonly #homeless: string[] = [];
  readonly #failed = new Map<string, Failure>();
  /** Packages whose results are not whole, with the line that says so. */
  readonly #ended = new Map<string, string>();
  /** A panic, until a later line says that the run went well: a benchmark may print such a line, too. */
  #panic: string | undefined;

  /** `pkg: example.com/m`, or the end of the text. */
  enter(pkg: string): void {
    this.#settle(pkg);
    this.#endBadly(this.pkg, this.#panic);
    this.#panic = undefined;
    this.pkg = pkg;
  }

  /** The end of a text: the next one begins with no package. */
  finish(): void {
    this.enter("");
    this.#isBetween = true;
  }

  /** A result shows that a package has begun, if not which. */
  seeResult(): void {
    if (this.#isBetween) this.#settle(this.pkg);
  }

  /** `--- FAIL: BenchmarkA`. */
  failBenchmark(name: string): void {
    if (this.#isBetween) this.#homeless.push(name);
    else this.fail(name, "it failed");
  }

  /** A benchmark of the package that has begun. */
  fail(name: string, reason: string): void {
    this.#fail(this.pkg, name, reason);
  }

  /** A line that ends a test program at once. */
  panic(line: string): void {
    this.#panic ??= line;
  }

  /** `PASS` of a test program. */
  pass(): void {
    this.#panic = undefined;
  }

  /** `FAIL` of a test program, or of the whole run. */
  failProgram(): void {
    this.#endBadly(this.#isBetween ? "" : this.pkg, this.#panic ?? "FAIL");
  }

  /** `ok  \texample.com/m\t1.2s`, or `FAIL`: the end of a package. */
  leave(line: string): void {
    const pkg = line.split(/\s+/)[1]!;
    this.#settle(pkg);
    if (line.startsWith("FAIL")) this.#endBadly(pkg, this.#panic ?? line);
    this.#panic = undefined;
    this.#isBetween = true;
  }

  #settle(pkg: string): void {
    for (const name of this.#homeless.splice(0)) this.#fail(pkg, name, "it failed");
    this.#isBetween = false;
  }

  #fail(pkg: string, name: string, reason: string): void {
    const key = `${pkg}\0${name}`;
    if (!this.#failed.has(key)) this.#failed.set(key, { pkg, name, reason });
  }

  /** Results of a package that did not end well are not whole: what is not there was not measured. */
  #endBadly(pkg: string, line: string | undefined): void {
    if (line === undefined) return;
    const known = this.#ended.get(pkg);
    if (known === undefined || known.startsWith("FAIL")) this.#ended.set(pkg, line);
  }

  /** If a sub-benchmark fails, `go test` reports its parents as failed, too: they are left out. */
  failedBenchmarks(): Failure[] {
    const parents = new Set([...this.#failed.keys()].map((key) => key.slice(0, Math.max(0, key.lastIndexOf("/")))));
    return [...this.#failed].filter(([key]) => !parents.has(key)).map(([, failure]) => failure);
  }

  /**
   * Packages that ended badly, with the line that says so. A benchmark that is known to have failed explains a plain
   * FAIL, and so does another package that of the whole run.
   */
  failedPackages(): { readonly pkg: string; readonly line: string }[] {
    const explained = new Set([...this.#failed.values()].map(({ pkg }) => pkg));
    return [...this.#ended]
      .map(([pkg, line]) => ({ pkg, line }))
      .filter(({ pkg, line }) => {
        const isPlain = line.startsWith("FAIL") && !line.endsWith("]");
        const isExplained = explained.has(pkg) || (pkg === "" && (explained.size > 0 || this.#ended.size > 1));
        return !(isPlain && isExplained);
      });
  }
}
