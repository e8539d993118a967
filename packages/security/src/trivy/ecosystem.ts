/** Types of purls by what Trivy calls an application or a system (fanal's `types`), where a package has no purl. */
const BY_TYPE: Readonly<Record<string, string>> = {
  cargo: "cargo",
  "rust-binary": "cargo",
  rustbinary: "cargo",
  gomod: "golang",
  gobinary: "golang",
  npm: "npm",
  yarn: "npm",
  pnpm: "npm",
  bun: "npm",
  "node-pkg": "npm",
  pip: "pypi",
  pipenv: "pypi",
  poetry: "pypi",
  uv: "pypi",
  "python-pkg": "pypi",
  bundler: "gem",
  gemspec: "gem",
  jar: "maven",
  pom: "maven",
  gradle: "maven",
  sbt: "maven",
  nuget: "nuget",
  "dotnet-core": "nuget",
  "packages-props": "nuget",
  composer: "composer",
  "composer-vendor": "composer",
  hex: "hex",
  pub: "pub",
  swift: "swift",
  cocoapods: "cocoapods",
  conan: "conan",
  debian: "deb",
  ubuntu: "deb",
  alpine: "apk",
  wolfi: "apk",
  chainguard: "apk",
  redhat: "rpm",
  centos: "rpm",
  rocky: "rpm",
  alma: "rpm",
  amazon: "rpm",
  oracle: "rpm",
  fedora: "rpm",
  photon: "rpm",
};

/** `cargo`, `golang`, `deb`: the type of a purl, else what the type of a result leads to, else that type itself. */
export function ecosystemOf(purl: string, type: string): string {
  const named = /^pkg:([a-z0-9.+-]+)\//i.exec(purl)?.[1];
  if (named !== undefined) return named.toLowerCase();
  return Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type]! : type;
}
