/** What whoever has started the server is shown. */
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { sayIn } from "../../src/main/language.ts";
import { Screen } from "../../src/main/screen.ts";
import { announced } from "../../src/main/serve/announcement.ts";
import { Session } from "../../src/main/session.ts";

const URL = "http://127.0.0.1:8080";
const session = (language: "zh" | "en") => {
  const screen = new Screen(new PassThrough(), {});
  return new Session(screen, screen, sayIn(language), new AbortController().signal, {});
};

describe("what a start prints", () => {
  test("a demo speaks both languages, Chinese first, and names who may sign in", () => {
    const text = announced(URL, { demo: true }, session("en"));
    expect(text).toContain("活水已就绪。 Wellspring is ready.");
    expect(text).toMatch(/商户柜台 counter +http:\/\/127\.0\.0\.1:8080\/counter\/ +19900009004\n/);
    expect(text).toMatch(/会员 member +http:\/\/127\.0\.0\.1:8080\/h5\/ +19900000001\n/);
    expect(text).toMatch(/密码 password +wellspring-demo-2026\n/);
    expect(text.indexOf("收第一笔款")).toBeGreaterThan(0);
    expect(text.indexOf("A first payment")).toBeGreaterThan(text.indexOf("收第一笔款"));
  });

  test.each(["zh", "en"] as const)("whoever asks for one language hears one (%s)", (language) => {
    const text = announced(URL, { demo: true, lang: language }, session(language));
    expect(text.includes("活水已就绪")).toBe(language === "zh");
    expect(text.includes("Wellspring is ready")).toBe(language === "en");
  });

  test("a house that is no demo shows no login", () => {
    const text = announced(URL, {}, session("en"));
    expect(text).toContain(`${URL}/console/`);
    expect(text).not.toMatch(/owner|1990000|password/);
  });

  test("no line is wider than most windows", () => {
    const lines = announced(URL, { demo: true }, session("zh")).split("\n");
    expect(lines.filter((line) => line.length > 120)).toEqual([]);
  });
});
