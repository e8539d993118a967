import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FilesHost } from "../../testing/files-host.ts";
import { hostShells } from "../../testing/shells.ts";

/** How a run on a host goes: well, back after its switch, or dead after a step. */
type Run = { readonly release: string; readonly end: "good" | "back" | "dead-prepared" | "dead-switched" };

/** What must be true of a host, written down without looking at the scripts. */
interface Model {
  readonly served: string | undefined;
  /** What there is to go back to: the last that was served and good. */
  readonly good: readonly string[];
}

function after({ served, good }: Model, { release, end }: Run): Model {
  if (end === "good") return { served: release, good: [...good.filter((name) => name !== release), release] };
  if (end === "dead-switched") return { served: release, good };
  if (end === "back") return { served: good.at(-1), good };
  return { served, good };
}

const [shell] = hostShells().slice(1);
const RUNS = fc.array(
  fc.record({
    release: fc.constantFrom("r1", "r2", "r3", "r4", "r5"),
    end: fc.constantFrom("good" as const, "back" as const, "dead-prepared" as const, "dead-switched" as const),
  }),
  { maxLength: 7 },
);

test.skipIf(shell === undefined)("whatever runs come to, a host goes back to what was good, and keeps it", () => {
  fc.assert(
    fc.property(RUNS, (runs) => {
      const folder = mkdtempSync(join(tmpdir(), "jessy-retention-"));
      try {
        const host = new FilesHost(shell!, folder, { keep: 2 });
        let model: Model = { served: undefined, good: [] };
        for (const run of runs) {
          host.arrive(run.release);
          const steps = {
            good: ["switch", "finish"],
            back: ["switch", "rollback"],
            "dead-prepared": [],
            "dead-switched": ["switch"],
          };
          for (const phase of ["prepare", ...steps[run.end]] as ("prepare" | "switch" | "finish" | "rollback")[])
            expect([phase, host.run(phase, run.release)]).toMatchObject([phase, { exitCode: 0 }]);
          model = after(model, run);
          expect(host.run("serving", "").facts.serving).toBe(model.served ?? "");
          // What is good and served last is never removed, nor the one before it.
          for (const name of model.good.slice(-2)) expect(host.releases).toContain(name);
          if (run.end === "good") expect(host.releases.length).toBeLessThanOrEqual(2);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: Number(process.env.JESSY_FUZZ === "deep" ? 200 : 15) },
  );
});
