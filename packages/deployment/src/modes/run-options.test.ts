import { expect, test } from "vitest";
import { isExclusive, runArguments, variablesByName } from "./run-options.ts";

test.each<[option: string, exclusive: boolean, words: readonly string[], name?: string]>([
  ["--publish=127.0.0.1:80:80", true, ["--publish=127.0.0.1:80:80"]],
  ["-p 80:80", true, ["-p", "80:80"]],
  ["-p80:80", true, ["-p80:80"]],
  ["-v data:/data", true, ["-v", "data:/data"]],
  ["--mount type=bind,source=/a b,target=/c", true, ["--mount", "type=bind,source=/a b,target=/c"]],
  ["--network host", true, ["--network", "host"]],
  ["--net=host", true, ["--net=host"]],
  ["--network web", false, ["--network", "web"]],
  ["--network=web", false, ["--network=web"]],
  ["-e NAME", false, ["-e", "NAME"], "NAME"],
  ["--env=NAME", false, ["--env=NAME"], "NAME"],
  ["-eNAME", false, ["-eNAME"], "NAME"],
  ["--env NAME=a value", false, ["--env", "NAME=a value"]],
  ["--env-file=/etc/app.env", false, ["--env-file=/etc/app.env"]],
  ["--entrypoint sh", false, ["--entrypoint", "sh"]],
  ["--label=text=with blanks", false, ["--label=text=with blanks"]],
  ["--restart=always", false, ["--restart=always"]],
])("%s", (option, exclusive, words, name) => {
  expect(isExclusive([option])).toBe(exclusive);
  expect(runArguments([option])).toEqual(words);
  expect(variablesByName([option])).toEqual(name === undefined ? [] : [name]);
});
