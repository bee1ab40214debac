/** Team 团队: the two levels below a member, masked, with counts; beyond them nobody is counted or paid for. */
import { useState } from "react";
import { Link } from "wouter";
import type { components } from "#client";
import { client } from "../../ui/api/client.ts";
import { Money, Time } from "../../ui/figures.tsx";
import { Choice } from "../part/choice.tsx";
import { NoRows, Rows, usePages } from "../part/list.tsx";
import { Tell } from "../part/tell.tsx";
import { useMember } from "../reads.ts";
import { useSay } from "../say.ts";

type Team = components["schemas"]["Team"];
type TeamLine = Team["items"][number];
type Level = "1" | "2";

export default function TeamPage() {
  const say = useSay();
  const id = useMember();
  const [level, setLevel] = useState<Level>("1");
  const [order, setOrder] = useState<"newest" | "oldest">("newest");
  const [sought, setSought] = useState("");
  const pages = usePages(["team", id, level, order], (cursor, signal) =>
    client.GET("/v1/members/{id}/team", {
      params: {
        path: { id },
        query: { level, order, limit: 100, ...(cursor === undefined ? {} : { cursor }) },
      },
      signal,
    }),
  );
  const team = pages.data?.pages[0];
  return (
    <div className="ws-stack">
      <div className="ws-row ws-between">
        <h2>{say("team.title")}</h2>
        <Link href="/team/poster" className="ws-button ws-link">
          {say("poster.title")}
        </Link>
      </div>
      {team !== undefined && <Counts team={team} />}
      <div className="ws-row ws-between">
        <Choice
          label={say("team.level")}
          value={level}
          choose={setLevel}
          options={[
            { value: "1", title: say("team.level1") },
            { value: "2", title: say("team.level2") },
          ]}
        />
        <select
          className="ws-select"
          aria-label={say("team.order")}
          value={order}
          onChange={({ target }) => setOrder(target.value === "oldest" ? "oldest" : "newest")}
        >
          <option value="newest">{say("team.newest")}</option>
          <option value="oldest">{say("team.oldest")}</option>
        </select>
        <input
          type="search"
          className="h-search"
          aria-label={say("team.search")}
          placeholder={say("team.search")}
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
      </div>
      <Rows
        pages={pages}
        keep={(row) => isSought(row, sought.trim())}
        empty={<NoRows>{say(sought === "" ? "team.none" : "team.noneFound")}</NoRows>}
        show={(row) => <Row key={row.id} row={row} />}
      />
      <p className="ws-soft">{say("team.privacy")}</p>
    </div>
  );
}

/** Among those on the page, by what of name and phone is shown. */
function isSought({ name, phone, id }: TeamLine, text: string): boolean {
  return text === "" || [name, phone, id].some((one) => one?.includes(text) === true);
}

function Counts({ team }: { readonly team: Team }) {
  const say = useSay();
  const { counts, spend_fen, earned_fen } = team;
  return (
    <section className="ws-card h-tiles">
      <Tell label={say("team.level1")} value={say("team.count", { count: counts.level1 })}>
        {say("team.level1Is")} {say("team.earned")} <Money fen={earned_fen.level1} /> {say("team.spend")}{" "}
        <Money fen={spend_fen.level1} />
      </Tell>
      <Tell label={say("team.level2")} value={say("team.count", { count: counts.level2 })}>
        {say("team.level2Is")} {say("team.earned")} <Money fen={earned_fen.level2} /> {say("team.spend")}{" "}
        <Money fen={spend_fen.level2} />
      </Tell>
    </section>
  );
}

function Row({ row }: { readonly row: TeamLine }) {
  const say = useSay();
  return (
    <li className="h-row">
      <div>
        <span className="h-line-main">
          <strong>{row.name ?? say("team.nameless")}</strong>
          <span className="ws-number">{row.phone ?? ""}</span>
        </span>
        <span className="h-line-sub ws-soft">
          <span>
            {say("team.joined")} <Time at={row.joined_at} detail="day" />
          </span>
        </span>
      </div>
    </li>
  );
}
