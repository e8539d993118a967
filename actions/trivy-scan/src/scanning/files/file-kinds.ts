/** What files are to Trivy, by their names. Pure. */

/** Lock files and their like that Trivy's analyzers of a file system know (0.76, docs/coverage/language). */
const LOCKS = new Set([
  "Cargo.lock",
  "Gemfile.lock",
  "Manifest.toml",
  "Package.resolved",
  "Pipfile.lock",
  "Podfile.lock",
  "bun.lock",
  "build.sbt.lock",
  "composer.lock",
  "conan.lock",
  "go.mod",
  "go.sum",
  "gradle.lockfile",
  "mix.lock",
  "package-lock.json",
  "packages.config",
  "packages.lock.json",
  "pdm.lock",
  "pnpm-lock.yaml",
  "poetry.lock",
  "pom.xml",
  "pubspec.lock",
  "pylock.toml",
  "requirements.txt",
  "uv.lock",
  "yarn.lock",
]);

export function isLock(name: string): boolean {
  return LOCKS.has(name) || name.endsWith(".deps.json");
}

const JAVA_ARCHIVE = /\.(?:jar|war|ear|par)$/i;
/** Build tools' own starters: part of nearly every Java repository, and never of what is built. */
const WRAPPER = /(?:^|\/)(?:gradle-wrapper|maven-wrapper)\.jar$/;

/**
 * Java archives among the files of a folder, which Trivy's Java database tells apart. The starters of Gradle and Maven are not
 * looked at: for these alone nobody should download a database of hundreds of megabytes.
 *
 * @param files with forward slashes
 */
export function javaArchives(files: readonly string[]): readonly string[] {
  return files.filter((file) => JAVA_ARCHIVE.test(file) && !WRAPPER.test(file));
}

/** Whether Trivy's checks of configuration may read a file: a wide guess, also at parts of Helm charts and Terraform modules. */
export function mayBeConfiguration(path: string): boolean {
  return /\.(?:tf|tofu|tfvars|tfplan|hcl|ya?ml|json|tpl|j2|ini|cfg|toml|tgz|tar\.gz|helmignore)$|(?:docker|container)file|(?:^|\/)(?:NOTES\.txt|hosts|inventory)$/i.test(
    path,
  );
}
