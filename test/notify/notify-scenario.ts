import { readFileSync } from "node:fs";
import { ChatServer, SLACK_TOKEN, WEBHOOK_SECRET } from "../../actions/notify/testing/chat-server.ts";
import type { SeededJob, SeededRun } from "../../packages/local-runner/src/github/workflow-runs.ts";
import type { StepResult } from "../../packages/local-runner/src/step/run-action.ts";
import { type RunSettings, Scenario } from "../scenario.ts";

/** Everything that must never be seen, as the chat server's addresses and tokens have it. */
export const PLANTED = [
  SLACK_TOKEN,
  WEBHOOK_SECRET,
  "Pl4ntedSlackWebhookPath",
  "Pl4nted-Discord_Webhook-Token",
  "Pl4ntedTeamsSignature",
  "Pl4ntedHookPath99",
];

/** A run on the emulated GitHub, the chats that it tells, and notify as it is shipped. */
export class NotifyScenario {
  readonly scenario: Scenario;
  readonly chats: ChatServer;

  static async start(): Promise<NotifyScenario> {
    return new NotifyScenario(await Scenario.start(), await ChatServer.start());
  }

  private constructor(scenario: Scenario, chats: ChatServer) {
    this.scenario = scenario;
    this.chats = chats;
    scenario.repository.commit({ "README.md": "demo" });
  }

  /** Adds the run that notify is a step of, as GitHub knows it. */
  seed(jobs: readonly SeededJob[], former: readonly (string | null)[] = [], changed: Partial<SeededRun> = {}): void {
    const { head } = this.scenario.repository;
    const common = { workflow: "ci.yml", branch: "main", event: "push", headSha: head };
    const number = former.length + 1;
    this.scenario.github.workflowRuns.add(
      ...former.map((conclusion, at) => ({
        ...common,
        id: 100 + at,
        number: at + 1,
        conclusion,
        createdAt: `2026-11-2${at}T10:00:00Z`,
      })),
      { ...common, id: 1, number, conclusion: null, createdAt: "2026-11-28T10:00:00Z", jobs, ...changed },
    );
  }

  /** Inputs of a target on this machine. */
  target(chat: "slack-webhook" | "slack" | "discord" | "teams" | "webhook"): Record<string, string> {
    const { url } = this.chats;
    switch (chat) {
      case "slack-webhook":
        return { "slack-webhook": url.slackWebhook };
      case "slack":
        return { "slack-token": SLACK_TOKEN, "slack-channel": "deployments", "slack-api-url": url.slackApi };
      case "discord":
        return { "discord-webhook": url.discord };
      case "teams":
        return { "teams-webhook": url.teams };
      case "webhook":
        return { webhook: url.webhook, "webhook-secret": WEBHOOK_SECRET };
    }
  }

  all(): Record<string, string> {
    return Object.assign(
      {},
      ...(["slack-webhook", "slack", "discord", "teams", "webhook"] as const).map((chat) => this.target(chat)),
    );
  }

  /** @param number of the run, which the runner says as GitHub does. */
  async run(
    inputs: Readonly<Record<string, string>>,
    settings: RunSettings & { readonly runNumber?: number } = {},
  ): Promise<StepResult> {
    const { runNumber = 1, ...rest } = settings;
    return this.scenario.runPush(
      "main",
      { "allowed-hosts": this.chats.host, ...inputs },
      {
        action: "notify",
        context: { run_number: String(runNumber) },
        ...rest,
      },
    );
  }

  async close(): Promise<void> {
    await this.chats.close();
    await this.scenario.close();
  }
}

/** All that a step leaves for people and later steps. */
export function everythingOf({ log, summary, outputs, annotations }: StepResult): string {
  const file = outputs.get("result-file") ?? "";
  const result = file === "" ? "" : readFileSync(file, "utf8");
  return [...log, summary, ...outputs.values(), ...annotations.map(({ message }) => message), result].join("\n");
}
