import { parseReference } from "@jessy-actions/images/reference";
import { UserError } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ANY_TEXT } from "../../../../packages/images/testing/any-text.ts";
import { runs } from "../../../../packages/reading/testing/depth.ts";
import { type PlannedRun, planRun, pullRequest, type Run } from "../../testing/planned-run.ts";

const ODD = fc.constantFrom(
  "$(id)",
  "`id`",
  "; id",
  "${{ x }}",
  "${HCL}",
  "%{if}",
  "--load",
  "-",
  ".",
  "é",
  "'\"&<>#",
  "a/b",
  "latest",
  "x".repeat(200),
  "v1.2.3",
  "\r\n",
  "refs/heads/",
);
const text = fc.oneof(
  ODD,
  fc.string(),
  ANY_TEXT,
  fc.array(ODD, { maxLength: 3 }).map((parts) => parts.join("")),
);

const RULES = [
  "type=ref,event=branch",
  "type=ref,event=tag",
  "type=ref,event=pr",
  "type=sha",
  "type=edge",
  "type=semver,pattern={{version}}",
  "type=match,pattern=(.*),group=1",
  "type=raw,value={{branch}}",
  "type=raw,value={{tag}}-x,enable={{is_default_branch}}",
  "type=sha,prefix={{branch}}-",
  "type=raw,value={{base_ref}}",
];

/** Either a plan, or an error whose every line names an input. */
async function planned(written: Readonly<Record<string, string>>, run: Run): Promise<PlannedRun | undefined> {
  try {
    return await planRun(written, run);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    for (const line of (error as Error).message.split("\n")) expect(line).toMatch(/^(?:input `|inputs |`tags` line )/);
    return undefined;
  }
}

test("any branch, tag, base and description gives valid references, or an error that names the input", async () => {
  const refs = fc.oneof(
    text.map((name): Run => ({ name: "push", ref: `refs/heads/${name}` })),
    text.map((name): Run => ({ name: "push", ref: `refs/tags/${name}` })),
    text.map((name): Run => ({ name, ref: name })),
    text.map((ref): Run => {
      const run = pullRequest("own");
      const { pull_request } = run.payload as { readonly pull_request: object };
      return {
        ...run,
        payload: {
          number: 5,
          pull_request: { ...pull_request, title: ref, base: { ref, sha: "0".repeat(40), repo: { id: 1 } } },
        },
      };
    }),
  );
  const rules = fc.subarray(RULES, { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(refs, rules, text, async (run, tags, description) => {
      const payload = {
        ...(run.payload as object | undefined),
        repository: { id: 1, default_branch: "main", private: false, description },
      };
      const made = await planned(
        { images: "ghcr.io/acme/api\nacme/api", tags: tags.join("\n"), push: "true" },
        { ...run, payload },
      );
      if (made === undefined) return;
      const references = made.result.images.flatMap((image) => image.references);
      expect(references.length).toBeGreaterThan(0);
      for (const { reference } of references) {
        expect(parseReference(reference).tag).toMatch(/^\w[\w.-]{0,127}$/);
        expect(reference).toMatch(/^(?:ghcr\.io|docker\.io)\/acme\/api:/);
      }
    }),
    runs(2000),
  );
});

test("any text in any input gives a plan, or an error that names the input; and never an argument of its own", async () => {
  const names = [
    "context",
    "file",
    "target",
    "build-args",
    "labels",
    "annotations",
    "outputs",
    "platforms",
    "secrets",
    "ssh",
    "cgroup-parent",
    "builder",
    "images",
    "tags",
    "flavor",
    "call",
    "add-hosts",
    "cache-from",
    "cache-to",
    "attests",
    "promote",
    "targets",
    "registries",
    "no-cache-filters",
    "secret-files",
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), text, async (name, value) => {
      const made = await planned(
        { images: "ghcr.io/acme/api", tags: "x", cache: "none", [name]: value },
        { name: "push", ref: "refs/heads/main" },
      );
      for (const command of made?.result.commands ?? []) {
        expect(command[0]).toBe("docker");
        const last = command.at(-1)!;
        expect(command.slice(3, -1).filter((argument) => !/^--[a-z-]+(?:=|$)/.test(argument))).toEqual([]);
        expect(last.startsWith("-")).toBe(false);
      }
    }),
    runs(3000),
  );
});
