/** Figures as elements: money, points, the price, a time. */
import {
  type FenLike,
  type PricePair,
  showPointsShort,
  showPriceShort,
  showTime,
  showYuan,
} from "./figure.ts";

/** An amount of money; below zero it stands in the colour of a warning. */
export function Money({ fen, big = false }: { readonly fen: FenLike; readonly big?: boolean }) {
  const isOwed = BigInt(fen) < 0n;
  return (
    <span
      className={big ? "ws-number ws-big" : "ws-number"}
      {...(isOwed ? { style: { color: "var(--ws-bad)" } } : {})}
    >
      ¥{showYuan(fen)}
    </span>
  );
}

/** Points, cut off to `digits` decimals; the whole text stands in its title. */
export function Points({ points, digits = 4 }: { readonly points: string; readonly digits?: number }) {
  return (
    <span className="ws-number" title={points}>
      {showPointsShort(points, digits)}
    </span>
  );
}

/** 每积分可兑付金额: yuan per point, to be read; its two integers stand in its title. */
export function Price({ pair, digits = 4 }: { readonly pair: PricePair; readonly digits?: number }) {
  return (
    <span className="ws-number" title={`¥${showYuan(pair.cash_fen)} / ${pair.points}`}>
      ¥{showPriceShort(pair, digits)}
    </span>
  );
}

/** A time in Chinese time. */
export function Time({
  at,
  detail = "minute",
}: {
  readonly at: string;
  readonly detail?: "minute" | "day" | "second";
}) {
  return (
    <time className="ws-number" dateTime={at}>
      {showTime(at, detail)}
    </time>
  );
}
