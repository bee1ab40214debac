/**
 * Rules of SQL texts: what keeps the way open from one PostgreSQL to many (docs/decisions/4). Read from the
 * sources, so that a statement no test happens to run is looked at too.
 */
import ts from "typescript";
import { type File, fault, isCode, type Rule, walk } from "./source.ts";

/** Tables that are everywhere the same, and so have no cell. */
export const REFERENCE_TABLES: ReadonlySet<string> = new Set(["operator", "migration", "region"]);

/** Folders whose SQL is about the database itself and not about cells. */
const ABOUT_THE_DATABASE =
  /^src\/store\/(migration\/|migrate\.ts|cluster\/|backup|restore|open\.ts)|^src\/main\/bench\//;
const STATEMENT = /^\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|COPY \()\s/;

interface Text {
  readonly at: number;
  readonly sql: string;
}

/** Every string of a file that is a statement; what is filled in stands as `$x`, other constants as they are. */
export function statements(file: File): Text[] {
  const found: Text[] = [];
  walk(file, (node) => {
    const sql = textOf(node);
    if (sql !== null && STATEMENT.test(sql)) found.push({ at: node.getStart(), sql });
  });
  return found;
}

function textOf(node: ts.Node): string | null {
  // Parts of a longer text are read with the whole of it.
  if (ts.isBinaryExpression(node.parent ?? node) && node.parent !== node && isPlus(node.parent)) return null;
  if (ts.isBinaryExpression(node) && isPlus(node)) return joined(node);
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return joined(node);
  return null;
}

const isPlus = (node: ts.Node) =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;

function joined(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.map(({ expression, literal }) => joined(expression) + literal.text);
    return node.head.text + spans.join("");
  }
  if (ts.isBinaryExpression(node)) return joined(node.left) + joined(node.right);
  const constant = ts.isIdentifier(node) ? constantOf(node) : undefined;
  return constant === undefined ? "$x" : joined(constant);
}

/** What a name stands for, where it is a text written in a block around it or at the top of the file. */
function constantOf(node: ts.Identifier): ts.Expression | undefined {
  for (let around: ts.Node = node.parent; around !== undefined; around = around.parent) {
    if (!ts.isBlock(around) && !ts.isSourceFile(around)) continue;
    const declared = around.statements.filter(ts.isVariableStatement);
    for (const { name, initializer } of declared.flatMap((each) => [...each.declarationList.declarations])) {
      if (!ts.isIdentifier(name) || name.text !== node.text || initializer === undefined) continue;
      const isText = ts.isStringLiteralLike(initializer) || ts.isTemplateExpression(initializer);
      return isText || isPlus(initializer) ? initializer : undefined;
    }
  }
  return undefined;
}

/** Tables a statement names after FROM, JOIN, INTO and UPDATE, common table expressions left out. */
function tablesOf(sql: string): string[] {
  const named = new Set(
    [...sql.matchAll(/\b([a-z_]+)(?:\s*\([a-z_, ]*\))?\s+AS\s+(?:MATERIALIZED\s+)?\(/gi)].map((m) => m[1]),
  );
  const found = [...sql.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+(?:ONLY\s+)?([a-z_]+)(?![a-z_]*\()/g)].map(
    (m) => m[1] as string,
  );
  return found.filter(
    (name) =>
      !named.has(name) && !/^(unnest|lateral|generate_series|rows|set|pg_.*|information_schema)$/i.test(name),
  );
}

const FORBIDDEN: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\bMERGE\s+INTO\b/i, "MERGE does not travel"],
  [/\bLOCK\s+TABLE\b/i, "no table is locked: the pool row is"],
  [/\bpg_(try_)?advisory/i, "advisory locks are a node's own"],
  [/\bON CONFLICT ON CONSTRAINT\b/i, "a constraint's name is no part of the contract"],
  [/\bnextval\s*\(/i, "numbers come from the application"],
  [
    /\bUPDATE\b[^;]*\bSET\b[^;]*\b(clock_timestamp|random|gen_random_uuid|statement_timestamp)\s*\(/i,
    "volatile in UPDATE",
  ],
  [/\bSET\s+cell_id\b/i, "a cell does not change"],
  [/\bCREATE\s+TEMP/i, "no temporary tables"],
];

/** Statements on cells name one cell; none uses what does not travel. */
export const sql: Rule = (files) =>
  files
    .filter((file) => file.path.startsWith("src/") && isCode(file) && !ABOUT_THE_DATABASE.test(file.path))
    .flatMap((file) => statements(file).flatMap((text) => faultsOf(file, text)));

function faultsOf(file: File, { at, sql: text }: Text): string[] {
  const found = FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(([, why]) => fault(file, at, why));
  const cells = tablesOf(text).filter((table) => !REFERENCE_TABLES.has(table));
  const isOfOneCell = /\bcell_id\s*(=|,|$)|\bcell_id = \$|INTO [a-z_]+\s*\(\s*cell_id/.test(text);
  if (cells.length > 0 && !isOfOneCell) found.push(fault(file, at, `${cells.join(", ")}: of which cell?`));
  if (/SKIP LOCKED/.test(text) && !/cell_id = \$/.test(text))
    found.push(fault(file, at, "SKIP LOCKED over cells"));
  if (/\bIN(TO)?\b/.test(text) && /\bVALUES\s*\([^)]*\(\s*SELECT\b/i.test(text)) {
    found.push(fault(file, at, "a subquery in VALUES"));
  }
  return found;
}
