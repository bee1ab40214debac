/** What is asked of a second officer, in words, with what follows from approving it. */
import type { components } from "#client";
import { showYuan } from "../../ui/figure.ts";
import { Money, Time } from "../../ui/figures.tsx";
import { type FactRows, Facts } from "../facts.tsx";
import { useSay } from "../say.ts";

export type Approval = components["schemas"]["Approval"];

type Payload = Readonly<Record<string, unknown>>;

export function ApprovalFacts({ of }: { readonly of: Approval }) {
  const say = useSay();
  const payload = (typeof of.payload === "object" && of.payload !== null ? of.payload : {}) as Payload;
  const known = of.kind === "injection" ? injectionRows(payload, say) : correctionRows(of, payload, say);
  return <Facts rows={[[say("approval.subject"), of.subject], ...known]} />;
}

type Say = ReturnType<typeof useSay>;

function injectionRows(payload: Payload, say: Say): FactRows {
  const fen = Number(payload["amount_fen"] ?? 0);
  const days = Number(payload["days"] ?? 1);
  return [
    [say("injection.kind"), say(payload["kind"] === "release" ? "injection.release" : "injection.inject")],
    [say("injection.amount"), <Money key="amount" fen={fen} />],
    [
      say("injection.days"),
      say("injection.daysOf", { days, daily: `¥${showYuan(BigInt(fen) / BigInt(days))}` }),
    ],
    [say("injection.starts"), <Time key="starts" at={`${payload["starts_at"]}`} />],
    [say("injection.announceZh"), `${payload["announce_zh"]}`],
    [say("injection.announceEn"), `${payload["announce_en"]}`],
  ];
}

function correctionRows({ kind }: Approval, payload: Payload, say: Say): FactRows {
  if (kind !== "sponsor_correction") {
    return Object.entries(payload).map(([name, value]) => [name, JSON.stringify(value)] as const);
  }
  const text = (name: string) => (typeof payload[name] === "string" ? `${payload[name]}` : "—");
  return [
    [say("correct.to"), payload["sponsor"] == null ? say("member.noSponsor") : text("sponsor")],
    [say("correct.case"), text("case")],
    [say("do.reason"), text("reason")],
  ];
}
