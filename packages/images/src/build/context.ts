/** What a run of a workflow knows of its repository. */
export interface RepositoryFacts {
  /** `https://github.com`, without a slash at the end. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** `refs/heads/main`. */
  readonly ref: string;
  /** The commit of the event. */
  readonly sha: string;
}

export interface BuildContext {
  /** A folder, or the address of a repository or archive. */
  readonly url: string;
  /** Whether BuildKit fetches the repository of the run. */
  readonly fromRepository: boolean;
}

/** The repository at the commit of the event, as a git context of BuildKit: docker/build-push-action's default. */
export function defaultContext({ serverUrl, repository, ref, sha }: RepositoryFacts): string {
  return `${serverUrl}/${repository}.git#${sha === "" ? ref : sha}`;
}

/**
 * Puts the default context where an input says `{{defaultContext}}`. A folder follows after a colon:
 * `{{defaultContext}}:docker`. Spaces within the braces are allowed, as Handlebars allows them.
 */
export function expandContext(text: string, context: string): string {
  return text.replace(/\{\{\{?\s*defaultContext\s*\}?\}\}/g, () => context);
}

/** A placeholder that nothing stands for: `{{ defaultcontext }}`. */
export function unknownPlaceholder(text: string): string | undefined {
  return /\{\{.*?\}\}/.exec(text)?.[0];
}

/** Does a build context live on another machine (buildx, urlutil.IsRemoteURL)? */
export function isRemote(context: string): boolean {
  return (
    /^(?:https?|git|ssh):\/\//i.test(context) || /^[\w.-]+@[\w.-]+:/.test(context) || /^github\.com\//.test(context)
  );
}

/**
 * The Dockerfile as bake wants it. For `docker buildx build`, `file` is relative to the working directory; for bake,
 * to the context. `cwd://` is bake's way to say the former. In a remote context both are relative to its root.
 */
export function bakeDockerfile(file: string, context: string): string | undefined {
  if (file === "") return undefined;
  if (isRemote(context) || isRemote(file) || isAbsolute(file)) return file;
  return /^(?:\.\/*)+$/.test(context) ? file : `cwd://${file}`;
}

/** Where the Dockerfile lies, relative to the working directory; undefined if it is not on this machine. */
export function dockerfilePath(file: string, context: string): string | undefined {
  if (isRemote(context) || isRemote(file)) return undefined;
  const path = file === "" ? `${context}/Dockerfile` : file;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return `${path.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}

/**
 * BuildKit names a Dockerfile by its last part. The path of the one that is meant; undefined if several images have
 * different ones of that name.
 */
export function dockerfileNamed(name: string, paths: readonly (string | undefined)[]): string | undefined {
  const found = new Set(paths.filter((path) => path?.split("/").at(-1) === name));
  return found.size === 1 ? [...found][0] : undefined;
}

/** A local folder that bake reads only if it is told so: whatever is not below the working directory. */
export function isOutside(path: string): boolean {
  if (isAbsolute(path)) return true;
  let depth = 0;
  for (const part of path.split(/[\\/]/)) {
    if (part === "..") depth--;
    else if (part !== "" && part !== ".") depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** On Linux, and on Windows with a drive. */
function isAbsolute(path: string): boolean {
  return path.startsWith("/") || /^[a-z]:[\\/]/i.test(path);
}
