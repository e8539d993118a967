/**
 * What Slack refuses of a message (docs.slack.dev, "Block Kit", "chat.postMessage"). Characters are code points. The limit of a
 * whole message is not documented: 13,200 characters of blocks were measured (slackapi/bolt-js#2509).
 */
const WHOLE = 13_200;

type Fields = Readonly<Record<string, unknown>>;

/** @returns Slack's word for the first thing that is wrong, and where. */
export function slackProblem(body: Fields): { readonly word: string; readonly place: string } | undefined {
  const { text, blocks } = body;
  if (text !== undefined && typeof text !== "string") return { word: "invalid_arguments", place: "text" };
  if (blocks === undefined) return text === undefined || text === "" ? { word: "no_text", place: "text" } : undefined;
  if (!Array.isArray(blocks) || blocks.length > 50) return { word: "invalid_blocks", place: "blocks" };
  if ([...JSON.stringify(blocks)].length > WHOLE) return { word: "msg_blocks_too_long", place: "blocks" };
  for (const [at, block] of blocks.entries()) {
    const place = blockProblem(block as Fields, `blocks[${at}]`);
    if (place !== undefined) return { word: "invalid_blocks", place };
  }
  return undefined;
}

function blockProblem(block: Fields, place: string): string | undefined {
  switch (block.type) {
    case "header":
      return isText(block.text, ["plain_text"], 150) ? undefined : `${place}.text`;
    case "section":
      return sectionProblem(block, place);
    case "context":
      return listProblem(block.elements, 10, `${place}.elements`, (one) => isText(one, ["plain_text", "mrkdwn"], 2000));
    case "actions":
      return listProblem(block.elements, 25, `${place}.elements`, isButton);
    case "rich_text":
      return listProblem(block.elements, 100, `${place}.elements`, isRichText);
    case "divider":
      return undefined;
    default:
      return `${place}.type`;
  }
}

function sectionProblem({ text, fields }: Fields, place: string): string | undefined {
  if (text === undefined && fields === undefined) return place;
  if (text !== undefined && !isText(text, ["plain_text", "mrkdwn"], 3000)) return `${place}.text`;
  if (fields === undefined) return undefined;
  return listProblem(fields, 10, `${place}.fields`, (one) => isText(one, ["plain_text", "mrkdwn"], 2000));
}

function listProblem(list: unknown, max: number, place: string, isRight: (one: Fields) => boolean): string | undefined {
  if (!Array.isArray(list) || list.length === 0 || list.length > max) return place;
  const wrong = list.findIndex((one) => !isRight(one as Fields));
  return wrong === -1 ? undefined : `${place}[${wrong}]`;
}

function isText(value: unknown, types: readonly string[], max: number): boolean {
  const { type, text } = (value ?? {}) as Fields;
  return types.includes(String(type)) && isFilled(text, max);
}

function isButton({ type, text, url, value }: Fields): boolean {
  return (
    type === "button" &&
    isText(text, ["plain_text"], 75) &&
    (url === undefined || isFilled(url, 3000)) &&
    (value === undefined || isFilled(value, 2000))
  );
}

const RICH = ["rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"];
const RICH_INNER = ["text", "link", "emoji", "user", "usergroup", "channel", "broadcast", "date", "color"];

function isRichText({ type, elements }: Fields): boolean {
  if (!RICH.includes(String(type)) || !Array.isArray(elements)) return false;
  return elements.every((one: Fields) => {
    if (type === "rich_text_list") return one.type === "rich_text_section" && isRichText(one);
    if (one.type === "text" || one.type === "link") return isFilled(one.type === "text" ? one.text : one.url, 12_000);
    return RICH_INNER.includes(String(one.type));
  });
}

function isFilled(text: unknown, max: number): boolean {
  return typeof text === "string" && text !== "" && [...text].length <= max;
}
