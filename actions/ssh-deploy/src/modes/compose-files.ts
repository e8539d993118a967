/** Those of `compose-files` that Compose reads. The others go with them to the host: what they mount or name. */
export const composeFiles = (files: readonly string[]): readonly string[] =>
  files.filter((file) => /\.ya?ml$/i.test(file));
