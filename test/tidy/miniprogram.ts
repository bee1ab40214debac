/** Rules of the mini program: small, in both languages, and no address but in its settings. */
import { posix } from "node:path";
import type { File, Rule } from "./source.ts";

const FOLDER = "miniprogram/";
const MAX_LINES = 120;
const MAX_BYTES = 40_000;
const HAN = /\p{Script=Han}/u;
/** A scheme with a host, or a host by itself as settings of WeChat's name it. */
const HOST = /\b(?:https?|wss?):\/\/|\b[a-z0-9-]+\.(?:com|cn|net|org|example)\b/;

const ours = (files: readonly File[]): File[] => files.filter(({ path }) => path.startsWith(FOLDER));
const lineOf = (text: string, at: number): number => text.slice(0, at).split("\n").length;

/** Files somebody reads in a minute, and a whole that WeChat loads at once. */
export const miniSize: Rule = (files) => {
  const all = ours(files);
  const bytes = all.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const long = all
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, "").split("\n").length }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines, more than ${MAX_LINES}`);
  return bytes > MAX_BYTES ? [...long, `${FOLDER} has ${bytes} bytes, more than ${MAX_BYTES}`] : long;
};

/** Where the server is, and whatever else has a host, stands in config.js. */
export const miniHosts: Rule = (files) =>
  ours(files)
    .filter(({ path }) => path !== `${FOLDER}config.js`)
    .flatMap(({ path, text }) => {
      const found = HOST.exec(text);
      return found === null ? [] : [`${path}:${lineOf(text, found.index)} names a host: ${found[0]}`];
    });

/** Chinese stands in words.js (and the two names of the product); there both languages say the same things. */
export const miniWords: Rule = (files) => {
  const all = ours(files);
  const words = all.find(({ path }) => path === `${FOLDER}words.js`);
  const outside = all
    .filter(({ path }) => /\.(js|wxml)$/.test(path) && !/(words|config)\.js$/.test(path))
    .flatMap(({ path, text }) => {
      const found = HAN.exec(text);
      return found === null ? [] : [`${path}:${lineOf(text, found.index)} has a sentence of its own`];
    });
  return words === undefined ? outside : [...outside, ...languages(words), ...unsaid(words, all)];
};

function keysOf({ text }: File, language: "zh" | "en"): Map<string, string> {
  const block = new RegExp(`const ${language} = \\{(.*?)\\n\\};`, "s").exec(text)?.[1] ?? "";
  return new Map(
    [...block.matchAll(/"([\w.]+)":\s+((?:"[^"]*"(?: \+\s+)?)+)/g)].map(([, key = "", said = ""]) => [
      key,
      said,
    ]),
  );
}

function languages(words: File): string[] {
  const [zh, en] = [keysOf(words, "zh"), keysOf(words, "en")];
  return [
    ...[...zh.keys()].filter((key) => !en.has(key)).map((key) => `${key} is not said in English`),
    ...[...en.keys()].filter((key) => !zh.has(key)).map((key) => `${key} is not said in Chinese`),
    ...[...zh].filter(([, said]) => !HAN.test(said)).map(([key]) => `${key} is not Chinese`),
    ...[...en].filter(([, said]) => HAN.test(said)).map(([key]) => `${key} is not English`),
  ];
}

/** What a template names must be said, and what is said must be named by a template or a state of its page. */
function unsaid(words: File, all: readonly File[]): string[] {
  const said = keysOf(words, "zh");
  const pages = all.filter(({ path }) => /pages\/\w+\/\w+\.wxml$/.test(path));
  const named = pages.flatMap((page) => {
    const name = posix.basename(page.path, ".wxml");
    const text = whole(page, all);
    return [...text.matchAll(/\bwords\.(\w+)/g)].map(([, word]) => `${name}.${word}`);
  });
  const code = all.filter(({ path }) => path.endsWith(".js") && path !== words.path).map(({ text }) => text);
  const isState = (key: string) => code.some((text) => text.includes(`"${key.split(".")[1]}"`));
  const used = (key: string) => named.includes(key) || words.text.includes(`["${key}"]`) || isState(key);
  return [
    ...named.filter((key) => !said.has(key)).map((key) => `${key} is named and not said`),
    ...[...said.keys()].filter((key) => !used(key)).map((key) => `${key} is said and not used`),
  ];
}

/** A template with what it includes. */
function whole({ path, text }: File, all: readonly File[]): string {
  return text.replace(/<include src="([^"]+)" \/>/g, (_, to: string) => {
    const target = posix.join(posix.dirname(path), to);
    return all.find((file) => file.path === target)?.text ?? "";
  });
}
