/** Longest body of an issue comment, in characters (peter-evans/create-or-update-comment#181: 65,537 is refused). */
export const COMMENT_MAX_CHARACTERS = 65_536;

/** Annotations in one request to the Checks API (docs, "REST API endpoints for check runs"). */
export const CHECK_ANNOTATIONS_MAX = 50;

export interface Refusal {
  readonly status: number;
  readonly body: unknown;
}

/** What GitHub answers to a write that breaks one of its limits, which the emulator would accept. */
export function limitRefusal(method: string, path: string, body: unknown): Refusal | undefined {
  if (method !== "POST" && method !== "PATCH") return undefined;
  const fields = (body ?? {}) as { readonly body?: unknown; readonly output?: { readonly annotations?: unknown } };
  if (/\/issues\/(?:\d+\/comments|comments\/\d+)$/.test(path)) {
    if (typeof fields.body !== "string" || fields.body === "")
      return validationFailed("body", "missing_field", "body can't be blank");
    if ([...fields.body].length > COMMENT_MAX_CHARACTERS) {
      return validationFailed(
        "body",
        "unprocessable",
        `Body is too long (maximum is ${COMMENT_MAX_CHARACTERS} characters)`,
      );
    }
  }
  if (/\/check-runs(?:\/\d+)?$/.test(path)) {
    const annotations = fields.output?.annotations;
    if (Array.isArray(annotations) && annotations.length > CHECK_ANNOTATIONS_MAX) {
      return {
        status: 422,
        body: {
          message: `Invalid request.\n\nNo more than ${CHECK_ANNOTATIONS_MAX} items are allowed; ${annotations.length} were supplied.`,
        },
      };
    }
  }
  return undefined;
}

function validationFailed(field: string, code: string, message: string): Refusal {
  return {
    status: 422,
    body: {
      message: "Validation Failed",
      errors: [{ resource: "IssueComment", field, code, message }],
      documentation_url: "https://docs.github.com/rest/issues/comments#create-an-issue-comment",
      status: "422",
    },
  };
}
