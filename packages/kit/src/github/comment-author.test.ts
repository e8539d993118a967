import { JsonValue } from "@jessy-actions/reading/json";
import { expect, test } from "vitest";
import { type Author, type Authorship, authorship, isWrittenBy, viewer, WORKFLOW_BOT } from "./comment-author.ts";
import { object } from "./shape.ts";

const BOT: Author = { login: "github-actions[bot]", id: 41_898_282 };
const ALICE: Author = { login: "alice", id: 7 };
const by = (login: string, type?: string, id?: number): Authorship => ({
  user: { login, ...(type !== undefined && { type }), ...(id !== undefined && { id }) },
});

test.each<[string, Author, Authorship, boolean]>([
  ["the bot itself", BOT, by("github-actions[bot]", "Bot", 41_898_282), true],
  ["the bot under a new name", BOT, by("actions[bot]", "Bot", 41_898_282), true],
  ["a person called like the bot", BOT, by("github-actions", "User", 9), false],
  ["an organization called like the bot", BOT, by("github-actions", "Organization", 44_036_562), false],
  ["another app called like the bot", BOT, by("github-actions[bot]", "Bot", 9), false],
  ["a person with the bot's name, somehow", BOT, by("github-actions[bot]", "User", 9), false],
  ["a person", ALICE, by("alice", "User", 7), true],
  ["a person who has renamed herself", ALICE, by("alicia", "User", 7), true],
  ["an app called like the person", ALICE, by("alice[bot]", "Bot", 8), false],
  ["who took over a person's old name", ALICE, by("alice", "User", 8), false],
  ["nobody: the account is gone", ALICE, {}, false],
  ["a person, of a server that gives comments no number", ALICE, by("alice", "User"), true],
  // Where GitHub gives no numbers.
  ["without numbers, the bot", WORKFLOW_BOT, by("github-actions[bot]", "Bot", 41_898_282), true],
  ["without numbers and types, the bot", WORKFLOW_BOT, by("github-actions[bot]"), true],
  ["without numbers, a person called like the bot", WORKFLOW_BOT, by("github-actions", "User", 9), false],
  ["without numbers, a person with its whole name", WORKFLOW_BOT, by("github-actions[bot]", "User", 9), false],
  ["without numbers, other case", WORKFLOW_BOT, by("GitHub-Actions[bot]", "Bot", 9), false],
  ["without numbers, a Cyrillic letter", WORKFLOW_BOT, by("github-\u0430ctions[bot]", "Bot", 9), false],
  ["without numbers, a full-width bracket", WORKFLOW_BOT, by("github-actions\uff3bbot\uff3d", "User", 9), false],
  ["without numbers, a person", { login: "alice" }, by("alice", "User", 7), true],
  ["without numbers, other case of a person", { login: "alice" }, by("Alice", "User", 8), false],
  ["without numbers, an app called like the person", { login: "alice" }, by("alice[bot]", "Bot", 8), false],
  [
    "its app",
    WORKFLOW_BOT,
    { ...by("github-actions[bot]", "Bot"), performed_via_github_app: { slug: "github-actions" } },
    true,
  ],
  [
    "another app",
    WORKFLOW_BOT,
    { ...by("github-actions[bot]", "Bot"), performed_via_github_app: { slug: "evil" } },
    false,
  ],
])("%s", (_, author, comment, expected) => {
  expect(isWrittenBy(author, comment)).toBe(expected);
});

test.each([
  [{ viewer: { login: "x", databaseId: 3 } }, { login: "x", id: 3 }],
  [{ viewer: { login: "x", databaseId: null } }, { login: "x" }],
  [{ viewer: { login: "x" } }, { login: "x" }],
])("the viewer %j", (data, expected) => {
  expect(viewer(new JsonValue(data, ""))).toStrictEqual(expected);
});

test.each([
  [
    {
      user: { login: "x[bot]", id: 3, type: "Bot", url: "u" },
      performed_via_github_app: { slug: "x", id: 4 },
      body: "b",
    },
    { user: { login: "x[bot]", id: 3, type: "Bot" }, performed_via_github_app: { slug: "x" } },
  ],
  [{ user: { login: "x" }, performed_via_github_app: null }, { user: { login: "x" } }],
  [{ user: null }, {}],
])("a comment %j says of its author", (data, expected) => {
  expect(object(authorship)(new JsonValue(data, ""))).toStrictEqual(expected);
});
