/** What a payment would come to, before it is taken: decided by the book itself, and booked nowhere. */
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { showPoints } from "#engine";
import { client, dataOf } from "../../ui/api/client.ts";
import { asProblem } from "../../ui/api/problem.ts";
import { Money, Points } from "../../ui/figures.tsx";
import { useLater } from "../../ui/later.ts";
import { useWho } from "../../ui/session.tsx";
import { useSay } from "../say.ts";
import { useStore } from "../store.tsx";
import { Rows } from "./rows.tsx";

interface QuotedJournal {
  readonly entry: {
    readonly type: string;
    readonly purchase?: { readonly points: string };
    readonly locked?: string | null;
  };
  readonly postings: readonly { readonly from: string; readonly to: string; readonly amount: string }[];
}

/** With the amount it is of: while another is on its way, that one's journal is shown. */
const quoteRead = (merchant: string, member: string, amount_fen: number) =>
  queryOptions({
    queryKey: ["quotes", merchant, member, amount_fen],
    queryFn: async ({ signal }) => {
      const body = { id: "quote", kind: "purchase", member, merchant, amount_fen } as const;
      const { journal } = await dataOf(client.POST("/v1/quotes", { body, signal }));
      return { fen: amount_fen, journal: journal as unknown as QuotedJournal };
    },
  });

interface Props {
  readonly fen: number;
  /** Who pays, where that is known; else it is reckoned for whoever is signed in, and said to be about. */
  readonly member?: string;
}

export function Quote({ fen, member }: Props) {
  const say = useSay();
  const store = useStore();
  const own = useWho()?.member ?? null;
  const payer = member ?? own;
  const steady = useLater(fen);
  const { data, error } = useQuery({
    ...quoteRead(store, payer ?? "", steady),
    enabled: steady > 0 && payer !== null,
    placeholderData: keepPreviousData,
  });
  if (fen === 0) return <p className="ws-soft c-quote">{say("collect.start")}</p>;
  if (error !== null && asProblem(error).kind === "refused") {
    return <p className="ws-note c-quote">{asProblem(error).say(say.language)}</p>;
  }
  if (data === undefined) return <p className="ws-soft c-quote">{say("collect.reckoning")}</p>;
  const { journal } = data;
  return (
    <div className="c-quote">
      <QuoteRows journal={journal} store={store} fen={data.fen} about={member === undefined} />
      {member !== undefined && journal.entry.locked != null && (
        <p className="ws-soft">{say("collect.willLock")}</p>
      )}
    </div>
  );
}

interface RowsProps {
  readonly journal: QuotedJournal;
  readonly store: string;
  readonly fen: number;
  readonly about: boolean;
}

function QuoteRows({ journal, store, fen, about }: RowsProps) {
  const say = useSay();
  const { entry, postings } = journal;
  if (entry.type !== "purchased") return <p className="ws-soft">{say("collect.pends")}</p>;
  const due = postings.reduce((sum, { from, to, amount }) => {
    if (to === `payable:${store}`) return sum + BigInt(amount);
    return from === `payable:${store}` ? sum - BigInt(amount) : sum;
  }, 0n);
  const points = showPoints(BigInt(entry.purchase?.points ?? "0"));
  return (
    <Rows
      rows={[
        [
          say(about ? "collect.pointsAbout" : "collect.points"),
          <Points key="p" points={points} digits={2} />,
        ],
        [say("collect.take"), <Money key="t" fen={BigInt(fen) - due} />],
        [say("collect.due"), <Money key="d" fen={due} />],
      ]}
    />
  );
}
