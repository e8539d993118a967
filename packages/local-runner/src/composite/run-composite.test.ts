// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of GitHub.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readActionFile } from "../action/action-file.ts";
import { type RunStepOptions, runStep } from "../step/run-step.ts";

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "jessy-")));
  mkdirSync(join(folder, "workspace"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A composite action of these steps, and what else it says. */
function composite(steps: string, rest = ""): string {
  return `name: It\n${rest}runs:\n  using: composite\n  steps:\n${steps.replace(/^(?=.)/gm, "    ")}\n`;
}

/** A JavaScript action that says what it sees. */
function javaScript(name: string, { phases = ["main"], fails = false, inputs = "who: {default: nobody}" } = {}) {
  const says = (phase: string) =>
    `import { appendFileSync } from "node:fs";\nconst { env } = process;\n` +
    `console.log("${name} ${phase}", env.INPUT_WHO ?? "-", env.STATE_saved ?? "-", env.FROM_ENV ?? "-");\n` +
    `appendFileSync(env.GITHUB_STATE, "saved=${name}\\n");\n` +
    `appendFileSync(env.GITHUB_OUTPUT, "from=${name} ${phase}\\n");\n` +
    (fails ? "process.exitCode = 3;\n" : "");
  return {
    [`${name}/action.yml`]: `name: ${name}\ninputs:\n  ${inputs}\nruns:\n  using: node24\n${phases.map((phase) => `  ${phase}: ${phase}.mjs\n`).join("")}`,
    ...Object.fromEntries(phases.map((phase) => [`${name}/${phase}.mjs`, says(phase)])),
  };
}

async function run(options: Partial<RunStepOptions> = {}, path = "it") {
  return runStep({
    action: readActionFile(join(folder, path)),
    inputs: {},
    github: { repository: "org/demo", sha: "abc", event_name: "push", token: "ghs_token" },
    event: { number: 7 },
    workspace: join(folder, "workspace"),
    temporary: join(folder, "temp"),
    node: process.execPath,
    runtime: { ACTIONS_RUNTIME_TOKEN: "rt" },
    secrets: ["ghs_token"],
    ...options,
  });
}

/** What the steps printed, without what the runner says itself. */
const printed = (log: readonly string[]) => {
  const shown: string[] = [];
  let inGroup = false;
  for (const line of log) {
    if (line.startsWith("::group::")) inGroup = true;
    else if (line === "::endgroup::") inGroup = false;
    else if (!inGroup) shown.push(line);
  }
  return shown;
};

const steps = async (text: string, options: Partial<RunStepOptions> = {}, rest = "") => {
  write({ "it/action.yml": composite(text, rest) });
  const result = await run(options);
  return { ...result, printed: printed(result.log) };
};

describe("scripts", () => {
  test("each shell is called with GitHub's own command line", async () => {
    const result = await steps(
      [
        `- {run: 'echo "$- $SHELLOPTS"; shopt -q login_shell || echo no login', shell: bash}`,
        `- {run: 'echo "$-"', shell: sh}`,
        `- {run: 'console.log(process.argv.length, process.argv[1].endsWith(".sh"))', shell: 'node {0}'}`,
        `- {run: 'echo "$0 $1"', shell: 'bash -e {0} "a b"'}`,
      ].join("\n"),
    );
    expect(result.outcome).toBe("success");
    expect(result.printed[0]).toMatch(/^[a-z]*e[A-Za-z]* .*\berrexit\b.*\bpipefail\b/i);
    expect(result.printed[1]).toBe("no login");
    expect(result.printed[2]).toContain("e");
    expect(result.printed[3]).toBe("2 false");
    expect(result.printed[4]).toMatch(/ a b$/);
    expect(result.log.filter((line) => line.startsWith("shell: "))[0]).toMatch(
      /^shell: \/\S*bash --noprofile --norc -e -o pipefail \{0\}$/,
    );
  });

  test("bash ends at the first failure, in a pipe too, and the exit code is said", async () => {
    for (const script of ["false\necho on", "false | cat\necho on"]) {
      const result = await steps(`- run: |\n    ${script.replaceAll("\n", "\n    ")}\n  shell: bash`);
      expect([result.outcome, result.printed]).toEqual(["failure", ["::error::Process completed with exit code 1."]]);
      expect(result.annotations[0]?.message).toBe("Process completed with exit code 1.");
    }
  });

  test("a script sees the job's environment, but no inputs, no runtime and no token", async () => {
    const result = await steps(
      `- {run: 'env | grep -E "^(INPUT_|ACTIONS_|GITHUB_TOKEN|GITHUB_ACTION_PATH|GITHUB_REPOSITORY=|RUNNER_TEMP|JOB|CI)" | sort; pwd', shell: bash}`,
      { inputs: { who: "me" }, env: { JOB: "job" } },
      "inputs: {who: {}}\n",
    );
    expect(result.printed).toEqual([
      "CI=true",
      `GITHUB_ACTION_PATH=${folder}/it`,
      "GITHUB_REPOSITORY=org/demo",
      "JOB=job",
      `RUNNER_TEMP=${folder}/temp`,
      `${folder}/workspace`,
    ]);
  });

  test("working-directory is below the workspace, and must be there", async () => {
    mkdirSync(join(folder, "workspace/sub"));
    const result = await steps(
      "- {run: pwd, shell: sh, working-directory: \"${{ 'sub' }}\"}\n- {id: gone, run: pwd, shell: sh, working-directory: gone}",
    );
    expect(result.printed).toEqual([
      `${folder}/workspace/sub`,
      `::error::${folder}/it/action.yml: step 2 (gone): \`working-directory: gone\` does not exist`,
    ]);
  });

  test("a shell that is not installed fails the step by name", async () => {
    const result = await steps("- {run: x, shell: 'no-such-shell {0}'}");
    expect(result.printed).toEqual([
      `::error::${folder}/it/action.yml: step 1 (x): \`shell: no-such-shell {0}\`: no-such-shell is not installed`,
    ]);
    expect(result.outcome).toBe("failure");
  });
});

describe("values between steps", () => {
  test("outputs, outcomes and the composite's own outputs", async () => {
    const result = await steps(
      [
        `- {id: one, run: 'echo "a=1" >> "$GITHUB_OUTPUT"; echo "b=2" >> "$GITHUB_OUTPUT"', shell: bash}`,
        "- {id: Two, run: exit 4, shell: bash, continue-on-error: true}",
        "- {id: skipped, run: x, shell: bash, if: 'false'}",
        "- {run: 'echo \"$ALL\"', shell: bash, env: {ALL: '${{ steps.one.outputs.a }} ${{ steps.two.outcome }} ${{ steps.two.conclusion }} ${{ steps.skipped.outcome }} ${{ steps.nobody.outcome }}'}}",
      ].join("\n"),
      {},
      "outputs:\n  sum: {value: '${{ steps.one.outputs.a }}${{ steps.one.outputs.b }}'}\n  none: {description: nothing}\n",
    );
    expect(result.printed.at(-1)).toBe("1 failure success skipped ");
    expect([...result.outputs]).toEqual([
      ["sum", "12"],
      ["none", ""],
    ]);
    expect(result.outcome).toBe("success");
  });

  test("GITHUB_ENV and GITHUB_PATH reach later steps and the job; a step's env goes over them and stays in it", async () => {
    write({ "tools/hello": "#!/bin/sh\necho hello tool\n", ...javaScript("used") });
    const result = await steps(
      [
        `- {run: 'echo "FROM_ENV=first" >> "$GITHUB_ENV"; echo "${folder}/tools" >> "$GITHUB_PATH"; chmod +x "${folder}/tools/hello"; echo "now $FROM_ENV."', shell: bash}`,
        "- {run: 'hello; echo \"$FROM_ENV ${{ env.FROM_ENV }}\"', shell: bash}",
        "- {run: 'echo \"$FROM_ENV ${{ env.FROM_ENV }}\"', shell: bash, env: {FROM_ENV: own}}",
        "- {uses: ./../used}",
        "- {uses: ./../used, env: {FROM_ENV: '${{ env.FROM_ENV }}+'}}",
        "- {run: 'echo \"$FROM_ENV\"', shell: bash}",
      ].join("\n"),
      { env: { FROM_ENV: "job" } },
    );
    expect(result.printed).toEqual([
      "now job.",
      "hello tool",
      "first first",
      "own own",
      "used main nobody - first",
      "used main nobody - first+",
      "first",
    ]);
    expect([result.env.get("FROM_ENV"), result.path]).toEqual(["first", [`${folder}/tools`]]);
  });

  test("inputs: given without case, defaults with expressions, and what the action does not know is warned of", async () => {
    write(javaScript("used"));
    const result = await steps(
      [
        "- {run: 'echo \"$ALL\"', shell: bash, env: {ALL: '${{ inputs.a }} ${{ inputs.B }} ${{ inputs.c }}.'}}",
        "- {uses: ./../used, with: {WHO: '${{ inputs.a }}', odd: 1}}",
      ].join("\n"),
      { inputs: { A: "given" } },
      "inputs:\n  a: {default: no}\n  b: {default: '${{ github.repository }}/${{ runner.os }}'}\n  c: {required: true}\n",
    );
    expect(result.printed).toEqual([
      "given org/demo/Linux .",
      `::warning::Unexpected input(s) 'odd' of ${folder}/used, valid inputs are ['who']`,
      "used main given - -",
    ]);
  });

  test("a secret is hidden wherever it is written, in the script that is shown too", async () => {
    const result = await steps(
      '- {run: \'echo "${{ github.token }}" "$T"; echo "$T" >> "$GITHUB_STEP_SUMMARY"\', shell: bash, env: {T: "${{ github.token }}"}}',
    );
    expect(result.log.join("\n")).not.toContain("ghs_token");
    expect([result.printed[0], result.summary]).toEqual(["*** ***", "***\n"]);
  });
});

describe("conditions", () => {
  test("after a failure only those steps run that ask for it; the outputs are made all the same", async () => {
    const echo = (text: string, condition: string) => `- {run: 'echo ${text}', shell: bash, if: '${condition}'}`;
    const result = await steps(
      [
        "- {id: broken, run: exit 1, shell: bash}",
        "- {run: echo implicit, shell: bash}",
        echo("success", "success()"),
        echo("failure", "failure()"),
        echo("always", "always()"),
        echo("cancelled", "cancelled()"),
        echo("named", "${{ !cancelled() && steps.broken.conclusion == ''failure'' }}"),
        echo("both", "always() && github.event.number == 7"),
      ].join("\n"),
      {},
      "outputs: {last: {value: '${{ steps.broken.outcome }}'}}\n",
    );
    expect(result.printed.slice(1)).toEqual(["failure", "always", "named", "both"]);
    expect([result.outcome, result.exitCode, result.outputs.get("last")]).toEqual(["failure", 1, "failure"]);
  });

  test("a condition that cannot be evaluated fails its step", async () => {
    const result = await steps("- {run: x, shell: bash, if: \"fromJSON('{')\"}\n- {run: echo on, shell: bash}");
    expect(result.printed).toEqual([expect.stringContaining("step 1 (x): `${{ fromJSON('{') }}`: Error parsing JSON")]);
    expect(result.outcome).toBe("failure");
  });

  test.each([
    ["true", "success"],
    ["${{ inputs.go == 'on' }}", "success"],
    ["${{ inputs.go != 'on' }}", "failure"],
    ["perhaps", "failure"],
  ])("continue-on-error: %s", async (value, outcome) => {
    const inputs = { go: "on" };
    const result = await steps(
      `- {run: exit 1, shell: bash, continue-on-error: "${value}"}`,
      { inputs },
      "inputs: {go: {}}\n",
    );
    expect(result.outcome).toBe(outcome);
  });

  test("a cancelled run stops the step that runs, then runs what asks for it, and posts", async () => {
    write(javaScript("cleaner", { phases: ["main", "post"] }));
    const abort = new AbortController();
    const result = await steps(
      [
        "- {uses: ./../cleaner}",
        "- {id: long, run: 'echo ready; exec sleep 60', shell: bash}",
        "- {run: echo never, shell: bash}",
        "- {run: 'echo \"$WHY\"', shell: bash, if: cancelled(), env: {WHY: '${{ steps.long.outcome }} ${{ job.status }}'}}",
        "- {run: echo always, shell: bash, if: always()}",
        "- {run: echo failure, shell: bash, if: failure()}",
      ].join("\n"),
      { signal: abort.signal, onLine: (line) => line === "ready" && abort.abort() },
    );
    expect(result.printed.filter((line) => !line.startsWith("::error::"))).toEqual([
      "cleaner main nobody - -",
      "ready",
      "cancelled cancelled",
      "always",
      "cleaner post nobody cleaner -",
    ]);
    expect(result.outcome).toBe("cancelled");
  });

  test("a step that runs always() is not stopped by a cancellation, and its success counts, as in the runner", async () => {
    const abort = new AbortController();
    const result = await steps(
      [
        "- {run: 'echo ready; sleep 0.3; echo done', shell: bash, if: always()}",
        "- {run: echo next, shell: bash}",
        "- {run: echo cancelled, shell: bash, if: cancelled()}",
      ].join("\n"),
      { signal: abort.signal, onLine: (line) => line === "ready" && abort.abort() },
    );
    // CompositeActionHandler.cs: `success()` asks for the composite's own result.
    expect(result.printed).toEqual(["ready", "done", "next", "cancelled"]);
    expect(result.outcome).toBe("cancelled");
  });

  test("a nested composite that is cancelled is cancelled, also in a step that goes on", async () => {
    write({ "workspace/inner/action.yml": composite("- {run: 'echo ready; exec sleep 60', shell: bash}") });
    const abort = new AbortController();
    const result = await steps(
      "- {id: inner, uses: ./inner, if: always()}\n- {run: 'echo \"$O\"', shell: bash, if: always(), env: {O: '${{ steps.inner.outcome }}'}}",
      { signal: abort.signal, onLine: (line) => line === "ready" && abort.abort() },
    );
    expect(result.printed.at(-1)).toBe("cancelled");
  });

  test("a step whose time is up fails, and its posts run", async () => {
    write(javaScript("cleaner", { phases: ["main", "post"] }));
    const result = await steps(
      "- {uses: ./../cleaner}\n- {run: 'exec sleep 60', shell: bash}\n- {run: echo late, shell: bash, if: always()}",
      { timeoutMinutes: 1 / 60 },
    );
    expect(result.annotations.map(({ message }) => message)).toContain(
      `${folder}/it/action.yml: step 2 (exec sleep 60): The action has timed out.`,
    );
    expect(result.printed).not.toContain("late");
    expect(result.printed.at(-1)).toBe("cleaner post nobody cleaner -");
    expect(result.outcome).toBe("failure");
  });
});

describe("actions inside", () => {
  test("pre first, posts last in reverse, each with its own state; nested ones included", async () => {
    const all = { phases: ["pre", "main", "post"] };
    write({
      ".git/HEAD": "",
      ...javaScript("a", all),
      ...javaScript("b", all),
      ...javaScript("c", all),
      ...javaScript("unused", all),
      "inner/action.yml": composite(
        "- {uses: $/b, with: {who: '${{ inputs.name }}'}}\n- {run: echo inner, shell: bash}",
        "inputs: {name: {}}\n",
      ),
    });
    const result = await steps(
      [
        "- {id: a, uses: $/a}",
        "- {id: inner, uses: $/inner, with: {name: '${{ steps.a.outputs.from }}'}}",
        "- {uses: $/unused, if: failure()}",
        "- {uses: ./../c}",
      ].join("\n"),
    );
    expect(result.printed).toEqual([
      "a pre nobody - -",
      "b pre  - -",
      "unused pre nobody - -",
      "a main nobody a -",
      "b main a main b -",
      "inner",
      // An action of the workspace has no `pre`, as on GitHub.
      "c main nobody - -",
      "c post nobody c -",
      "unused post nobody unused -",
      "b post a main b -",
      "a post nobody a -",
    ]);
    expect(result.outcome).toBe("success");
  });

  test("what a nested composite is given is evaluated anew in each stage", async () => {
    write({
      ".git/HEAD": "",
      ...javaScript("a", { phases: ["pre", "main", "post"] }),
      "inner/action.yml": composite("- {uses: $/a, with: {who: '${{ inputs.name }}'}}", "inputs: {name: {}}\n"),
    });
    const result = await steps(
      [
        `- {id: first, run: 'echo "FROM_ENV=set" >> "$GITHUB_ENV"; echo "v=late" >> "$GITHUB_OUTPUT"', shell: bash}`,
        "- {uses: $/inner, with: {name: '${{ steps.first.outputs.v }}'}, env: {FROM_ENV: '${{ env.FROM_ENV }}!'}}",
      ].join("\n"),
    );
    expect(result.printed).toEqual(["a pre  - !", "a main late a set!", "a post late a set!"]);
  });

  test("a pre that fails keeps the steps from running, and posts still run", async () => {
    write({
      ".git/HEAD": "",
      ...javaScript("a", { phases: ["pre", "main", "post"], fails: true }),
    });
    const result = await steps("- {uses: $/a}\n- {run: echo on, shell: bash, if: always()}");
    expect(result.printed).toEqual(["a pre nobody - -", "a post nobody a -"]);
    expect(result.outcome).toBe("failure");
  });

  test("post-if asks for the job's status", async () => {
    write({
      ".git/HEAD": "",
      ...javaScript("a", { phases: ["main", "post"] }),
      ...javaScript("b", { phases: ["main", "post"] }),
    });
    write({
      "a/action.yml": "runs: {using: node24, main: main.mjs, post: post.mjs, post-if: success()}\n",
      "b/action.yml": "runs: {using: node24, main: main.mjs, post: post.mjs, post-if: failure()}\n",
    });
    const result = await steps("- {uses: $/a}\n- {uses: $/b}\n- {run: exit 1, shell: bash}");
    expect(result.printed.filter((line) => line.includes("post"))).toEqual(["b post - b -"]);
  });

  test("a nested composite has its own steps, and hands on outputs alone", async () => {
    write({
      "workspace/inner/action.yml": composite(
        '- {id: x, run: \'echo "v=${{ steps.outer.outputs.v }}inner" >> "$GITHUB_OUTPUT"; exit 1\', shell: bash}',
        "outputs: {v: {value: '${{ steps.x.outputs.v }}'}}\n",
      ),
    });
    const result = await steps(
      [
        `- {id: outer, run: 'echo "v=outer" >> "$GITHUB_OUTPUT"', shell: bash}`,
        "- {id: inner, uses: ./inner, continue-on-error: true}",
        "- {run: 'echo \"$V\"', shell: bash, env: {V: '${{ steps.inner.outputs.v }} ${{ steps.inner.outcome }} ${{ steps.x.outputs.v }}.'}}",
      ].join("\n"),
    );
    expect(result.printed.at(-1)).toBe("inner failure .");
    expect(result.outcome).toBe("success");
  });

  test("an action that an earlier step writes is found; one that is missing says what to do", async () => {
    write(javaScript("used"));
    const result = await steps(
      `- {run: 'cp -r ${folder}/used made', shell: bash}\n- {uses: ./made}\n- {id: gone, uses: ./gone}`,
    );
    expect(result.printed).toEqual([
      "used main nobody - -",
      `::error::${folder}/it/action.yml: step 3 (gone): there is no action.yml in ./gone of the workspace; did actions/checkout run before?`,
    ]);
    expect(result.outcome).toBe("failure");
  });

  test("nine composites in one another run, ten are an error before anything runs", async () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length }, (_, index) => [
          `${index === 0 ? "it" : `n${index}`}/action.yml`,
          composite(
            index === length - 1
              ? "- {run: echo bottom, shell: bash}"
              : `- {run: echo ${index}, shell: bash}\n- {uses: $/n${index + 1}}`,
          ),
        ]),
      );
    write({ ".git/HEAD": "", ...chain(9) });
    expect(printed((await run()).log)).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "bottom"]);
    write(chain(10));
    await expect(run()).rejects.toThrow(`${folder}/n9 is the innermost of 10 composite actions; GitHub allows 9`);
  });

  test("an action of the workspace that uses itself ends", async () => {
    write({ "workspace/self/action.yml": composite("- {uses: ./self}") });
    const result = await steps("- {uses: ./self}");
    expect(result.printed[0]).toContain("is the innermost of 10 composite actions; GitHub allows 9");
    expect(result.outcome).toBe("failure");
  });

  test("env and if see the composite's repository and ref, run does not, as on GitHub", async () => {
    write({
      "tree/it/action.yml": composite(
        "- {run: 'echo \"$A ${{ github.action_repository }}${{ github.action_ref }}.\"', shell: bash, env: {A: '${{ github.action_repository }}@${{ github.action_ref }}'}}",
      ),
    });
    const uses = { owner: "org", repository: "tools", path: "it", ref: "v1" };
    const github = { repository: "org/demo", action_repository: "org/tools", action_ref: "v1" };
    const result = await run({ uses, github }, "tree/it");
    expect(printed(result.log)).toEqual(["org/tools@v1 ."]);
  });
});

