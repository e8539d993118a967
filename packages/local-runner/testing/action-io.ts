import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action-io";
import { type ActionEvent, resolveEvent } from "@jessy-actions/kit/event";
import { createLog } from "@jessy-actions/kit/log";
import { describeRun, type Trigger } from "../src/event.ts";

/** What an action may touch in a run that `trigger` started; what it logs is collected. */
export function ioOf(workspace: string, trigger: Trigger): ActionIo & { readonly logged: string[] } {
  const { github, payload } = describeRun(trigger, {
    owner: "org",
    repository: "demo",
    defaultBranch: "main",
    serverUrl: "https://github.com",
    apiUrl: "https://api.github.com",
    graphqlUrl: "https://api.github.com/graphql",
    token: "",
  });
  const environment = {
    PATH: process.env.PATH,
    ...Object.fromEntries(Object.entries(github).map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value])),
  };
  const logged: string[] = [];
  const event: ActionEvent = resolveEvent(environment, payload);
  return {
    environment,
    workspace,
    temporary: mkdtempSync(join(tmpdir(), "jessy-io-")),
    log: createLog((text) => logged.push(text)),
    event: () => event,
    pullRequestNumber: async () => event.pullRequest?.number,
    logged,
  };
}
