/** What a page weighs before anything can be seen of it, as it travels: compressed. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { provideFaces } from "../../../scripts/faces.mjs";

const web = fileURLToPath(new URL("../../../dist/web/", import.meta.url));
const KB = 1_000;

beforeAll(() => {
  expect(provideFaces()).toBe(true);
}, 120_000);

function weightOf(path: string): number {
  const bytes = existsSync(`${path}.gz`) ? readFileSync(`${path}.gz`) : gzipSync(readFileSync(path));
  return bytes.length;
}

/** The page and everything it names: scripts, what they bring along, styles. */
function firstLoad(page: string): { readonly bytes: number; readonly files: string[] } {
  const html = readFileSync(`${web}${page}`, "utf8");
  const files = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(
    ([, file = ""]) => file,
  );
  const bytes = files.reduce((sum, file) => sum + weightOf(web + file), weightOf(`${web}${page}`));
  return { bytes, files };
}

test.each([
  ["h5/index.html", 170 * KB],
  ["counter/index.html", 170 * KB],
  ["index.html", 110 * KB],
  ["console/index.html", 450 * KB],
])("%s loads first at most %i bytes", (page, most) => {
  const { bytes, files } = firstLoad(page);
  expect(files.length).toBeGreaterThan(1);
  console.log(`${page}: ${(bytes / KB).toFixed(1)} kB in ${files.length} files`);
  expect(bytes).toBeLessThanOrEqual(most);
});

test("charts, codes and the camera's reader are not among what h5 loads first", () => {
  const text = firstLoad("h5/index.html")
    .files.map((file) => readFileSync(web + file, "utf8"))
    .join("");
  expect(text).not.toContain("uplot");
  expect(text).not.toContain("binarizer");
});

test("a page names nothing of another address and runs no script of its own text", () => {
  for (const page of ["index.html", "console/index.html", "counter/index.html", "h5/index.html"]) {
    const html = readFileSync(`${web}${page}`, "utf8");
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  }
});
