/** Rule of what runs in a browser: nothing that Chrome 86 or Safari 14 do not know. */
import ts from "typescript";
import { type File, fault, isCode, type Rule, walk } from "./source.ts";

/** Syntax is lowered when the faces are built (vite.config.ts); what is called is not, so it is named here. */
const IN_BROWSERS =
  /^src\/(web|engine)\/|^src\/statement\/(receipt|parts|words)\.ts$|^src\/api\/client\/index\.ts$/;

/** Methods by name, whatever they are called on: no type is known here, and none of them has an older twin. */
const METHODS = new Set([
  ...["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "hasOwn", "groupBy"],
  ...["fromAsync", "withResolvers", "isWellFormed", "toWellFormed", "randomUUID", "supportedValuesOf"],
  ...["isSubsetOf", "isSupersetOf", "isDisjointFrom", "symmetricDifference", "getOrInsert"],
  ...["formatRange", "showModal", "showPopover", "startViewTransition", "checkVisibility", "replaceSync"],
  ...["canParse", "throwIfAborted", "toBase64", "fromBase64"],
]);
/** Methods that are new on one object alone. */
const STATICS = new Set(["AbortSignal.timeout", "AbortSignal.any", "Iterator.from", "Promise.try"]);
const GLOBALS = new Set([
  ...["structuredClone", "requestIdleCallback", "createImageBitmap", "BroadcastChannel", "OffscreenCanvas"],
  ...["CompressionStream", "DecompressionStream", "WeakRef", "FinalizationRegistry", "reportError"],
]);
/** Objects of `navigator` that may be absent: whoever asks for one looks first, by `?.` or by `in`. */
const PERHAPS = new Set(["clipboard", "wakeLock", "share", "canShare", "locks", "storage", "userAgentData"]);
const STYLES =
  /:has\(|:where\(|@container|@layer|@property|\bcolor-mix\(|\d[dsl]v[hw]\b|\baspect-ratio:|\bsubgrid\b/;

export const browsers: Rule = (files) =>
  files
    .filter(({ path }) => IN_BROWSERS.test(path))
    .flatMap((file) => (file.path.endsWith(".css") ? styles(file) : isCode(file) ? calls(file) : []));

function styles({ path, text }: File): string[] {
  return text.split("\n").flatMap((line, index) => {
    const [found] = STYLES.exec(line) ?? [];
    return found === undefined ? [] : [`${path}:${index + 1} ${found} is too new for Chrome 86 or Safari 14`];
  });
}

function calls(file: File): string[] {
  const found: string[] = [];
  walk(file, (node) => {
    const what = tooNew(file, node);
    if (what !== undefined) {
      found.push(fault(file, node.getStart(), `${what} is too new for Chrome 86 or Safari 14`));
    }
  });
  return found;
}

function tooNew(file: File, node: ts.Node): string | undefined {
  if (ts.isRegularExpressionLiteral(node)) {
    if (/\(\?<[=!]/.test(node.text)) return "a look behind";
    return /\/[a-z]*[vd][a-z]*$/.test(node.text) ? "the flag d or v" : undefined;
  }
  if (ts.isStringLiteralLike(node) && /\(\?<[=!]/.test(node.text)) return "a look behind";
  if (ts.isIdentifier(node) && GLOBALS.has(node.text) && isUsed(node)) return node.text;
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const name = node.name.text;
  if (node.questionDotToken === undefined && ts.isCallExpression(node.parent) && METHODS.has(name)) {
    return node.parent.expression === node && node.parent.questionDotToken === undefined ? name : undefined;
  }
  const whole = node.getText();
  if (STATICS.has(whole)) return whole;
  const isOfNavigator = node.expression.getText() === "navigator" && PERHAPS.has(name);
  return isOfNavigator && !isLookedFor(file, node) ? `${whole}, not looked for first,` : undefined;
}

/** Whether an identifier stands for the global itself, not for a member, a type or a question whether it is. */
function isUsed(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return ts.isCallExpression(parent) || ts.isNewExpression(parent);
}

function isLookedFor(file: File, node: ts.PropertyAccessExpression): boolean {
  const { parent } = node;
  const isChained = ts.isPropertyAccessExpression(parent) || ts.isCallExpression(parent);
  if (isChained && parent.questionDotToken !== undefined) return true;
  return file.text.includes(`"${node.name.text}" in navigator`);
}
