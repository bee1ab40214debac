/** Messages 消息: what happened to a member's points and money, made of what was booked. */
import { useEffect } from "react";
import { Link } from "wouter";
import { client } from "../../ui/api/client.ts";
import { Time } from "../../ui/figures.tsx";
import { Head } from "../part/head.tsx";
import { NoRows, Rows, usePages } from "../part/list.tsx";
import { type Message, markSeen, useMessageText } from "../part/message.tsx";
import { useMember } from "../reads.ts";
import { useSay } from "../say.ts";

export default function Messages() {
  const say = useSay();
  const id = useMember();
  const pages = usePages(["messages", id], (cursor, signal) =>
    client.GET("/v1/members/{id}/messages", {
      params: { path: { id }, query: { limit: 30, ...(cursor === undefined ? {} : { cursor }) } },
      signal,
    }),
  );
  const newest = pages.data?.pages[0]?.items[0]?.id;
  useEffect(() => {
    if (newest !== undefined) markSeen(id, newest);
  }, [id, newest]);
  return (
    <div className="ws-stack">
      <Head title={say("messages.title")} />
      <Rows
        pages={pages}
        empty={<NoRows>{say("messages.none")}</NoRows>}
        show={(message) => <Row key={message.id} message={message} />}
      />
    </div>
  );
}

function Row({ message }: { readonly message: Message }) {
  const textOf = useMessageText();
  const page = pageOf(message);
  const text = (
    <>
      <span>{textOf(message)}</span>
      <span className="ws-soft">
        <Time at={message.at} />
      </span>
    </>
  );
  return <li className="h-row">{page === null ? <div>{text}</div> : <Link href={page}>{text}</Link>}</li>;
}

/** Where more of it stands. */
function pageOf({ kind, about }: Message): string | null {
  if (kind === "points_granted" || kind === "purchase_refunded") {
    return `/purchases/${encodeURIComponent(about)}`;
  }
  if (kind === "forced_exit") return "/points";
  if (kind.startsWith("commission_")) return "/commissions";
  return kind.startsWith("withdrawal_") ? "/wallet" : null;
}
