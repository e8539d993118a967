import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkAlert from "remark-github-blockquote-alert";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { StepAnnotation } from "../step/run-action.ts";

/** What GitHub would show of one or more steps. */
export interface ReportPage {
  /** e.g. `org/demo`. */
  readonly repository: string;
  /** The title of a page that is not about a pull request; default: "Run". */
  readonly title?: string;
  readonly pullRequest?: { readonly number: number; readonly title: string };
  /** Plain text above everything else. */
  readonly introduction?: string;
  readonly steps: readonly PageStep[];
  /** Bodies of the pull request's comments. */
  readonly comments: readonly { readonly login: string; readonly body: string }[];
  /** Beginnings of addresses that lead to nothing: links to them are shown as text. */
  readonly emulated?: readonly string[];
}

export interface PageStep {
  readonly name: string;
  readonly outcome: string;
  /** The verdict in words, plain text. */
  readonly headline?: string | undefined;
  readonly summary: string | undefined;
  readonly annotations: readonly StepAnnotation[];
  readonly outputs: ReadonlyMap<string, string>;
}

/** One self-contained HTML page with an index, light and dark: nothing is loaded from anywhere, no script runs. */
export async function renderReportPage(page: ReportPage): Promise<string> {
  const { emulated = [] } = page;
  const comments = await Promise.all(
    page.comments.map(async ({ login, body }) => commentBox(login, await markdownToHtml(body, emulated))),
  );
  const steps = await Promise.all(
    page.steps.map(async (step) =>
      summaryBox(step, step.summary === undefined ? "" : await markdownToHtml(step.summary, emulated)),
    ),
  );
  const heading =
    page.pullRequest === undefined
      ? escapeHtml(page.title ?? "Run")
      : `${escapeHtml(page.pullRequest.title)} <span class="number">#${page.pullRequest.number}</span>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.repository)}: report</title>
<style>${pageStyle()}</style>
</head>
<body>
<input type="radio" name="theme" id="theme-auto" checked><input type="radio" name="theme" id="theme-light"><input type="radio" name="theme" id="theme-dark">
<div class="page">
<header><span class="repository">${escapeHtml(page.repository)}</span>
<nav class="themes" aria-label="Theme"><label for="theme-auto">Auto</label><label for="theme-light">Light</label><label for="theme-dark">Dark</label></nav></header>
<main>
<h1>${heading}</h1>
${page.introduction === undefined ? "" : `<p class="introduction">${escapeHtml(page.introduction)}</p>`}
${indexBox(page)}
<section id="comments">
<h2>Comments on the pull request</h2>
${comments.length === 0 ? '<p class="nothing">No comment was written.</p>' : comments.join("\n")}
</section>
${steps.join("\n")}
</main>
</div>
</body>
</html>
`;
}

/** Markdown as GitHub shows it: GFM, alerts, and HTML only as far as GitHub's own allow-list goes. */
export async function markdownToHtml(markdown: string, emulated: readonly string[] = []): Promise<string> {
  const file = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkAlert)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeSanitize, ALLOWED)
    .use(() => (tree) => disarmLinks(tree as HtmlNode, emulated))
    .use(rehypeStringify)
    .process(markdown);
  return String(file);
}

/** GitHub's allow-list, and what the alert plugin makes of `> [!NOTE]`. */
const ALLOWED: typeof defaultSchema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), "svg", "path"],
  attributes: {
    ...defaultSchema.attributes,
    div: [...(defaultSchema.attributes?.div ?? []), ["className", /^markdown-alert/], "dir"],
    p: [["className", "markdown-alert-title"], "dir"],
    svg: ["viewBox", "width", "height", "ariaHidden", ["className", "octicon"]],
    path: ["d"],
  },
};

/** The part of an HTML syntax tree that links are found by (hast). */
interface HtmlNode {
  tagName?: string;
  properties?: Record<string, unknown>;
  readonly children?: HtmlNode[];
}

/** Links into the emulated GitHub become text that says where they would lead. */
function disarmLinks(node: HtmlNode, emulated: readonly string[]): void {
  for (const child of node.children ?? []) {
    const target = child.tagName === "a" ? String(child.properties?.href ?? "") : "";
    if (emulated.some((address) => target === address || target.startsWith(`${address}/`))) {
      child.tagName = "span";
      child.properties = { className: ["emulated-link"], title: `On GitHub this leads to ${target}` };
    }
    disarmLinks(child, emulated);
  }
}

