import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import { expect, test } from "vitest";
import { rightsWarnings } from "./token-rights.ts";

const pull = (fork: boolean) => ({ pullRequest: { fork } }) as ActionEvent;
const push = { pullRequest: undefined } as ActionEvent;
const ID = { ACTIONS_ID_TOKEN_REQUEST_TOKEN: "x" };

test.each<[string, boolean, string, ActionEvent, Record<string, string>, RegExp[]]>([
  ["a pull request, with a comment", true, "t", pull(false), {}, [/token that may write the comment/]],
  ["measured without rights", false, "t", pull(false), {}, []],
  ["without a token", true, "", pull(false), {}, []],
  ["from a fork, whose token can only read", true, "t", pull(true), {}, []],
  ["a push, which has no comment", true, "t", push, {}, []],
  ["the right to sign in elsewhere", false, "", push, ID, [/id-token: write/]],
  ["both", true, "t", pull(false), ID, [/comment/, /id-token/]],
  ["an empty variable", false, "", push, { ACTIONS_ID_TOKEN_REQUEST_TOKEN: "" }, []],
])("%s", (_, comment, token, event, environment, expected) => {
  expect(rightsWarnings({ comment, token }, event, environment)).toEqual(
    expected.map((each) => expect.stringMatching(each)),
  );
});
