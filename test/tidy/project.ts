/** Rules of the repository as a whole: it stands on its own, pins what it uses, and its two READMEs agree. */
import type { File, Rule } from "./source.ts";

/** Put together here so that this file does not trip over itself. */
const NEVER = [
  ["registry", ".npm", "js"],
  ["npm", "mirror"],
  ["registry", ".yarn", "pkg"],
  ["deb", ".debian", ".org"],
  ["/wo", "rk/"],
  ["..", "/shared"],
].map((parts) => parts.join(""));

/** No address of a package registry and no path of the machine it was written on, in any file. */
export const selfContained: Rule = (files) =>
  files.flatMap((file) =>
    file.text
      .split("\n")
      .flatMap((line, index) =>
        NEVER.filter((word) => line.includes(word)).map((word) => `${file.path}:${index + 1} names ${word}`),
      ),
  );

/** The lockfile says what, not from where: it then serves behind any mirror. */
export const lockfile: Rule = (files) =>
  files
    .filter((file) => file.path === "package-lock.json")
    .flatMap((file) =>
      Object.entries<object>(JSON.parse(file.text).packages)
        .filter(([, entry]) => "resolved" in entry)
        .map(([path]) => `${file.path} ${path} names where it was resolved`),
    );

/** One exact version of each dependency, no ranges. */
export const exactVersions: Rule = (files) =>
  files
    .filter((file) => file.path === "package.json")
    .flatMap((file) => {
      const manifest = JSON.parse(file.text);
      const groups = ["dependencies", "devDependencies", "optionalDependencies"];
      const named = groups.flatMap((group) => Object.entries<string>(manifest[group] ?? {}));
      return named
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${file.path} ${name} is "${version}", not one exact version`);
    });

/** Both READMEs, once they are there, give the same commands in the same order. */
export const readmes: Rule = (files) => {
  const en = files.find((file) => file.path === "README.md");
  const zh = files.find((file) => file.path === "README.zh.md");
  if (en === undefined || zh === undefined) {
    return en === zh ? [] : ["one README is missing: README.md and README.zh.md go together"];
  }
  const [one, other] = [commands(en), commands(zh)];
  const missing = (from: string[], to: string[]): string[] => from.filter((line) => !to.includes(line));
  const found = [
    ...missing(one, other).map((line) => `README.zh.md lacks: ${line}`),
    ...missing(other, one).map((line) => `README.md lacks: ${line}`),
  ];
  if (found.length > 0 || one.join("\n") === other.join("\n")) return found;
  return ["the READMEs give the same commands in different order"];
};

/** The command lines in a README's code blocks, without prompt and comment. */
function commands(file: File): string[] {
  const blocks = [...file.text.matchAll(/^ *```[^\n]*\n(.*?)^ *```/gms)].map((found) => found[1] ?? "");
  return blocks
    .flatMap((block) => block.split("\n"))
    .map((line) =>
      line
        .replace(/^\s*\$ /, "")
        .replace(/\s+#.*$/, "")
        .trim(),
    )
    .filter((line) => /^(npm|npx|node|git|wellspring|cd|bash) /.test(line));
}
