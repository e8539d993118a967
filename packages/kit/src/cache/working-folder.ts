/** @actions/cache takes paths to be relative to the current folder, and puts them into the archive relative to the workspace. */
export async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = { folder: process.cwd(), workspace: process.env.GITHUB_WORKSPACE };
  process.chdir(folder);
  // Not `folder`, which may lead through a link.
  process.env.GITHUB_WORKSPACE = process.cwd();
  try {
    return await work();
  } finally {
    process.chdir(before.folder);
    if (before.workspace === undefined) delete process.env.GITHUB_WORKSPACE;
    else process.env.GITHUB_WORKSPACE = before.workspace;
  }
}
