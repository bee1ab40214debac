/** The columns of movements on an account, each with the balance after it. */
import type { components } from "#client";
import { accountWord, kindWord, stepWord } from "#wording";
import { Money, Points, Time } from "../ui/figures.tsx";
import type { Column } from "./list/column.ts";
import { useSay } from "./say.ts";

type Movement = components["schemas"]["Movement"];

export function useMovementColumns(): readonly Column<Movement>[] {
  const say = useSay();
  return [
    { key: "at", title: say("history.at"), show: (row) => <Time at={row.at} detail="second" /> },
    { key: "kind", title: say("history.kind"), show: (row) => kindWord(row.kind, say.language) },
    { key: "step", title: say("history.step"), show: (row) => stepWord(row.step, say.language) },
    {
      key: "amount",
      title: say("history.amount"),
      isFigure: true,
      show: (row) => <Amount of={row.amount} />,
    },
    {
      key: "balance",
      title: say("history.balance"),
      isFigure: true,
      show: (row) => (row.balance === null ? "—" : <Amount of={row.balance} />),
    },
    {
      key: "counter",
      title: say("history.counter"),
      show: (row) => (row.counter === null ? "—" : counterWord(row.counter, say.language)),
    },
    { key: "order", title: say("history.order"), show: (row) => row.order },
    { key: "seq", title: say("purchase.seq"), isFigure: true, show: (row) => row.seq ?? "—" },
  ];
}

/** An account is named as `kind` or `kind:party`; the party stays as it is. */
function counterWord(account: string, language: "zh" | "en"): string {
  const [kind = "", ...party] = account.split(":");
  return [accountWord(kind, language), ...party].join(" ");
}

/** Fen come as a number, points as a text. */
function Amount({ of }: { readonly of: number | string }) {
  return typeof of === "number" ? <Money fen={of} /> : <Points points={of} digits={8} />;
}