describe("a broken composite is one line that names file and step, before anything runs", () => {
  test.each([
    ["- {run: echo x}", "step 1 (echo x): it has no `shell`, which GitHub asks of every `run` in a composite action"],
    ["- {run: x, shell: fish}", "step 1 (x): `shell: fish` is not a shell; write bash, sh, pwsh, python or a command"],
    ["- {id: a b, run: x, shell: sh}", "step 1 (a b): `id: a b` is not valid"],
    ["- {id: __a, run: x, shell: sh}", "step 1 (__a): `id: __a` is not valid"],
    ["- {id: a, run: x, shell: sh}\n- {id: A, run: x, shell: sh}", "step 2 (A): `id: A` is taken by an earlier step"],
    ["- {name: n, shell: sh}", "step 1 (n): it needs one of `run` and `uses`, and not both"],
    ["- {run: x, uses: ./a, shell: sh}", "step 1 (./a): it needs one of `run` and `uses`, and not both"],
    ["- text", "step 1: it is not a mapping; write `run:` or `uses:`"],
    ["- {run: x, shell: sh, with: {a: 1}}", "step 1 (x): `with` is not known; it may have name, id, if, run"],
    ["- {uses: ./a, shell: sh}", "step 1 (./a): `shell` is not known; it may have name, id, if, uses"],
    ["- {run: x, shell: sh, timeout-minutes: 1}", "step 1 (x): `timeout-minutes` is not known here; set it on the"],
    ["- {run: x, shell: sh, env: [1]}", "step 1 (x): `env` must be a mapping of names to texts"],
    [
      "- {run: '${{ secrets.X }}', shell: sh}",
      "step 1 (${{ secrets.X }}): `${{ secrets.X }}`: Unrecognized named-value",
    ],
    [
      "- {run: x, shell: sh, if: needs.a.result}",
      "step 1 (x): `${{ needs.a.result }}`: Unrecognized named-value: 'needs'",
    ],
    ["- {run: x, shell: sh, env: {A: '${{ a'}}", "step 1 (x): `${{ a`: the expression is not closed"],
    ["- {uses: docker://alpine}", "step 1 (docker://alpine): `uses: docker://alpine` is a container, which is not run"],
    ["- {uses: actions/checkout}", "names no action of a repository; write owner/repository[/folder]@ref"],
    ["- {uses: $/../x}", "step 1 ($/../x): `uses: $/../x` leaves the repository"],
    ["- {uses: $/gone}", "step 1 ($/gone): there is no action.yml in gone of "],
    ["- {uses: org/gone/x@v1}", "step 1 (org/gone/x@v1): "],
  ])("%s", async (text, message) => {
    write({ "it/action.yml": composite(text) });
    const error = await run({ addresses: { "org/gone": join(folder, "nothing") } }).catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toContain(`${folder}/it/action.yml: `);
    expect((error as Error).message).toContain(message);
    expect((error as Error).message).not.toContain("\n");
  });

  test.each([
    ["no steps", "runs: {using: composite}\n", "is a composite action without `runs.steps`"],
    [
      "an output",
      "outputs: {a: {value: '${{ secrets.X }}'}}\nruns: {using: composite, steps: []}\n",
      "the value of the output `a`: `${{ secrets.X }}`: Unrecognized named-value: 'secrets'",
    ],
    [
      "a default",
      "inputs: {a: {default: '${{ inputs.b }}'}}\nruns: {using: composite, steps: []}\n",
      "the default of `a`: `${{ inputs.b }}`: Unrecognized named-value: 'inputs'",
    ],
  ])("%s", (_, text, message) => {
    write({ "it/action.yml": text });
    expect(() => readActionFile(join(folder, "it"))).toThrow(message);
  });
});
