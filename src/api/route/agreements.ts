/** For everybody: the agreements 协议; for officers: any text somebody agreed to, by its hash. */
import { z } from "zod";
import { operatorName } from "#statement";
import { agreementsOf } from "../agreement/index.ts";
import type { Routes } from "../frame/request.ts";
import { notFound } from "../frame/within.ts";
import { time } from "../schema/money.ts";

const agreement = z
  .object({
    id: z.string().meta({ description: "Such as user@1, for a consent's text_id 同意时的文本编号" }),
    kind: z.enum(["user", "privacy", "referral"]),
    version: z.int(),
    dated: z.string(),
    title_zh: z.string(),
    title_en: z.string(),
    text_zh: z.string(),
    text_en: z.string(),
    sha256_zh: z.string(),
    sha256_en: z.string(),
  })
  .meta({ id: "Agreement" });

export const agreementRoutes: Routes = (app, { desk, people, operator }) => {
  app.get(
    "/v1/agreements",
    {
      config: { cache: "public, max-age=300" },
      schema: {
        operationId: "listAgreements",
        tags: ["public"],
        summary: "User agreement, privacy policy, referral rules 用户协议、隐私政策、推荐规则",
        response: { 200: z.object({ items: z.array(agreement) }) },
      },
    },
    async () => ({ items: agreementsOf(await operatorName(desk.database, operator)) }),
  );

  app.get(
    "/v1/texts/:sha256",
    {
      schema: {
        operationId: "getText",
        tags: ["admin"],
        summary: "A text that somebody agreed to, as it was shown 当时所示的原文",
        params: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
        response: { 200: z.object({ text: z.string(), first_at: time }).meta({ id: "TextKept" }) },
      },
    },
    async (request) => {
      const found = await people.consents.textOf(request.params.sha256);
      if (found === undefined) throw notFound("sha256");
      return { text: found.text, first_at: found.firstAt.toISOString() };
    },
  );
};
