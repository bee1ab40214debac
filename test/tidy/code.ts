/** Rules of all code: size, nothing unfinished, nothing untyped, one place that changes a balance. */
import ts from "typescript";
import { comments, type File, fault, isCode, type Rule, walk } from "./source.ts";

const MAX_LINES = 300;
const MAX_COLUMNS = 110;
const FOCUS = new Set(["only", "skip", "todo"]);
const SUITES = new Set(["test", "it", "describe", "suite", "bench"]);
const UNFINISHED = /\b(TODO|FIXME|XXX|HACK)\b/;
const UNCHECKED = /@ts-(ignore|nocheck)/;
const STRYKER_REASON = /Stryker disable(?: next-line)? [\w, ]+: \S.{9}/;
const BALANCE_ROOM = /^src\/engine\/(post|book[^/]*)\.ts$/;

/** Made by a program from the document of the API; nobody reads it line by line. */
const GENERATED = "src/api/client/schema.d.ts";

/** Source files of at most 300 lines (200 is the aim), lines of at most 110 characters in code that ships. */
export const size: Rule = (files) =>
  files
    .filter((file) => isCode(file) && file.path !== GENERATED)
    .flatMap((file) => {
      const lines = file.text.replace(/\n$/, "").split("\n");
      const found: string[] = [];
      if (file.path.startsWith("src/") && lines.length > MAX_LINES) {
        found.push(
          `${file.path} has ${lines.length} lines, more than ${MAX_LINES}: which part is really two?`,
        );
      }
      if (!/^(src|bin|scripts)\//.test(file.path)) return found;
      const long = lines.flatMap((line, index) => ([...line].length > MAX_COLUMNS ? [index + 1] : []));
      return [
        ...found,
        ...long.map((line) => `${file.path}:${line} is longer than ${MAX_COLUMNS} characters`),
      ];
    });

/** No `any`, and no comment that switches the type checker or the mutation test off without a reason. */
export const typed: Rule = (files) =>
  files.filter(isCode).flatMap((file) => {
    const found: string[] = [];
    walk(file, (node) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(fault(file, node.getStart(), "any"));
    });
    for (const { at, text } of comments(file)) {
      if (UNCHECKED.test(text)) found.push(fault(file, at, "switches the type checker off"));
      if (file.path.startsWith("src/") && text.includes("@ts-expect-error")) {
        found.push(fault(file, at, "expects a type error outside a test"));
      }
      if (text.includes("Stryker disable") && !STRYKER_REASON.test(text)) {
        found.push(fault(file, at, "switches mutation testing off without saying why"));
      }
    }
    return found;
  });

/** Nothing left for later: no such comment, no test focused or switched off, no body that only promises one. */
export const finished: Rule = (files) =>
  files.filter(isCode).flatMap((file) => {
    const found: string[] = [];
    for (const { at, text } of comments(file)) {
      if (UNFINISHED.test(text)) found.push(fault(file, at, "something is left to do"));
    }
    walk(file, (node) => {
      if (ts.isPropertyAccessExpression(node) && FOCUS.has(node.name.text) && SUITES.has(rootName(node))) {
        found.push(fault(file, node.getStart(), `${node.getText()}: every test runs`));
      }
      if (ts.isStringLiteralLike(node) && /^not (yet )?implemented/i.test(node.text)) {
        found.push(fault(file, node.getStart(), "a promise instead of a body"));
      }
    });
    return found;
  });

function rootName(node: ts.Expression): string {
  if (ts.isPropertyAccessExpression(node)) return rootName(node.expression);
  if (ts.isCallExpression(node)) return rootName(node.expression);
  return ts.isIdentifier(node) ? node.text : "";
}

/** A property named `balance` is assigned in the engine's post() and nowhere else. */
export const balance: Rule = (files) =>
  files
    .filter((file) => file.path.startsWith("src/") && isCode(file) && !BALANCE_ROOM.test(file.path))
    .flatMap((file) => {
      const found: string[] = [];
      walk(file, (node) => {
        const target = assigned(node);
        if (target !== undefined && propertyName(target) === "balance") {
          found.push(fault(file, node.getStart(), "only post() changes a balance"));
        }
      });
      return found;
    });

function assigned(node: ts.Node): ts.Expression | undefined {
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    const isAssignment = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
    return isAssignment ? node.left : undefined;
  }
  if (ts.isPostfixUnaryExpression(node)) return node.operand;
  if (!ts.isPrefixUnaryExpression(node)) return undefined;
  const { operator } = node;
  const counts = operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
  return counts ? node.operand : undefined;
}

function propertyName(node: ts.Expression): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return node.argumentExpression.text;
  }
  return undefined;
}

/** Shared by the engine's rules. */
export function engineFiles(files: readonly File[]): File[] {
  return files.filter((file) => file.path.startsWith("src/engine/") && isCode(file));
}
