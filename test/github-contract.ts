import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";

/** A request to GitHub's REST API, as far as its description speaks of it. */
export interface SentRequest {
  readonly method: string;
  /** Path without the API's own prefix. */
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
  readonly body: unknown;
  /** Of an upload, whose body is no JSON. */
  readonly upload?: { readonly contentType: string | undefined; readonly size: number };
}

/** An answer of GitHub's, to the request before it. */
export interface GivenAnswer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
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
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: object }>>;
}

/** GitHub's own OpenAPI description (npm `@octokit/openapi`), as the contract of every request that we send. */
export class GitHubContract {
  readonly #document: { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } & Record<
    string,
    unknown
  >;
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  readonly #routes: readonly { readonly pattern: RegExp; readonly template: string }[];

  constructor() {
    const require = createRequire(import.meta.url);
    const folder = dirname(require.resolve("@octokit/openapi/package.json"));
    // Node keeps what is required for the whole process, in which many test files run: 12 MB, read once.
    this.#document = require(join(folder, "generated/api.github.com.json"));
    this.#routes = Object.keys(this.#document.paths).map((template) => ({
      template,
      pattern: new RegExp(
        `^${template
          .replace(/[.+*?^$()[\]|]/g, "\\$&")
          // The name of a ref has slashes, which are not encoded.
          .replace(/(?<=\/git\/[^/]+\/)\{ref\}/, ".+")
          .replace(/\{[^}]+\}/g, "[^/]+")}$`,
      ),
    }));
  }

  /** What is wrong with a request, one line each; nothing when it fits. */
  problems({ method, path, query, body, upload }: SentRequest): string[] {
    const [template, operation] = this.#operation(method, path);
    if (template === undefined || operation === undefined) return [`${method} ${path}: GitHub has no such route`];
    const route = `${method} ${template}`;
    const bodyProblems =
      upload === undefined
        ? this.#bodyProblems(template, method, operation, body)
        : uploadProblems(operation, upload.contentType);
    return [...this.#queryProblems(operation, query), ...bodyProblems].map((text) => `${route}: ${text}`);
  }

  /** What is wrong with an answer: of the emulated GitHub, when it is not faithful. */
  answerProblems({ method, path, status, body }: GivenAnswer): string[] {
    const [template, operation] = this.#operation(method, path);
    const response = operation?.responses[status];
    if (template === undefined || response === undefined) return [`${method} ${path}: GitHub never answers ${status}`];
    const owner = response.$ref?.slice(2).split("/") ?? [
      "paths",
      template,
      method.toLowerCase(),
      "responses",
      `${status}`,
    ];
    const content = response.$ref === undefined ? response.content : this.#at(response.$ref).content;
    // Of a refusal the description often says no more than its status.
    if (content === undefined)
      return body === undefined || status >= 400 ? [] : [`${method} ${template}: ${status} has no body`];
    const problem = this.#schemaProblem([...owner, "content", "application/json", "schema"], body);
    return problem === undefined ? [] : [`${method} ${template}: ${status}: ${problem}`];
  }

  /** Holds a value against the schema at a place of the description. @returns what is wrong, in one line. */
  #schemaProblem(place: readonly string[], value: unknown): string | undefined {
    const key = place.join(" ");
    const validate = this.#validators.get(key) ?? this.#ajv.compile(this.#selfContained(place));
    this.#validators.set(key, validate);
    return validate(value) ? undefined : this.#ajv.errorsText(validate.errors);
  }

  /**
   * A schema with what it refers to, and nothing else of the description: to prepare all 12 MB took each test file half a second of CPU, and
   * it asks about a dozen schemas.
   */
  #selfContained(place: readonly string[]): object {
    const schema: Record<string, unknown> = structuredClone(at(this.#document, place) as Record<string, unknown>);
    const components: Record<string, Record<string, unknown>> = {};
    const waiting: unknown[] = [schema];
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      for (const [, kind, name] of JSON.stringify(part).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g)) {
        components[kind!] ??= {};
        if (components[kind!]![name!] !== undefined) continue;
        components[kind!]![name!] = structuredClone(at(this.#document, ["components", kind!, name!]));
        waiting.push(components[kind!]![name!]);
      }
    }
    const whole = { ...schema, components };
    splitNullable(whole);
    return whole;
  }

  #operation(method: string, path: string): [template: string | undefined, operation: Operation | undefined] {
    const matching = this.#routes.filter(({ pattern }) => pattern.test(path)).map(({ template }) => template);
    // `/issues/comments/{id}` is meant before `/issues/{number}/comments`-like templates: fewer placeholders first.
    const template = matching.sort((a, b) => a.split("{").length - b.split("{").length)[0];
    const operation = template === undefined ? undefined : this.#document.paths[template]?.[method.toLowerCase()];
    return [template, operation];
  }

  #queryProblems({ parameters = [] }: Operation, query: string): string[] {
    const known = new Map(
      parameters
        .map((parameter) => this.#resolve(parameter))
        .filter((parameter) => parameter.in === "query")
        .map((parameter) => [parameter.name, parameter]),
    );
    const given = new URLSearchParams(query);
    const problems = [...known.values()]
      .filter(({ name, required }) => required === true && !given.has(name))
      .map(({ name }) => `needs query parameter \`${name}\``);
    for (const [name, value] of given) {
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
    if (requestBody.content["application/json"] === undefined) return ["is taken by the uploads host only"];
    if (body === undefined) return requestBody.required === true ? ["needs a body"] : [];
    const place = ["paths", template, method.toLowerCase(), "requestBody", "content", "application/json", "schema"];
    const problem = this.#schemaProblem(place, body);
    if (problem !== undefined) return [`body: ${problem}`];
    // The description allows unknown properties; GitHub ignores them, so one of ours would be a mistake.
    const schema = requestBody.content["application/json"]?.schema as { properties?: object } | undefined;
    const properties = schema?.properties;
    if (properties === undefined) return [];
    return Object.keys(body as object)
      .filter((name) => !Object.hasOwn(properties, name))
      .map((name) => `body: unknown property \`${name}\``);
  }

  #resolve(parameter: Parameter): Parameter {
    return parameter.$ref === undefined ? parameter : (this.#at(parameter.$ref) as unknown as Parameter);
  }

  #at(reference: string): { readonly content?: object } {
    return at(this.#document, reference.slice(2).split("/")) as { readonly content?: object };
  }
}

function uploadProblems({ requestBody }: Operation, contentType: string | undefined): string[] {
  if (requestBody?.content["application/octet-stream"] === undefined) return ["takes no upload"];
  return contentType === undefined ? ["needs a content type"] : [];
}

function at(document: unknown, place: readonly string[]): unknown {
  return place.reduce((value, part) => (value as Readonly<Record<string, unknown>>)[part], document);
}

/** OpenAPI 3.0 lets a schema of any kind be null, JSON Schema only one with a type: `anyOf` says the same. */
function splitNullable(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  const schema = value as Record<string, unknown>;
  if (schema.nullable === true && schema.type === undefined) {
    const { nullable, ...whole } = schema;
    for (const key of Object.keys(schema)) delete schema[key];
    schema.anyOf = [whole, { type: "null" }];
  }
  for (const part of Object.values(schema)) splitNullable(part);
}
