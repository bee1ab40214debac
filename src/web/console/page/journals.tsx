/** Journals 凭证 of the book, the newest first. */
import { Button, Input, Select, Space } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import type { components } from "#client";
import { kindWord } from "#wording";
import { client } from "../../ui/api/client.ts";
import { Time } from "../../ui/figures.tsx";
import { JOURNAL_KINDS } from "../book/kinds.ts";
import { List } from "../list/list.tsx";
import { asked, useListQuery } from "../list/query.ts";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { SubPages } from "../subpages.tsx";
import "../part.css";

type Journal = components["schemas"]["Journal"];

export default function Journals() {
  const say = useSay();
  const query = useListQuery({ field: "id" });
  const hint = say("books.wholeId");
  return (
    <div className="ws-stack">
      <PageHead title={say("books.title")} about={say("books.about")}>
        <OpenOne />
      </PageHead>
      <SubPages of="books" />
      <List<Journal, { readonly items: Journal[]; readonly next_cursor: string | null }>
        name="journals"
        exported="journals"
        query={query}
        keyOf={({ seq }) => `${seq}`}
        ask={(filter, signal) =>
          client.GET("/v1/journals", { params: { query: asked<"/v1/journals">(filter) }, signal })
        }
        hasSpan
        fields={[
          { value: "id", label: say("books.order"), hint },
          { value: "member", label: say("books.member"), hint },
          { value: "merchant", label: say("books.merchant"), hint },
        ]}
        filters={
          <Select
            aria-label={say("books.kind")}
            className="console-narrow"
            value={query.get("kind")}
            options={[
              { value: "", label: say("books.allKinds") },
              ...JOURNAL_KINDS.map((kind) => ({ value: kind, label: kindWord(kind, say.language) })),
            ]}
            onChange={(kind) => query.set({ kind })}
          />
        }
        columns={[
          {
            key: "seq",
            title: say("books.seq"),
            show: ({ seq }) => <Link to={`/books/journals/${seq}`}>{seq}</Link>,
          },
          { key: "kind", title: say("books.kind"), show: ({ kind }) => kindWord(kind, say.language) },
          { key: "order", title: say("books.order"), show: ({ order }) => <code>{order}</code> },
          {
            key: "asked",
            title: say("books.asked"),
            show: (row) => say(row.asked ? "books.byOrder" : "books.byTime"),
          },
          {
            key: "at",
            title: say("books.at"),
            show: ({ at }) => (at === null ? "—" : <Time at={at} detail="second" />),
          },
          {
            key: "recorded",
            title: say("books.recorded"),
            show: ({ recorded_at }) => <Time at={recorded_at} detail="second" />,
          },
          {
            key: "head",
            title: say("books.head"),
            show: ({ head }) => <code title={head}>{`${head.slice(0, 12)}…`}</code>,
          },
        ]}
      />
    </div>
  );
}

function OpenOne() {
  const say = useSay();
  const go = useNavigate();
  const [seq, setSeq] = useState("");
  const open = () => {
    if (/^[1-9]\d{0,17}$/.test(seq)) void go(`/books/journals/${seq}`);
  };
  return (
    <Space.Compact>
      <Input
        aria-label={say("books.open")}
        placeholder={say("books.open")}
        inputMode="numeric"
        value={seq}
        onChange={({ target }) => setSeq(target.value.trim())}
        onPressEnter={open}
      />
      <Button onClick={open}>{say("books.go")}</Button>
    </Space.Compact>
  );
}
