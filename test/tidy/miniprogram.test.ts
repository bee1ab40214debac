/** The rules of the mini program bite what is planted, and hold in this project. */
import { describe, expect, test } from "vitest";
import { miniHosts, miniSize, miniWords } from "./miniprogram.ts";
import { type File, projectFiles, type Rule } from "./source.ts";

const file = (path: string, text: string): File => ({ path: `miniprogram/${path}`, text });
const words = (zh: string, en: string): File =>
  file("words.js", `const zh = {${zh}\n};\nconst en = {${en}\n};\n`);
const page = (text: string): File => file("pages/pay/pay.wxml", text);

const cases: { name: string; rule: Rule; bites: File[][]; passes: File[][] }[] = [
  {
    name: "small files and a small whole",
    rule: miniSize,
    bites: [
      [file("app.js", "\n".repeat(122))],
      [file("a.js", "a".repeat(20_001)), file("b.js", "a".repeat(20_001))],
    ],
    passes: [[file("app.js", "\n".repeat(120))]],
  },
  {
    name: "no address but in config.js",
    rule: miniHosts,
    bites: [
      [file("server.js", 'const base = "https://a";')],
      [file("pages/index/index.wxml", '<web-view src="http://a" />')],
      [file("project.config.json", '{ "domain": "api.wellspring.cn" }')],
    ],
    passes: [[file("config.js", 'base: "http://127.0.0.1:8080"')], [file("way.js", '"./config.js"; "/h5/"')]],
  },
  {
    name: "every sentence in both languages, and used",
    rule: miniWords,
    bites: [
      [file("pages/pay/pay.js", 'title: "支付"')],
      [page("<view>支付</view>")],
      [words('"pay.title": "支付",', ""), page("{{words.title}}")],
      [words("", '"pay.title": "Pay",'), page("")],
      [words('"pay.title": "Pay",', '"pay.title": "Pay",'), page("{{words.title}}")],
      [words('"pay.title": "支付",', '"pay.title": "支付",'), page("{{words.title}}")],
      [words('"pay.title": "支付",', '"pay.title": "Pay",'), page("")],
      [words("", ""), page("{{words.title}}")],
    ],
    passes: [
      [words('"pay.title": "支付",', '"pay.title":\n    "Pay " +\n    "now",'), page("{{words.title}}")],
      [
        words('"pay.failed": "没有完成",', '"pay.failed": "Failed",'),
        page(""),
        file("a.js", 'state: "failed"'),
      ],
      [
        words('"pay.title": "支付",', '"pay.title": "Pay",'),
        page('<include src="../../a.wxml" />'),
        file("a.wxml", "{{words.title}}"),
      ],
    ],
  },
];

const project = projectFiles();

describe.each(cases)("$name", ({ rule, bites, passes }) => {
  test.each(bites.map((files) => [files] as const))("bites planted fault %$", (files) => {
    expect(rule(files), JSON.stringify(files)).not.toEqual([]);
  });
  test.each(passes.map((files) => [files] as const))("lets clean sample %$ pass", (files) => {
    expect(rule(files), JSON.stringify(files)).toEqual([]);
  });
  test("holds in this project", () => {
    expect(rule(project)).toEqual([]);
  });
});
