import { compileGlob } from "@jessy-actions/reading/glob";
import { looksLikeCredential } from "./credential.ts";
import { OF_THE_MACHINE } from "./environment.ts";
import type { ProcessOptions } from "./process.ts";

/** What compilers, package managers and test runners read, by the first part of their names. */
const OF_TOOLS = new RegExp(
  `^(?:${[
    // Rust, Go, C and C++
    "CARGO|RUST\\w*|CRITERION|GO[A-Z0-9]*|CGO|CC|CXX|CPP|AR|LD|AS|NM|RANLIB|STRIP|CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS",
    "CMAKE|MAKE\\w*|NINJA|MESON|PKG_CONFIG|LIBCLANG|LLVM|CLANG|GCC|MSVC\\w*|VS\\w*|VCPKG|CCACHE|SCCACHE|MACOSX|SDKROOT",
    // JavaScript, Python, JVM, .NET, Ruby, PHP, Swift, Haskell, Zig, Bazel, Nix
    "NODE|NPM|YARN|PNPM|COREPACK|BUN|DENO|VITE\\w*|JEST|PYTHON\\w*|PIP|PIPX|UV|POETRY|VIRTUAL|CONDA|PYTEST",
    "JAVA|JDK|JVM|MAVEN|MVN|GRADLE|KOTLIN|SBT|SCALA|DOTNET|NUGET|RUBY\\w*|GEM|BUNDLE|RBENV|PHP|COMPOSER|SWIFT",
    "GHCUP|STACK|CABAL|ZIG|BAZEL\\w*|NIX|ANDROID|CHROME\\w*|SELENIUM|PLAYWRIGHT|PUPPETEER|PERL\\w*|LD_LIBRARY|DYLD",
    "OMP|OPENMP|OPENBLAS|MKL|NUMEXPR|MALLOC|JEMALLOC|CUDA|BENCH\\w*|DEBIAN|HOMEBREW|CI|DEBUG|FORCE_COLOR|NO_COLOR|CLICOLOR",
    "SOURCE_DATE_EPOCH|CLASSPATH|PWD|HOSTNAME|EDITOR|SHLVL|COLUMNS|LINES|COLORTERM",
    // What GitHub's images set besides: harmless, and nobody should be told of it.
    "ImageOS|ImageVersion|ACCEPT_EULA|BOOTSTRAP_HASKELL|EDGEWEBDRIVER|GECKOWEBDRIVER|ENABLE_RUNNER|INVOCATION_ID",
    "JOURNAL_STREAM|LEIN|MEMORY_PRESSURE|POWERSHELL|PSModulePath|SGX|SYSTEMD|USE_BAZEL|PERFLOG|STATS",
  ].join("|")})(?:_|$)`,
);

/** Where something is on the machine: images of runners have dozens of these. */
const OF_PLACES = /^(?!GIT_).*_(?:HOME|ROOT|DIR|PATH|BIN|PREFIX|VERSION|TOOLSDIRECTORY)(?:_[A-Z0-9_]+)?$/i;

/** Of the runner's own variables, those that say what the run is about, and nothing that leads to its files. */
const OF_THE_RUN =
  /^(?:GITHUB_(?:ACTIONS|WORKSPACE|SHA|REF|REF_NAME|REPOSITORY)|RUNNER_(?:OS|ARCH|NAME|ENVIRONMENT|TOOL_CACHE))$/;

/** With these a process could write outputs, read the event or use the cache of this run. */
const OF_THE_RUNNER = /^(?:ACTIONS|INPUT|STATE|GITHUB|RUNNER)_/i;

export interface ForeignEnvironment {
  readonly variables: Readonly<Record<string, string>>;
  /** Names of what was withheld, sorted. The runner's own variables are not among them. */
  readonly withheld: readonly string[];
}

/**
 * The environment of code that others wrote: benchmarks, tests, builds of a pull request (TanStack, 2026-05-11;
 * delta-io/delta-kernel-rs#2264). By allow-list, and even then without what looks like a credential or holds the token.
 *
 * @param passed what the workflow lets through: a name, whatever the value is, or a glob such as `MYAPP_*`, which lets
 *   no credentials through.
 * @param temporary a folder of its own for temporary files.
 */
export function foreignEnvironment(
  environment: ProcessOptions["environment"],
  {
    token,
    passed,
    temporary,
  }: { readonly token: string; readonly passed: readonly string[]; readonly temporary: string },
): ForeignEnvironment {
  const patterns = passed.filter((name) => name.includes("*")).map((pattern) => compileGlob(pattern));
  // As it is, and as git gets it in an authorization header.
  const forms = token === "" ? [] : [token, Buffer.from(`x-access-token:${token}`).toString("base64")];
  const variables: Record<string, string> = {};
  const withheld: string[] = [];
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue;
    if (passed.includes(name)) {
      variables[name] = value;
      continue;
    }
    if (isTemporary(name)) continue;
    const isOfTheRunner = OF_THE_RUNNER.test(name);
    const isAllowed = isOfTheRunner
      ? OF_THE_RUN.test(name)
      : [OF_THE_MACHINE, OF_TOOLS, OF_PLACES].some((family) => family.test(name)) ||
        patterns.some((matches) => matches(name));
    const isSecret = looksLikeCredential(name, value) || forms.some((form) => value.includes(form));
    if (isAllowed && !isSecret) variables[name] = value;
    else if (!isOfTheRunner) withheld.push(name);
  }
  for (const name of TEMPORARY) variables[name] ??= temporary;
  return { variables, withheld: withheld.sort() };
}

const TEMPORARY = process.platform === "win32" ? ["TEMP", "TMP"] : ["TMPDIR"];

const isTemporary = (name: string) => /^(?:TMPDIR|TMP|TEMP)$/i.test(name);
