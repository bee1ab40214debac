/** The figures of a stretch of days, each beside that of the stretch before. */
import type { ReactNode } from "react";
import { grainsOf, showYuan } from "../../ui/figure.ts";
import { Money, Points } from "../../ui/figures.tsx";
import { type ConsoleKey, useSay } from "../say.ts";
import { changeOf, type Overview, showChange } from "./figure.ts";

interface Tile {
  readonly label: ConsoleKey;
  readonly now: bigint;
  readonly before: bigint;
  readonly show: ReactNode;
  readonly shownBefore: string;
}

export function Tiles({ overview }: { readonly overview: Overview }) {
  const say = useSay();
  const { before } = overview;
  const days = before.from === before.to ? before.from : `${before.from} – ${before.to}`;
  return (
    <section aria-label={say("home.figures")}>
      <p className="ws-soft">{say("home.compared", { days })}</p>
      <div className="console-figures">
        {tilesOf(overview).map((tile) => (
          <Shown key={tile.label} tile={tile} />
        ))}
      </div>
    </section>
  );
}

function tilesOf({ now, before }: Overview): readonly Tile[] {
  const money = (label: ConsoleKey, fen: number, then: number): Tile => ({
    label,
    now: BigInt(fen),
    before: BigInt(then),
    show: <Money fen={fen} />,
    shownBefore: `¥${showYuan(then)}`,
  });
  const count = (label: ConsoleKey, many: number, then: number): Tile => ({
    label,
    now: BigInt(many),
    before: BigInt(then),
    show: many,
    shownBefore: `${then}`,
  });
  return [
    money("home.paid", now.paid_fen, before.paid_fen),
    count("home.purchases", now.purchases, before.purchases),
    count("home.membersNew", now.members_new, before.members_new),
    money("home.refunded", now.refunded_fen, before.refunded_fen),
    {
      label: "home.granted",
      now: grainsOf(now.points_granted),
      before: grainsOf(before.points_granted),
      show: <Points points={now.points_granted} digits={2} />,
      shownBefore: before.points_granted.replace(/(\.\d\d)\d*$/, "$1"),
    },
    count("home.exits", now.exits, before.exits),
    money("home.exitProceeds", now.exit_proceeds_fen, before.exit_proceeds_fen),
    money("home.commissions", now.commissions_fen, before.commissions_fen),
  ];
}

function Shown({ tile: { label, now, before, show, shownBefore } }: { readonly tile: Tile }) {
  const say = useSay();
  const change = changeOf(now, before);
  return (
    <div className="ws-card console-tile">
      <span className="ws-soft">{say(label)}</span>
      <strong className="ws-number ws-big">{show}</strong>
      <span className="ws-soft ws-number">
        {say("home.before", { figure: shownBefore })}
        {change !== null && ` (${showChange(change)})`}
      </span>
    </div>
  );
}
