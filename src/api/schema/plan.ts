/** Plans 章程 on their way, as they are shown. */
import { z } from "zod";
import type { PlanDraft } from "#desk";
import type { PlanInForce } from "#statement";
import { hashOf, RISK_EN, RISK_ZH, secondLevelText } from "../risktext.ts";
import { iso, time } from "./money.ts";

const signature = z.object({ by: z.string(), at: time });

export const planLineSchema = z
  .object({
    name: z.string(),
    version: z.int(),
    feed: z.string(),
    state: z
      .enum(["draft", "checked", "signed", "effective", "withdrawn"])
      .meta({ description: "draft → checked → signed → effective 草案 → 已检查 → 已签署 → 生效" }),
    hash: z.string().meta({ description: "SHA-256 of its text; what officers sign 所签之哈希" }),
    verdict: z.enum(["publishable", "publishable_with_conditions", "refused"]).nullable(),
    created_by: z.string().nullable(),
    created_at: time.nullable(),
    signatures: z.array(signature),
    announced_at: time.nullable(),
    effective_from: time.nullable(),
    effective_seq: z.int().nullable().meta({ description: "The journal that put it in force 生效凭证号" }),
    reason: z.string().nullable(),
  })
  .meta({ id: "PlanLine" });

export const changeSchema = z
  .object({
    path: z.string().meta({ examples: ["pool.cap.multiple"] }),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: "PlanChange" });

export const planSchema = planLineSchema
  .extend({
    beside: z
      .object({
        in_force: z.boolean(),
        against: z.object({ name: z.string(), version: z.int() }).nullable(),
        changes: z.array(changeSchema),
        notice_days: z.int().meta({ description: "How long it must be announced 公告天数" }),
        earliest: time.meta({ description: "Announced now, it may hold from here 此刻公告，最早生效时间" }),
      })
      .meta({ description: "Beside the plan that its feed goes by now 与现行章程相比" }),
    plan: z.record(z.string(), z.unknown()),
    check: z.record(z.string(), z.unknown()).nullable().meta({ description: "The verdict, whole 检查结果" }),
    checked_by: z.string().nullable(),
    recorded: z
      .record(z.string(), z.record(z.string(), z.string()))
      .meta({ description: "What the verdict's conditions wanted recorded 条件所记" }),
    risk: z
      .object({ text_zh: z.string(), text_en: z.string(), text_sha256: z.string() })
      .nullable()
      .meta({ description: "To be acknowledged before it is signed 签署前须确认的风险" }),
  })
  .meta({ id: "PlanShown" });

type Signature = z.output<typeof signature>;

function signed(by: string | null, at: Date | null): Signature[] {
  return by === null || at === null ? [] : [{ by, at: at.toISOString() }];
}

export function lineShown(row: PlanDraft): z.output<typeof planLineSchema> {
  return {
    name: row.name,
    version: Number(row.version),
    feed: row.feed,
    state: row.state,
    hash: row.hash,
    verdict: row.verdict?.verdict ?? null,
    created_by: row.createdBy,
    created_at: row.createdAt.toISOString(),
    signatures: [...signed(row.firstBy, row.firstAt), ...signed(row.secondBy, row.secondAt)],
    announced_at: iso(row.announcedAt),
    effective_from: iso(row.effectiveFrom),
    effective_seq: row.effectiveSeq === null ? null : Number(row.effectiveSeq),
    reason: row.reason,
  };
}

/** The rule of a verdict that wants a risk text signed; undefined where none does. */
export function riskRule({ verdict }: PlanDraft): string | undefined {
  return verdict?.rules.find(({ status, needs }) => status === "condition" && needs.includes("text_sha256"))
    ?.id;
}

export function planShown(row: PlanDraft): Omit<z.output<typeof planSchema>, "beside"> {
  const risk =
    riskRule(row) === undefined
      ? null
      : {
          text_zh: RISK_ZH,
          text_en: RISK_EN,
          text_sha256: hashOf(secondLevelText(row.name, row.version)),
        };
  return {
    ...lineShown(row),
    plan: JSON.parse(row.body) as Record<string, unknown>,
    check: row.verdict === null ? null : { ...row.verdict },
    checked_by: row.checkedBy,
    recorded: Object.fromEntries(Object.entries(row.recorded).map(([rule, values]) => [rule, { ...values }])),
    risk,
  };
}

/** A plan that came into force by no draft: the one its book began with, or one a machine published. */
export function inForceShown(row: PlanInForce): Omit<z.output<typeof planSchema>, "beside"> {
  const { name, version, feed, hash } = row;
  const none = { created_by: null, created_at: null, announced_at: null, effective_from: null, reason: null };
  return {
    ...none,
    ...{ name, version, feed, hash, state: "effective", verdict: null, signatures: [] },
    effective_seq: Number(row.since),
    plan: JSON.parse(row.body) as Record<string, unknown>,
    ...{ check: null, checked_by: null, recorded: {}, risk: null },
  };
}