/** The verdicts at a glance, each with the way to its place in the page. */
function indexBox({ steps, comments }: ReportPage): string {
  const rows = steps.map(
    ({ name, outcome, headline = "" }) =>
      `<a class="row" href="#${anchorOf(name)}"><span class="outcome ${escapeHtml(outcome)}">${outcomeText(outcome)}</span><span class="name">${escapeHtml(name)}</span><span class="headline">${escapeHtml(headline)}</span></a>`,
  );
  const count = comments.length === 1 ? "1 comment" : `${comments.length} comments`;
  return `<nav class="box index" aria-label="Contents">
<a class="row" href="#comments"><span class="outcome">${count}</span><span class="name">pull request</span><span class="headline">What reviewers see in the conversation</span></a>
${rows.join("\n")}
</nav>`;
}

/** Ids of Markdown's own headings have a prefix, so none is like these. */
function anchorOf(name: string): string {
  return `step-${name.replace(/[^\w-]+/g, "-")}`;
}

/** Mark and word: a colour alone says nothing to many. */
function outcomeText(outcome: string): string {
  const mark = { success: "✓", failure: "✗" }[outcome] ?? "•";
  return `${mark} ${escapeHtml(outcome)}`;
}

function commentBox(login: string, html: string): string {
  return `<article class="comment">
<div class="avatar" aria-hidden="true">${escapeHtml(login.slice(0, 1).toUpperCase())}</div>
<div class="box"><div class="box-header"><b>${escapeHtml(login.replace("[bot]", ""))}</b>${login.endsWith("[bot]") ? ' <span class="label">bot</span>' : ""} commented</div>
<div class="markdown-body">${html}</div></div>
</article>`;
}

function summaryBox(step: PageStep, html: string): string {
  const annotations = step.annotations.map(annotationItem).join("\n");
  const outputs = [...step.outputs]
    .map(([name, value]) => `<tr><td><code>${escapeHtml(name)}</code></td><td>${escapeHtml(shorten(value))}</td></tr>`)
    .join("\n");
  return `<section id="${anchorOf(step.name)}">
<h2>${escapeHtml(step.name)} <span class="outcome ${escapeHtml(step.outcome)}">${outcomeText(step.outcome)}</span></h2>
<div class="box"><div class="box-header">Job summary</div><div class="markdown-body">${step.summary === undefined ? "<p>GitHub refused the summary: it is larger than 1 MiB.</p>" : html}</div></div>
${annotations === "" ? "" : `<div class="box"><div class="box-header">Annotations</div>${annotations}</div>`}
${outputs === "" ? "" : `<details class="box"><summary class="box-header">Outputs</summary><div class="markdown-body"><table><tbody>${outputs}</tbody></table></div></details>`}
</section>`;
}

function annotationItem({ level, message, properties }: StepAnnotation): string {
  const line = properties.get("line");
  const end = properties.get("endLine");
  const place = `${properties.get("file") ?? ""}${line === undefined ? "" : `#L${line}${end === undefined || end === line ? "" : `-L${end}`}`}`;
  return `<div class="annotation ${level}">${place === "" ? "" : `<code>${escapeHtml(place)}</code>`}<div><b>${escapeHtml(properties.get("title") ?? level)}</b> ${escapeHtml(message)}</div></div>`;
}

const MAX_OUTPUT = 300;

