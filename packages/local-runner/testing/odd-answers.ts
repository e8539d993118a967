import { GitHub } from "@jessy-actions/kit/github/client";
import { LoopbackServer } from "../src/github/loopback-server.ts";
import { recordedLog } from "./recorded-log.ts";

/** Bodies that GitHub never answers with, by what they are: for clients that must name what is wrong with them. */
export const ODD_BODIES: Readonly<Record<string, string>> = {
  "an empty body": "",
  null: "null",
  "an empty list": "[]",
  "a list of null": "[null]",
  "a list of lists": "[[]]",
  "an empty object": "{}",
  "a text": '"x"',
  "a number": "7",
  HTML: "<!DOCTYPE html><p>Unicorn!",
  "JSON that is cut off": '[{"id":1,',
  "fields of other types":
    '{"id":"7","number":"7","title":1,"commits":"x","total_commits":"2","tree":{},"object":"x","draft":"no","body":[],"content":7,"allow_merge_commit":"yes"}',
  "items of other types": '[{"id":"7","name":7,"ref":7,"object":{"sha":"--upload-pack=x","type":"commit"}}]',
};

/** A client of a GitHub that answers every request with one body, or with that of its path. `close` it. */
export async function oddGitHub(
  body: string | ((path: string) => string),
): Promise<{ readonly github: GitHub; close(): Promise<void> }> {
  const server = await LoopbackServer.start();
  server.onRequest(({ url = "" }, response) => {
    response.writeHead(200).end(typeof body === "string" ? body : body(url));
  });
  const github = new GitHub({
    token: "t",
    apiUrl: server.url,
    graphqlUrl: `${server.url}/graphql`,
    log: recordedLog(),
    sleep: async () => undefined,
  });
  return { github, close: () => server.close() };
}
