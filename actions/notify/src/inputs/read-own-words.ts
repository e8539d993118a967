import type { OwnWords } from "@jessy-actions/deployment/messages/run-facts";
import { parseTemplate, type Template } from "@jessy-actions/deployment/messages/template";
import type { InputReader } from "@jessy-actions/kit/runner/inputs";

/** The user's own words. They are never evaluated: a placeholder is one of a fixed list. */
export function readOwnWords(reader: InputReader): OwnWords {
  const [title] = templates(reader.string("title").replace(/\s*[\r\n]+\s*/g, " "));
  const body = templates(reader.string("template"));
  return {
    title,
    text: templates(reader.string("text")),
    fields: readPairs(reader, "fields", "Region: eu-west-1").flatMap(({ name, value }) =>
      templates(value).map((template) => ({ name, value: template })),
    ),
    body: body.length === 0 ? undefined : body,
    buttons: readButtons(reader),
  };
}

/** A paragraph a line. */
function templates(text: string): Template[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map(parseTemplate);
}

function readPairs(reader: InputReader, input: string, example: string): { name: string; value: string }[] {
  return reader.list(input).flatMap((line) => {
    const [, name = "", value = ""] = /^([^:]+):\s+(\S.*)$/.exec(line) ?? [];
    if (name.trim() !== "") return [{ name: name.trim(), value }];
    reader.wrong(input, line, `a name and a value, such as \`${example}\``);
    return [];
  });
}

function readButtons(reader: InputReader): OwnWords["buttons"] {
  return readPairs(reader, "buttons", "Dashboard: https://example.com").flatMap(({ name, value }) => {
    if (/^https?:\/\/\S+$/.test(value) && URL.canParse(value)) return [{ text: name, url: value }];
    reader.wrong("buttons", value, "an address with `https://` behind the button's name");
    return [];
  });
}
