import { request } from "node:http";
import { EmulatedGitHub } from "../gateway.ts";

/** An emulated GitHub with one token of each kind. */
export function startGitHub(): Promise<EmulatedGitHub> {
  return EmulatedGitHub.start({
    owner: "org",
    repository: "demo",
    defaultBranch: "main",
    tokens: {
      own: { login: "github-actions[bot]", write: true },
      read: { login: "github-actions[bot]", write: false },
      admin: { login: "alice", write: true, admin: true, workflows: true },
    },
  });
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects.
  readonly body: any;
}

/** Asks as a client of GitHub's API would. */
export class ApiClient {
  readonly #github: EmulatedGitHub;

  constructor(github: EmulatedGitHub) {
    this.#github = github;
  }

  /** @param path below the repository's. */
  async ask(method: string, path: string, body?: unknown, token = "own"): Promise<ApiAnswer> {
    const response = await fetch(`${this.#github.url}/repos/org/demo${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      redirect: "manual",
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return answerOf(response);
  }

  /** A new release; @returns it. */
  async release(fields: Readonly<Record<string, unknown>>): Promise<ApiAnswer["body"]> {
    const { status, body } = await this.ask("POST", "/releases", fields);
    if (status !== 201) throw new Error(`no release: ${JSON.stringify(body)}`);
    return body;
  }

  /** @param uploadUrl as a release has it, with its template. */
  async upload(uploadUrl: string, name: string, content: string | Buffer, token = "own"): Promise<ApiAnswer> {
    const response = await fetch(uploadUrl.replace("{?name,label}", `?name=${encodeURIComponent(name)}`), {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "text/plain" },
      body: new Uint8Array(Buffer.from(content)),
    });
    return answerOf(response);
  }
}

async function answerOf(response: Response): Promise<ApiAnswer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}

/** Announces more than it sends, and ends the connection. */
export function breakUpload(uploadUrl: string, name: string, content: string): Promise<void> {
  return new Promise((resolve) => {
    const upload = request(uploadUrl.replace("{?name,label}", `?name=${name}`), {
      method: "POST",
      headers: { authorization: "Bearer own", "content-length": content.length + 10 },
    });
    upload.on("error", () => resolve());
    upload.write(content, () => setTimeout(() => upload.destroy(new Error("broken")), 20));
  });
}
