// Written for very old Node versions to read (no ?. or ??, no node: imports), so that they can be told.

const NEEDED_MAJOR = 20;
const NEEDED_MINOR = 19;

/**
 * Says in one sentence, Chinese first, that this Node is too old, and sets the exit code.
 * @param {string} version as in process.versions.node
 * @returns {boolean} true when the version will do
 */
export function nodeWillDo(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > NEEDED_MAJOR || (major === NEEDED_MAJOR && minor >= NEEDED_MINOR)) return true;
  const needed = `${NEEDED_MAJOR}.${NEEDED_MINOR}`;
  console.error(`需要 Node.js ${needed} 或更高版本，当前是 ${version}，请升级后再试。`);
  console.error(
    `Wellspring needs Node.js ${needed} or newer; this is ${version}. Please upgrade and try again.`,
  );
  process.exitCode = 1;
  return false;
}
