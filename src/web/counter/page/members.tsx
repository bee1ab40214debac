/** Members 会员: those locked to the store's owner, masked; adding one, and what they bring. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { AddOutline, HistogramOutline, SystemQRcodeOutline } from "antd-mobile-icons";
import { type FormEvent, useState } from "react";
import { client, dataOf } from "../../ui/api/client.ts";
import { showCount } from "../../ui/figure.ts";
import { Time } from "../../ui/figures.tsx";
import { Empty } from "../../ui/state/empty.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Face } from "../part/member.tsx";
import { Way } from "../part/rows.tsx";
import { useSay } from "../say.ts";
import { useOwns, useStore } from "../store.tsx";

const ROWS = 30;

export default function Members() {
  const say = useSay();
  const store = useStore();
  const owns = useOwns(store);
  const [typing, setTyping] = useState("");
  const [phone, setPhone] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPhone(typing.trim());
  };
  return (
    <div className="ws-stack">
      <h1 className="ws-hidden">{say("tab.members")}</h1>
      <nav className="c-ways" aria-label={say("tab.members")}>
        <Way
          to="/members/add"
          title={say("add.title")}
          hint={say("add.way")}
          icon={<AddOutline aria-hidden />}
        />
        <Way
          to="/members/poster"
          title={say("poster.title")}
          hint={say("poster.way")}
          icon={<SystemQRcodeOutline aria-hidden />}
        />
        {owns && (
          <Way
            to="/members/cross"
            title={say("cross.title")}
            hint={say("cross.way")}
            icon={<HistogramOutline aria-hidden />}
          />
        )}
      </nav>
      {owns && (
        <>
          <form className="c-search" onSubmit={submit}>
            <input
              type="search"
              className="ws-select"
              inputMode="tel"
              aria-label={say("members.phone")}
              placeholder={say("members.phone")}
              value={typing}
              onChange={({ target }) => {
                setTyping(target.value);
                if (target.value === "") setPhone("");
              }}
            />
            <Button type="submit">{say("members.search")}</Button>
          </form>
          <List store={store} phone={phone} />
        </>
      )}
    </div>
  );
}

function List({ store, phone }: { readonly store: string; readonly phone: string }) {
  const say = useSay();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["members", "list", store, phone],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        client.GET("/v1/members", {
          params: {
            query: {
              store,
              limit: ROWS,
              ...(phone === "" ? {} : { phone }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  if (data === undefined) {
    return error === null ? (
      <Loading lines={5} />
    ) : (
      <ProblemView thrown={error} retry={() => void refetch()} />
    );
  }
  const rows = data.pages.flatMap(({ items }) => items);
  const { total = 0, total_more: isMore = false } = data.pages[0] ?? {};
  if (rows.length === 0) {
    return (
      <Empty title={say(phone === "" ? "members.none" : "members.notFound")}>
        {phone === "" && <p className="ws-soft">{say("members.how")}</p>}
      </Empty>
    );
  }
  return (
    <section className="ws-stack">
      <h2 className="c-count">
        {say("members.count", { count: `${showCount(total)}${isMore ? "+" : ""}` })}
      </h2>
      <ul className="ws-card c-list">
        {rows.map((row) => (
          <li key={row.id} className="c-line">
            <Face name={row.name} phone={row.phone} />
            <span className="c-end ws-soft">
              <small>{say("members.joined")}</small>
              <Time at={row.joined_at} detail="day" />
            </span>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say("counter.more")}
        </Button>
      )}
      <p className="ws-soft">{say("members.masked")}</p>
    </section>
  );
}
