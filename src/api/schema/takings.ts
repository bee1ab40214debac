/** What a store took, by channel and by whom, as it is shown and as a closed shift keeps it. */
import { z } from "zod";
import type { Shift } from "#desk";
import { jsonFen, showPoints } from "#engine";
import type { Face } from "#people";
import type { Taking } from "#statement";
import { bookId, fen, iso, points, time } from "./money.ts";

const sums = {
  purchases: z.int(),
  amount_fen: fen.meta({ description: "Taken 实收" }),
  refunds: z.int(),
  refunded_fen: fen,
  net_fen: fen.meta({ description: "Taken less refunded 净收" }),
  points,
};

const takings = {
  ...sums,
  average_fen: fen.meta({ description: "Taken by purchases, rounded down 客单价" }),
  channels: z.array(z.object({ channel: z.string().nullable(), ...sums })),
  clerks: z.array(z.object({ taken_by: z.string().nullable(), name: z.string().nullable(), ...sums })),
};

export const takingsSchema = z.object(takings).meta({ id: "Takings" });

export type TakingsShown = z.output<typeof takingsSchema>;

interface Sum {
  readonly purchases: number;
  readonly amount: bigint;
  readonly refunds: number;
  readonly refunded: bigint;
  readonly points: bigint;
}

const NOTHING: Sum = { purchases: 0, amount: 0n, refunds: 0, refunded: 0n, points: 0n };

const together = (rows: readonly Sum[]): Sum =>
  rows.reduce(
    (all, row) => ({
      purchases: all.purchases + row.purchases,
      amount: all.amount + row.amount,
      refunds: all.refunds + row.refunds,
      refunded: all.refunded + row.refunded,
      points: all.points + row.points,
    }),
    NOTHING,
  );

const shown = ({ purchases, amount, refunds, refunded, points: granted }: Sum) => ({
  purchases,
  amount_fen: jsonFen(amount),
  refunds,
  refunded_fen: jsonFen(refunded),
  net_fen: jsonFen(amount - refunded),
  points: showPoints(granted),
});

/** Without names: whoever looks is told them, so that what is kept of a shift holds none. */
export function takingsShown(rows: readonly Taking[]): TakingsShown {
  const total = together(rows);
  const by = (of: (row: Taking) => string | null) =>
    [...new Set(rows.map(of))].map((key) => [key, rows.filter((row) => of(row) === key)] as const);
  return {
    ...shown(total),
    average_fen: total.purchases === 0 ? 0 : jsonFen(total.amount / BigInt(total.purchases)),
    channels: by(({ channel }) => channel).map(([channel, own]) => ({ channel, ...shown(together(own)) })),
    clerks: by(({ takenBy }) => takenBy).map(([who, own]) => ({
      taken_by: who,
      name: null,
      ...shown(together(own)),
    })),
  };
}

export function withNames(figures: TakingsShown, faces: ReadonlyMap<string, Face>): TakingsShown {
  const clerks = figures.clerks.map((row) => ({ ...row, name: faces.get(row.taken_by ?? "")?.name ?? null }));
  return { ...figures, clerks };
}

export const shiftSchema = z
  .object({
    store: bookId,
    n: z.int(),
    opened_by: z.string(),
    opened_at: time,
    closed_by: z.string().nullable(),
    closed_at: time.nullable().meta({ description: "Null while it is open 当班中为空" }),
    from_seq: z.int().meta({ description: "Journals after this one 自此凭证之后" }),
    to_seq: z.int().nullable(),
    takings: takingsSchema.meta({ description: "As they stood at the closing, or stand now 交班时的数" }),
    counted_fen: fen.nullable().meta({ description: "Counted in the drawer 实点现金" }),
    note: z.string().nullable(),
  })
  .meta({ id: "Shift" });

export function shiftShown(row: Shift, figures: TakingsShown): z.output<typeof shiftSchema> {
  return {
    store: row.merchant,
    n: row.n,
    opened_by: row.openedBy,
    opened_at: row.openedAt.toISOString(),
    closed_by: row.closedBy,
    closed_at: iso(row.closedAt),
    from_seq: Number(row.openedSeq),
    to_seq: row.closedSeq === null ? null : Number(row.closedSeq),
    takings: figures,
    counted_fen: row.countedFen === null ? null : jsonFen(row.countedFen),
    note: row.note,
  };
}
