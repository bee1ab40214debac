/** Rules of the engine alone: no clock, no chance, no float, no exported function without its docstring. */
import ts from "typescript";
import { engineFiles } from "./code.ts";
import { type File, fault, type Rule, walk } from "./source.ts";

const OUTSIDE = new Set(["Date", "Intl", "globalThis", "eval", "Function"]);
const FLOAT_CALLS = new Set(["parseFloat", "parseInt", "Number"]);
const MATH = new Set(["max", "min", "abs", "floor", "trunc", "clz32"]);
const FLOAT_METHODS = new Set(["toFixed", "toPrecision", "toExponential", "toLocaleString", "parseFloat"]);

/** The calendar counts days with small numbers; jsonFen is the one edge where fen become a (checked) number. */
const CALENDAR = "src/engine/time.ts";
const EDGE = "jsonFen";

/** The clock, the locale and chance come in as values; they are in the language's own library, so tsc lets them. */
export const pure: Rule = (files) =>
  engineFiles(files).flatMap((file) =>
    faults(file, (node) => {
      if (ts.isIdentifier(node) && OUTSIDE.has(node.text) && !isName(node))
        return `${node.text} in the engine`;
      if (isMember(node, "Math") && node.name.text === "random") return "Math.random in the engine";
      return undefined;
    }),
  );

/** Money and points are bigint: nothing here may pass through a float. */
export const noFloat: Rule = (files) =>
  engineFiles(files).flatMap((file) =>
    faults(file, (node) => {
      if (ts.isNumericLiteral(node) && !Number.isInteger(Number(node.text)))
        return "a number with a fraction";
      if (ts.isPropertyAccessExpression(node) && FLOAT_METHODS.has(node.name.text))
        return `.${node.name.text}`;
      if (isMember(node, "Math") && !MATH.has(node.name.text)) return `Math.${node.name.text}`;
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
      const name = node.expression.text;
      if (!FLOAT_CALLS.has(name) || file.path === CALENDAR || isWithin(node, EDGE)) return undefined;
      return `${name}()`;
    }),
  );

/** Each exported function says its units, what it refuses and where its rule comes from. */
export const documented: Rule = (files) =>
  engineFiles(files).flatMap((file) =>
    faults(file, (node) => {
      const name = exportedFunction(node);
      if (name === undefined) return undefined;
      return ts.getJSDocCommentsAndTags(node).some(ts.isJSDoc) ? undefined : `${name} has no docstring`;
    }),
  );

function faults(file: File, judge: (node: ts.Node) => string | undefined): string[] {
  const found: string[] = [];
  walk(file, (node) => {
    const what = judge(node);
    if (what !== undefined) found.push(fault(file, node.getStart(), what));
  });
  return found;
}

function isMember(node: ts.Node, object: string): node is ts.PropertyAccessExpression {
  return (
    ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === object
  );
}

function isWithin(node: ts.Node, name: string): boolean {
  const around = ts.findAncestor(node, ts.isFunctionDeclaration);
  return around?.name?.text === name;
}

/** Whether the word is only a name after a dot or before a colon, not the global itself. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node;
}

function exportedFunction(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node)) return isExported(node) ? (node.name?.text ?? "default") : undefined;
  if (!ts.isVariableStatement(node) || !isExported(node)) return undefined;
  const made = node.declarationList.declarations.find(({ initializer }) => {
    return (
      initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
    );
  });
  return made?.name.getText();
}

function isExported(node: ts.FunctionDeclaration | ts.VariableStatement): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) === true;
}
