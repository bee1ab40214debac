/** The door of the command line: for tests that play it without a process of their own. */
export { main, type Surroundings } from "./cli.ts";
export { jsonPieces } from "./json.ts";
export { languageOf, sayIn } from "./language.ts";
export { LineReader, MOST_LINE_BYTES } from "./lines.ts";
export { jsonFault } from "./place.ts";
export { STATUS } from "./status.ts";
