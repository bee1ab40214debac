/** The faces 界面 as the server gives them: pages by their address, files by their content's name. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { Api, Routes } from "#api";

/** Where `npm run build` and `npm start` put them; the same from source and from dist. */
const BUILT = fileURLToPath(new URL("../../../dist/web/", import.meta.url));

const FACES = ["console", "counter", "h5"] as const;

/** What the house tells everybody; the logins only in a demo. */
export interface HouseFacts {
  readonly operator: string;
  readonly version: string;
  readonly demo: {
    readonly password: string;
    readonly staff: readonly { readonly login: string; readonly name: string }[];
    readonly members: readonly { readonly phone: string; readonly role: string }[];
  } | null;
}

/** Pages load what is ours and nothing else; styles are made by the kits at run time. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join("; ");

/** Pages and their files are few and public: they do not count against what an address may ask. */
const PAGE = { rateLimit: false, cache: "no-cache" } as const;
const FOREVER = { rateLimit: false, cache: "public, max-age=31536000, immutable" } as const;
const HIDDEN = { hide: true } as const;

/** Routes of the faces; `folder` is where they lie built. Without them each address says what is missing. */
export function faceRoutes(facts: HouseFacts, folder: string = BUILT): Routes {
  return (app) => {
    app.addHook("onRequest", (_request, reply, done) => {
      reply.header("content-security-policy", POLICY).header("permissions-policy", "camera=(self)");
      done();
    });
    app.get("/house.json", { config: PAGE, schema: HIDDEN }, () => facts);
    const params = z.strictObject({ code: z.string().min(1).max(40) });
    // A store's or member's own code; an amount that a counter shows.
    for (const [url, page] of [
      ["/s/:code", "arrive"],
      ["/p/:code", "p"],
    ] as const) {
      app.get(url, { config: PAGE, schema: { ...HIDDEN, params } }, (request, reply) =>
        reply.redirect(`/h5/${page}/${encodeURIComponent(request.params.code)}`),
      );
    }
    if (existsSync(`${folder}index.html`)) pages(app, folder);
    else notBuilt(app);
  };
}

function pages(app: Api, folder: string): void {
  app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, cacheControl: false });
  const give = (path: string) => (_request: unknown, reply: FastifyReply) => reply.sendFile(path);
  const page = { config: PAGE, schema: HIDDEN };
  app.get("/", page, give("index.html"));
  for (const face of FACES) {
    for (const url of [`/${face}`, `/${face}/*`]) app.get(url, page, give(`${face}/index.html`));
  }
  const params = z.strictObject({ "*": z.string().regex(/^[\w.-]{1,200}$/) });
  app.get("/assets/*", { config: FOREVER, schema: { ...HIDDEN, params } }, (request, reply) =>
    reply.sendFile(`assets/${request.params["*"]}`),
  );
}

const MISSING = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>活水 Wellspring</title>
<p>界面还没有构建：请运行 npm run build。接口照常工作，文档见 <a href="/docs">/docs</a>。</p>
<p lang="en">The faces are not built: run npm run build. The API works: <a href="/docs">docs</a>.</p>
`;

function notBuilt(app: Api): void {
  const say = (_request: unknown, reply: FastifyReply) =>
    reply.code(503).header("content-type", "text/html; charset=utf-8").send(MISSING);
  const page = { config: PAGE, schema: HIDDEN };
  for (const url of ["/", ...FACES.flatMap((face) => [`/${face}`, `/${face}/*`])]) app.get(url, page, say);
}
