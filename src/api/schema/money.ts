/** Figures, ids and times as every route writes them. */
import { z } from "zod";

export const fen = z.int().meta({ description: "Integer fen 整数分" });

/** Above any order the book takes; the book says what is too large. */
export const amountFen = z
  .int()
  .min(0)
  .meta({ description: "Integer fen 整数分", examples: [12_800] });

export const points = z.string().meta({ description: "Points with 8 decimals 八位小数的积分" });

export const time = z.string().meta({ description: "ISO 8601" });

export const day = z
  .string()
  .meta({ description: "Day in the time of the country 日期", examples: ["2026-03-01"] });

/** Id of a member, a merchant or an order, as the book takes it. */
export const bookId = z.string().min(1).max(128);

/** Time of a query, with its offset; years a calendar of ours has. */
export const moment = z.iso
  .datetime({ offset: true })
  .refine((text) => /^(?:19|20|21)\d\d-/.test(text))
  .meta({ examples: ["2026-03-01T00:00:00+08:00"] });

/** A stretch of time that a list is narrowed to. */
export const between = {
  from: moment.optional().meta({ description: "From this moment 起" }),
  to: moment.optional().meta({ description: "Up to this moment, without it 止（不含）" }),
};

/** The stretch a query means. */
export function spanOf({
  from,
  to,
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}) {
  return {
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
  };
}

export const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
