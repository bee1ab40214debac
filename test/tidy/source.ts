/** The project's own files as data, and what the rules need to know of a TypeScript file. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A file as a rule sees it: path from the root with forward slashes, and the whole text. */
export type File = { readonly path: string; readonly text: string };

/** A rule looks at files and names every fault with its place. */
export type Rule = (files: readonly File[]) => string[];

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Everything git tracks or would track; outside a git checkout, everything that .gitignore lets pass. */
export function projectFiles(): File[] {
  const paths = existsSync(`${root}.git`) ? pathsByGit() : pathsByWalk("", ignoredFolders());
  return paths
    .filter((path) => existsSync(root + path))
    .map((path) => ({ path, text: readFileSync(root + path, "utf8") }))
    .filter((file) => !file.text.includes("\0"));
}

function pathsByGit(): string[] {
  const args = ["-c", "core.quotepath=off", "ls-files", "--cached", "--others", "--exclude-standard"];
  const out = execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  return [...new Set(out.split("\n").filter((line) => line !== ""))];
}

function ignoredFolders(): Set<string> {
  const lines = readFileSync(`${root}.gitignore`, "utf8").split("\n");
  return new Set([".git", ...lines.map((line) => line.replaceAll("/", "").trim())]);
}

function pathsByWalk(folder: string, skip: Set<string>): string[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    if (skip.has(entry.name)) return [];
    const path = folder + entry.name;
    return entry.isDirectory() ? pathsByWalk(`${path}/`, skip) : [path];
  });
}

/** Whether this is code of ours that the rules read as code. */
export function isCode(file: File): boolean {
  return /\.(ts|mts|mjs|tsx)$/.test(file.path);
}

const parsed = new WeakMap<File, ts.SourceFile>();

/** The syntax tree of a code file; parsed once. */
export function parse(file: File): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const kind = file.path.endsWith(".mjs") ? ts.ScriptKind.JS : undefined;
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2023, true, kind);
  parsed.set(file, tree);
  return tree;
}

/** Calls `visit` for every node of the file. */
export function walk(file: File, visit: (node: ts.Node) => void): void {
  const step = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, step);
  };
  step(parse(file));
}

/** A fault with its place: `path:line what`. */
export function fault(file: File, position: number, what: string): string {
  const { line } = parse(file).getLineAndCharacterOfPosition(position);
  return `${file.path}:${line + 1} ${what}`;
}

/** Every comment of the file, once, with where it begins. */
export function comments(file: File): { at: number; text: string }[] {
  const found = new Map<number, string>();
  const keep = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const range of ranges ?? []) found.set(range.pos, file.text.slice(range.pos, range.end));
  };
  const step = (node: ts.Node): void => {
    if (node.getChildCount() === 0) {
      keep(ts.getLeadingCommentRanges(file.text, node.pos));
      keep(ts.getTrailingCommentRanges(file.text, node.end));
    }
    for (const child of node.getChildren()) step(child);
  };
  step(parse(file));
  return [...found].map(([at, text]) => ({ at, text }));
}

/** Every module a file names: import, export … from, import(), import type, with where it does. */
export function importsOf(file: File): { at: number; from: string }[] {
  const found: { at: number; from: string }[] = [];
  const keep = (node: ts.Node | undefined): void => {
    if (node !== undefined && ts.isStringLiteralLike(node))
      found.push({ at: node.getStart(), from: node.text });
  };
  walk(file, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) keep(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) keep(node.argument.literal);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      keep(node.arguments[0]);
    }
  });
  return found;
}
