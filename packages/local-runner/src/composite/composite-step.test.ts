// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of GitHub.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCompositeSteps } from "./composite-step.ts";

test("a step as its file writes it; scalars become text, and what is missing is empty", () => {
  const [script, uses] = readCompositeSteps(
    [
      {
        id: "a",
        name: "Say ${{ inputs.x }}",
        if: false,
        run: "echo",
        shell: "bash",
        env: { N: 1, B: true, E: null },
        "working-directory": "sub",
        "continue-on-error": true,
      },
      { uses: "$/actions/x", with: { y: 80, z: "${{ env.N }}" } },
    ],
    "action.yml",
  );
  expect(script).toEqual({
    place: "step 1 (a)",
    id: "a",
    name: "Say ${{ inputs.x }}",
    condition: "false",
    env: new Map([
      ["N", "1"],
      ["B", "true"],
      ["E", ""],
    ]),
    continueOnError: "true",
    does: { kind: "run", script: "echo", shell: "bash", workingDirectory: "sub" },
  });
  expect(uses).toEqual({
    place: "step 2 ($/actions/x)",
    id: undefined,
    name: undefined,
    condition: "",
    env: new Map(),
    continueOnError: "",
    does: {
      kind: "uses",
      uses: "$/actions/x",
      target: { kind: "same repository", path: "actions/x" },
      inputs: new Map([
        ["y", "80"],
        ["z", "${{ env.N }}"],
      ]),
    },
  });
});

test.each([
  [{ id: "a", name: "b", run: "c", shell: "sh" }, "step 1 (a)"],
  [{ name: "b", run: "c", shell: "sh" }, "step 1 (b)"],
  [{ run: "c\nd", shell: "sh" }, "step 1 (c)"],
  [{ run: "", shell: "sh" }, "step 1"],
])("%j is %s in messages", (step, place) => {
  expect(readCompositeSteps([step], "x")[0]!.place).toBe(place);
});

test.each([undefined, null, {}, "text", 1])("`steps: %j` are no steps", (steps) => {
  expect(() => readCompositeSteps(steps, "a/action.yml")).toThrow(
    "a/action.yml is a composite action without `runs.steps`",
  );
});

test("whatever the file holds, there are steps or one line that names the file", () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.constantFrom("${{ x }}", "${{ github.x }}", "${{ '", "bash", "./a", "$/a", "o/r@v1", "always()"),
    fc.boolean(),
    fc.double(),
    fc.constant(null),
  );
  const key = fc.constantFrom("id", "name", "if", "run", "uses", "shell", "env", "with", "continue-on-error", "odd");
  const step = fc.dictionary(key, fc.oneof(scalar, fc.dictionary(fc.string(), scalar), fc.array(scalar)));
  fc.assert(
    fc.property(fc.array(fc.oneof(step, scalar)), (steps) => {
      let read: unknown;
      try {
        read = readCompositeSteps(steps, "a/action.yml");
      } catch (error) {
        expect((error as Error).message).toMatch(/^a\/action\.yml: step \d+.*: .*$/s);
        expect((error as Error).message).not.toContain("\n");
        return;
      }
      expect(read).toHaveLength(steps.length);
    }),
    { numRuns: 500 },
  );
});
