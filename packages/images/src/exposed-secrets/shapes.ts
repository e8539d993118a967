import { decodeBase64 } from "../base64.ts";

/** A kind of credential that its form gives away. */
export interface Shape {
  readonly name: string;
  /** Every repetition is bounded or guarded by what may stand before it: the time is linear to the text. */
  readonly pattern: RegExp;
  /** Whether a match is meant seriously. The group `secret` is what is judged. */
  readonly isReal?: (secret: string, match: RegExpMatchArray) => boolean;
}

/** Fewer different characters than this are a stand-in such as `xxxx-xxxx`. */
const MIN_DIFFERENT_CHARACTERS = 4;

/** Prefixes and lengths are the issuers' own; most are those of GitHub's secret scanning. */
const SHAPES: readonly Shape[] = [
  { name: "GitHub token", pattern: /gh[pousr]_(?<secret>[0-9A-Za-z]{36,255})/ },
  { name: "GitHub fine-grained token", pattern: /github_pat_(?<secret>[0-9A-Za-z]{22}_[0-9A-Za-z]{59})/ },
  { name: "GitLab token", pattern: /(?<!\w)gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-(?<secret>[\w-]{20,100})/ },
  { name: "AWS access key", pattern: /(?<![A-Z0-9])(?:AKIA|ASIA|ABIA|ACCA)(?<secret>[A-Z0-9]{16})(?![A-Z0-9])/ },
  {
    name: "AWS secret key",
    pattern: /aws_?secret(?:_?access)?_?key["']?\s{0,5}[=:]\s{0,5}["']?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/i,
  },
  {
    name: "private key",
    // Between the first line and the key itself: line breaks, also written out, and the headers of older forms.
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\{1,4}[nr]|(?:Proc-Type|DEK-Info|Version|Comment): [\w ,.()/:-]{1,80}){0,20}(?<secret>[A-Za-z0-9+/]{24})/,
  },
  {
    name: "registry login",
    pattern: /\\?"auth\\?"\s{0,20}:\s{0,20}\\?"(?<secret>[A-Za-z0-9+/]{4,2000}={0,2})\\?"/,
    isReal: (secret) => (decodeBase64(secret)?.indexOf(":") ?? -1) > 0,
  },
  { name: "Docker Hub token", pattern: /dckr_[po]at_(?<secret>[\w-]{27,100})/ },
  { name: "npm token", pattern: /(?<!\w)npm_(?<secret>[0-9A-Za-z]{36})(?!\w)/ },
  {
    name: "npm login",
    pattern: /:_(?:authToken|auth|password)\s{0,5}=\s{0,5}["']?(?<secret>[A-Za-z0-9+/_=.-]{16,2000})/,
  },
  { name: "PyPI token", pattern: /pypi-AgEIcHlwaS5vcmc(?<secret>[\w-]{50,1000})/ },
  { name: "crates.io token", pattern: /(?<!\w)cio(?<secret>[0-9A-Za-z]{32})(?!\w)/ },
  { name: "Slack token", pattern: /(?<!\w)xox[abeoprs]-(?:\d-)?(?<secret>[0-9A-Za-z]{8,100}-[0-9A-Za-z-]{8,250})/ },
  { name: "Slack app token", pattern: /(?<!\w)xapp-\d-(?<secret>[0-9A-Za-z-]{20,250})/ },
  {
    name: "Slack webhook",
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[0-9A-Za-z+/]{30,100})/,
  },
  { name: "Discord webhook", pattern: /discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/(?<secret>[\w-]{60,80})/ },
  { name: "Telegram bot token", pattern: /(?<!\d)\d{8,10}:AA(?<secret>[\w-]{33})(?![\w-])/ },
  { name: "Google API key", pattern: /(?<!\w)AIza(?<secret>[\w-]{35})(?![\w-])/ },
  { name: "Google OAuth secret", pattern: /(?<!\w)GOCSPX-(?<secret>[\w-]{28})(?![\w-])/ },
  { name: "Azure storage key", pattern: /AccountKey=(?<secret>[A-Za-z0-9+/]{86}==)/ },
  { name: "Stripe key", pattern: /(?<!\w)[rs]k_live_(?<secret>[0-9A-Za-z]{20,250})/ },
  { name: "SendGrid key", pattern: /(?<!\w)SG\.(?<secret>[\w-]{22}\.[\w-]{43})(?![\w-])/ },
  { name: "Hugging Face token", pattern: /(?<!\w)hf_(?<secret>[0-9A-Za-z]{34})(?!\w)/ },
  { name: "OpenAI key", pattern: /(?<![\w-])sk-(?<secret>[\w-]{20,100}T3BlbkFJ[\w-]{20,100})/ },
  { name: "Anthropic key", pattern: /(?<![\w-])sk-ant-(?<secret>[a-z0-9]{3,10}-[\w-]{80,120})/ },
  { name: "DigitalOcean token", pattern: /(?<!\w)do[opr]_v1_(?<secret>[0-9a-f]{64})(?!\w)/ },
  { name: "Vault token", pattern: /(?<!\w)hv[sbr]\.(?<secret>[\w-]{24,300})/ },
  {
    name: "JSON web token",
    pattern: /(?<![\w-])eyJ[\w-]{10,5000}\.(?<secret>eyJ[\w-]{10,50000})\.[\w-]{16,2000}/,
  },
  {
    name: "Authorization header",
    pattern:
      /authorization\\?["']?\s{0,5}[:=]\s{0,5}\\?["']?(?:basic|bearer|token)\s{1,5}(?<secret>[A-Za-z0-9._~+/=-]{16,2000})/i,
    // Manuals write YOUR_TOKEN_HERE.
    isReal: (secret) => /\d/.test(secret),
  },
  {
    name: "password in an address",
    pattern:
      /(?<=[a-z][a-z0-9+.-]{1,20}):\/\/(?<user>[^\s/:@"'\\?#]{0,200}):(?<secret>[^\s/:@"'\\?#]{4,300})@(?<host>[\w.-]{1,253})/i,
    isReal: isRealLogin,
  },
];

/** Words that stand where a password would. */
const STAND_IN =
  /^(?:pass(?:word|wd)?|pwd|secret|token|changeme|example|user(?:name)?|redacted|dummy|x-oauth-basic|\*+)$/i;

/** `postgres://postgres:postgres@localhost/test` is how databases of tests are written, and opens nothing. */
function isRealLogin(secret: string, { groups }: RegExpMatchArray): boolean {
  const isLocal =
    /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|host|example\.(?:com|org|net))$|\.(?:example|test|invalid|localhost)$/i;
  return secret !== groups!.user && !STAND_IN.test(secret) && !isLocal.test(groups!.host!);
}

/** The kinds that a text may hold: a cheap look at all texts of a document at once. */
export function possibleShapes(text: string): readonly Shape[] {
  return SHAPES.filter(({ pattern }) => pattern.test(text));
}

/** The kinds of credentials in a text, each once. */
export function findShapes(text: string, shapes: readonly Shape[] = SHAPES): readonly string[] {
  return shapes.filter((shape) => hasShape(text, shape)).map(({ name }) => name);
}

function hasShape(text: string, { pattern, isReal }: Shape): boolean {
  if (!pattern.test(text)) return false;
  for (const match of text.matchAll(new RegExp(pattern.source, `g${pattern.flags}`))) {
    const secret = match.groups!.secret!;
    if (!isStandIn(secret) && (isReal === undefined || isReal(secret, match))) return true;
  }
  return false;
}

/** Variables, masked text, and the examples of manuals (AKIAIOSFODNN7EXAMPLE). */
function isStandIn(secret: string): boolean {
  if (/EXAMPLE/.test(secret) || /^(?:\$|%[A-Z_]+%|\{\{|<)/.test(secret)) return true;
  return new Set(secret.slice(0, 200)).size < Math.min(MIN_DIFFERENT_CHARACTERS, secret.length);
}
