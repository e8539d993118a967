/**
 * Files whose mutants the tests of their own room must kill: they decide (evaluate, gates) or read text from outside
 * (parsers, inputs). Globs in the syntax of `path.matchesGlob`.
 */
export const JUDGED_FILES: readonly string[] = [
  "actions/*/src/**/{evaluate,plan}.ts",
  "actions/coverage-gate/src/{gates,published,numbers}/*.ts",
  "actions/bench-compare/src/{gates,judging,published}/*.ts",
  "actions/bench-compare/src/measuring/{budget,command-line,course,pattern}.ts",
  "actions/commit-lint/src/judging/*.ts",
  "actions/commit-lint/src/merge-queue.ts",
  "actions/release/src/verification/*.ts",
  "actions/release/src/notes/{chosen-sources,written-notes}.ts",
  "actions/docker-build-push/src/verdict.ts",
  "actions/release/src/{verdict,assets/planned-assets}.ts",
  "actions/release/src/publishing/{floating-tags,latest,settle,steps}.ts",
  "actions/*/src/inputs.ts",
  "actions/trivy-scan/src/{judging,inputs}/*.ts",
  "actions/{notify,smoke-test}/src/judging/*.ts",
  "actions/ssh-deploy/src/gates/*.ts",
  "packages/reading/src/{json,xml,yaml,glob,globs,decimal,hidden-characters}.ts",
  "packages/coverage/src/formats/*.ts",
  "packages/coverage/src/{components,diff,line-spans,merge,movement,patch,path-rules,paths,ratio,shards,snapshot,tail-index}.ts",
  "packages/benchmarks/src/formats/*.ts",
  "packages/benchmarks/src/{attainable,exact,go-*,processor-suffix,schedule,spending,suite,test2json,timed,units}.ts",
  "packages/versioning/src/{asset-name,asset-version,case-check,changelog,checksums,commit-changelog}.ts",
  "packages/versioning/src/{commit-header,commit-lint,commit-rules,conventional-commit,floating-tags}.ts",
  "packages/versioning/src/{header-correction,header-rules,heading-level,latest,letter-case,lint-findings}.ts",
  "packages/versioning/src/{package-folder,previous-tag,semver,tag,version-tags}.ts",
  "packages/versioning/src/manifests/*.ts",
  "packages/deployment/src/{fleet,lock}/*.ts",
  "packages/deployment/src/hosts/{certificate,host-key-pins,parse-hosts,private-key,ssh-config}.ts",
  "packages/deployment/src/checks/{course,judge-answer,judge-round,version-match}.ts",
  "packages/deployment/src/checks/{grammar,pattern}/*.ts",
  "packages/deployment/src/messages/*-payload.ts",
  "packages/security/src/{policy,identity,trivy,rustsec,govulncheck}/*.ts",
  "packages/kit/src/runner/inputs.ts",
  "packages/kit/src/git/comparison.ts",
  "packages/kit/src/action/unjudged.ts",
  "packages/kit/src/github/{allowance,comment-author,next-page,redirect,retry,sections,shape}.ts",
];

/** The share of mutants that the tests of a judged file must kill, in percent. */
export const LEAST_SCORE = 90;