function shorten(value: string): string {
  return value.length > MAX_OUTPUT ? `${value.slice(0, MAX_OUTPUT)} ...` : value;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** GitHub's own stylesheet once a theme, chosen by the system's setting or by the buttons. */
function pageStyle(): string {
  const require = createRequire(import.meta.url);
  const sheet = (name: string) => readFileSync(require.resolve(`github-markdown-css/${name}.css`), "utf8");
  const light = `${sheet("github-markdown-light")}\n${LIGHT}`;
  const dark = `${sheet("github-markdown-dark")}\n${DARK}`;
  return `${LAYOUT}
#theme-auto:checked ~ .page { @media (prefers-color-scheme: light) { ${light} } @media (prefers-color-scheme: dark) { ${dark} } }
#theme-light:checked ~ .page { ${light} }
#theme-dark:checked ~ .page { ${dark} }`;
}

const LIGHT = `& { --canvas: #fff; --inset: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --muted: #59636e; --red: #d1242f; --yellow: #9a6700; --blue: #0969da; --green: #1a7f37; color-scheme: light; }`;
const DARK = `& { --canvas: #0d1117; --inset: #151b23; --line: #3d444d; --text: #f0f6fc; --muted: #9198a1; --red: #f85149; --yellow: #d29922; --blue: #4493f8; --green: #3fb950; color-scheme: dark; }`;

const LAYOUT = `
* { box-sizing: border-box; }
body { margin: 0; }
input[name="theme"] { position: absolute; opacity: 0; pointer-events: none; }
.page { min-height: 100vh; background: var(--canvas); color: var(--text); font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
header { display: flex; justify-content: space-between; align-items: center; padding: 12px 24px; background: var(--inset); border-bottom: 1px solid var(--line); }
.repository { font-weight: 600; }
.themes label { padding: 4px 10px; border: 1px solid var(--line); border-radius: 6px; margin-left: 6px; cursor: pointer; color: var(--muted); }
#theme-auto:checked ~ .page [for="theme-auto"], #theme-light:checked ~ .page [for="theme-light"], #theme-dark:checked ~ .page [for="theme-dark"] { color: var(--text); border-color: var(--muted); }
main { max-width: 1012px; margin: 0 auto; padding: 24px; }
h1 { font-size: 28px; font-weight: 400; line-height: 1.25; margin: 0 0 12px; overflow-wrap: anywhere; }
.introduction { max-width: 75ch; margin: 0 0 16px; color: var(--muted); }
.index .row { display: grid; grid-template-columns: 104px 148px 1fr; gap: 12px; align-items: baseline; padding: 10px 16px; border-bottom: 1px solid var(--line); color: var(--text); text-decoration: none; }
.index .row:last-child { border-bottom: 0; }
.index .row:hover, .index .row:focus-visible { background: var(--inset); }
.index .name { color: var(--blue); font-weight: 600; }
.index .outcome { justify-self: start; color: var(--muted); white-space: nowrap; }
.index .outcome.success { color: var(--green); } .index .outcome.failure, .index .outcome.cancelled { color: var(--red); }
.emulated-link { border-bottom: 1px dotted var(--muted); cursor: help; }
section { scroll-margin-top: 12px; }
h1 .number, .nothing { color: var(--muted); }
h2 { font-size: 18px; margin: 32px 0 12px; }
.comment { display: grid; grid-template-columns: 40px 1fr; gap: 16px; margin-bottom: 24px; }
.avatar { width: 40px; height: 40px; border-radius: 50%; background: var(--blue); color: #fff; display: grid; place-items: center; font-weight: 600; }
.box { border: 1px solid var(--line); border-radius: 6px; margin-bottom: 16px; overflow: hidden; min-width: 0; }
.box-header { padding: 8px 16px; background: var(--inset); border-bottom: 1px solid var(--line); color: var(--muted); }
.box-header b { color: var(--text); }
.label { border: 1px solid var(--line); border-radius: 12px; padding: 0 7px; font-size: 12px; }
.outcome { font-size: 12px; font-weight: 500; border: 1px solid currentcolor; border-radius: 12px; padding: 2px 8px; vertical-align: middle; }
.outcome.success { color: var(--green); } .outcome.failure, .outcome.cancelled { color: var(--red); }
.page .markdown-body { padding: 16px; font-size: 14px; background: transparent; }
.annotation { padding: 8px 16px; border-left: 4px solid var(--blue); border-bottom: 1px solid var(--line); }
.annotation:last-child { border-bottom: 0; }
.annotation.warning { border-left-color: var(--yellow); } .annotation.error { border-left-color: var(--red); }
.annotation code { color: var(--muted); font-size: 12px; }
@media (max-width: 640px) {
  header { padding: 10px 16px; } main { padding: 16px; } h1 { font-size: 22px; }
  .themes label { padding: 2px 8px; margin-left: 4px; }
  .index .row { grid-template-columns: auto 1fr; gap: 2px 10px; } .index .headline { grid-column: 1 / -1; }
  .comment { grid-template-columns: 1fr; } .avatar { display: none; }
  .page .markdown-body { padding: 12px; }
}
details.box summary { cursor: pointer; } details.box:not([open]) summary { border-bottom: 0; }
`;
