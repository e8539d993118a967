import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ActionIo, createIo } from "@jessy-actions/kit/action/io";
import { describeRun, type Trigger } from "../src/event/event.ts";
import { recordedLog } from "./recorded-log.ts";

export interface TestServer {
  readonly url: string;
  readonly token: string;
  /** Gets what the action logs. */
  readonly onLine?: (text: string) => void;
}

/** What an action may touch in a run that `trigger` started; what it logs is collected. Without a server it cannot ask GitHub anything. */
export function ioOf(
  workspace: string,
  trigger: Trigger,
  server?: TestServer,
): ActionIo & { readonly logged: string[] } {
  const apiUrl = server?.url ?? "https://api.github.com";
  const token = server?.token ?? "";
  const { github, payload } = describeRun(trigger, {
    owner: "org",
    repository: "demo",
    defaultBranch: "main",
    serverUrl: "https://github.com",
    apiUrl,
    graphqlUrl: `${apiUrl}/graphql`,
    token,
  });
  const temporary = mkdtempSync(join(tmpdir(), "jessy-io-"));
  const event = join(temporary, "event.json");
  writeFileSync(event, JSON.stringify(payload));
  const environment = {
    PATH: process.env.PATH,
    RUNNER_TEMP: temporary,
    ...Object.fromEntries(Object.entries(github).map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value])),
    GITHUB_EVENT_PATH: event,
    GITHUB_WORKSPACE: workspace,
  };
  const logged: string[] = [];
  const log = recordedLog((text) => {
    logged.push(text);
    server?.onLine?.(text);
  });
  return { ...createIo("test", { name: "", token }, environment, log), logged };
}
