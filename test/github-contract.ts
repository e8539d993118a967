import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";

/** A request to GitHub's REST API, as far as its description speaks of it. */
export interface SentRequest {
  readonly method: string;
  /** Path without the API's own prefix. */
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
  readonly body: unknown;
}

interface Parameter {
  readonly $ref?: string;
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: unknown;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Readonly<Record<string, { readonly schema: object }>>;
  };
}

/** GitHub's own OpenAPI description (npm `@octokit/openapi`), as the contract of every request that we send. */
export class GitHubContract {
  readonly #document: { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } & Record<
    string,
    unknown
  >;
  readonly #ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  readonly #routes: readonly { readonly pattern: RegExp; readonly template: string }[];

  constructor() {
    const path = createRequire(import.meta.url)
      .resolve("@octokit/openapi/package.json")
      .replace("package.json", "generated/api.github.com.json");
    this.#document = JSON.parse(readFileSync(path, "utf8"));
    this.#ajv.addSchema({ ...this.#document, $id: "github" }, "github");
    this.#routes = Object.keys(this.#document.paths).map((template) => ({
      template,
      pattern: new RegExp(`^${template.replace(/[.+*?^$()[\]|]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+")}$`),
    }));
  }

  /** What is wrong with a request, one line each; nothing when it fits. */
  problems({ method, path, query, body }: SentRequest): string[] {
    const matching = this.#routes.filter(({ pattern }) => pattern.test(path)).map(({ template }) => template);
    // `/issues/comments/{id}` is meant before `/issues/{number}/comments`-like templates: fewer placeholders first.
    const template = matching.sort((a, b) => a.split("{").length - b.split("{").length)[0];
    const operation = template === undefined ? undefined : this.#document.paths[template]?.[method.toLowerCase()];
    if (template === undefined || operation === undefined) return [`${method} ${path}: GitHub has no such route`];
    const route = `${method} ${template}`;
    return [...this.#queryProblems(operation, query), ...this.#bodyProblems(template, method, operation, body)].map(
      (text) => `${route}: ${text}`,
    );
  }

  #queryProblems({ parameters = [] }: Operation, query: string): string[] {
    const known = new Map(
      parameters
        .map((parameter) => this.#resolve(parameter))
        .filter((parameter) => parameter.in === "query")
        .map((parameter) => [parameter.name, parameter]),
    );
    const problems: string[] = [];
    for (const [name, value] of new URLSearchParams(query)) {
      const parameter = known.get(name);
      if (parameter === undefined) problems.push(`unknown query parameter \`${name}\``);
      else {
        const number = (parameter.schema as { type?: string }).type === "integer" ? Number(value) : value;
        if (!this.#ajv.validate(parameter.schema as object, number))
          problems.push(`query parameter \`${name}\`: ${this.#ajv.errorsText()}`);
      }
    }
    return problems;
  }

  #bodyProblems(template: string, method: string, { requestBody }: Operation, body: unknown): string[] {
    if (requestBody === undefined) return body === undefined ? [] : ["takes no body"];
    if (body === undefined) return requestBody.required === true ? ["needs a body"] : [];
    const pointer = ["paths", template, method.toLowerCase(), "requestBody", "content", "application/json", "schema"]
      .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
      .join("/");
    if (!this.#ajv.validate({ $ref: `github#/${pointer}` }, body)) return [`body: ${this.#ajv.errorsText()}`];
    // The description allows unknown properties; GitHub ignores them, so one of ours would be a mistake.
    const schema = requestBody.content["application/json"]?.schema as { properties?: object } | undefined;
    const properties = schema?.properties;
    if (properties === undefined) return [];
    return Object.keys(body as object)
      .filter((name) => !Object.hasOwn(properties, name))
      .map((name) => `body: unknown property \`${name}\``);
  }

  #resolve(parameter: Parameter): Parameter {
    if (parameter.$ref === undefined) return parameter;
    let value: unknown = this.#document;
    for (const part of parameter.$ref.slice(2).split("/")) value = (value as Record<string, unknown>)[part];
    return value as Parameter;
  }
}
