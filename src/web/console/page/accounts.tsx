/** An account 科目 row by row, with the balance after each; which one stands in the address. */
import { Button, Form, Input, Select } from "antd";
import { useEffect, useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { components } from "#client";
import { accountWord, kindWord, stepWord } from "#wording";
import { client } from "../../ui/api/client.ts";
import { Money, Points, Time } from "../../ui/figures.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { AccountName, partsOf } from "../book/accountname.tsx";
import { OWNED_ACCOUNTS, SINGLE_ACCOUNTS } from "../book/kinds.ts";
import { List } from "../list/list.tsx";
import { asked, useListQuery } from "../list/query.ts";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { SubPages } from "../subpages.tsx";
import "../part.css";

type Row = components["schemas"]["HistoryRow"];

export default function Accounts() {
  const say = useSay();
  const [params] = useSearchParams();
  const account = params.get("account") ?? "";
  return (
    <div className="ws-stack">
      <PageHead title={say("account.title")} about={say("account.about")} />
      <SubPages of="books" />
      <Choose account={account} />
      {account === "" ? (
        <section className="ws-card">
          <Empty title={say("account.pick")} />
        </section>
      ) : (
        <History key={account} account={account} />
      )}
    </div>
  );
}

function Choose({ account }: { readonly account: string }) {
  const say = useSay();
  const [, setParams] = useSearchParams();
  const [kind, setKind] = useState("pool");
  const [owner, setOwner] = useState("");
  useEffect(() => {
    if (account === "") return;
    const [ofKind, ofOwner] = partsOf(account);
    setKind(ofKind);
    setOwner(ofOwner ?? "");
  }, [account]);
  const isOwned = OWNED_ACCOUNTS.some((one) => one === kind);
  const lacksOwner = isOwned && owner.trim() === "";
  const open = () => setParams({ account: isOwned ? `${kind}:${owner.trim()}` : kind });
  return (
    <Form component="div" layout="inline" className="ws-card console-inline">
      <Form.Item label={say("account.choose")} htmlFor="account-kind">
        <Select
          id="account-kind"
          className="console-narrow"
          value={kind}
          options={[...SINGLE_ACCOUNTS, ...OWNED_ACCOUNTS].map((value) => ({
            value,
            label: accountWord(value, say.language),
          }))}
          onChange={setKind}
        />
      </Form.Item>
      {isOwned && (
        <Form.Item label={say("account.owner")} htmlFor="account-owner">
          <Input
            id="account-owner"
            className="console-narrow"
            title={say("account.ownerNeeded")}
            value={owner}
            onChange={({ target }) => setOwner(target.value)}
            onPressEnter={open}
          />
        </Form.Item>
      )}
      <Button type="primary" disabled={lacksOwner} onClick={open}>
        {say("account.show")}
      </Button>
    </Form>
  );
}

function History({ account }: { readonly account: string }) {
  const say = useSay();
  const query = useListQuery({ field: "" });
  const figure = (fen: number | null, points: string | null) => (
    <>{fen !== null ? <Money fen={fen} /> : points !== null && <Points points={points} digits={8} />}</>
  );
  return (
    <>
      <h2>
        <AccountName account={account} />
      </h2>
      <List<Row, { readonly items: Row[]; readonly next_cursor: string | null }>
        name="accounts"
        query={query}
        hasSpan
        keyOf={({ seq, line }) => `${seq} ${line}`}
        ask={(filter, signal) => {
          const { account: _account, ...rest } = filter;
          return client.GET("/v1/accounts/{account}/history", {
            params: { path: { account }, query: asked<"/v1/accounts/{account}/history">(rest) },
            signal,
          });
        }}
        columns={[
          {
            key: "seq",
            title: say("books.seq"),
            show: ({ seq }) => <Link to={`/books/journals/${seq}`}>{seq}</Link>,
          },
          {
            key: "at",
            title: say("books.at"),
            show: ({ at, recorded_at }) => <Time at={at ?? recorded_at} detail="second" />,
          },
          { key: "kind", title: say("books.kind"), show: ({ kind }) => kindWord(kind, say.language) },
          { key: "step", title: say("journal.step"), show: ({ step }) => stepWord(step, say.language) },
          {
            key: "counter",
            title: say("account.counter"),
            show: (row) => <AccountName account={row.counter} />,
          },
          {
            key: "change",
            title: say("account.change"),
            isFigure: true,
            show: (row) => figure(row.amount_fen, row.amount_points),
          },
          {
            key: "balance",
            title: say("account.balance"),
            isFigure: true,
            show: (row) => figure(row.balance_fen, row.balance_points),
          },
        ]}
      />
    </>
  );
}
