// Writes the types of the client from the document that the server gives: `node scripts/run.mjs client`.
// `--check` writes nothing and says whether the file is up to date.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../src/api/client/schema.d.ts", import.meta.url));

const HEAD = `/** Written by scripts/client.mjs from the server's document; changed there, never here. */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated

`;

/**
 * The types of a document, as they stand in the file.
 * @param {object} document
 * @returns {Promise<string>}
 */
export async function clientTypes(document) {
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  return HEAD + astToString(await openapiTS(/** @type {import("openapi-typescript").OpenAPI3} */ (document)));
}

/** @param {string[]} args */
export async function run(args) {
  const { register } = await import("tsx/esm/api");
  register();
  const { documentOf } = await import("../src/api/index.ts");
  const types = await clientTypes(await documentOf());
  if (args.includes("--check")) {
    if (types === readFileSync(file, "utf8")) return;
    console.error(
      "src/api/client/schema.d.ts 已过时，请运行 / is out of date, run: node scripts/run.mjs client",
    );
    process.exitCode = 1;
    return;
  }
  writeFileSync(file, types);
}
