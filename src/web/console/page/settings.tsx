/** Settings 设置 of everyday trade: each with what it means, its range, and who changed it last. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { fenOfYuan, showTime, showYuan } from "../../ui/figure.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { PageHead } from "../pagehead.tsx";
import { useSay } from "../say.ts";
import { SubPages } from "../subpages.tsx";
import "../part.css";

type Setting = components["schemas"]["Setting"];
type Values = Readonly<Partial<Record<Setting["key"], number>>>;

const settings = read(["settings"], (signal) => client.GET("/v1/settings", { signal }));

export default function Settings() {
  const say = useSay();
  const { data, error, refetch } = useQuery(settings);
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} />;
  return (
    <div className="ws-stack">
      <PageHead title={say("settings.title")} about={say("settings.about")} />
      <SubPages of="settings" />
      <Sheet settings={data.items} />
    </div>
  );
}

/** Money is typed in yuan, everything else as it is; null where it is no number within its range. */
function valueIn(text: string, { key, least, most }: Setting): number | null {
  const value = isMoney(key) ? fenOfYuan(text) : /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
  return value !== null && value >= least && value <= most ? value : null;
}

const isMoney = (key: string) => key.endsWith("_fen");

function unitOf(key: string) {
  if (isMoney(key)) return "fen";
  if (key.endsWith("_days")) return "days";
  return key.endsWith("_minutes") ? "minutes" : "count";
}

function textOf(key: string, value: number): string {
  return isMoney(key) ? showYuan(value).replace(/,/g, "").replace(/\.00$/, "") : `${value}`;
}

function Sheet({ settings: rows }: { readonly settings: readonly Setting[] }) {
  const say = useSay();
  const who = useWho();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const save = useAction({
    name: "settings.save",
    send: (values: Values, key) =>
      client.PATCH("/v1/settings", { params: { header: { "Idempotency-Key": key } }, body: { ...values } }),
    refresh: ["settings"],
    done: () => setTyped({}),
  });
  const isOwner = who !== undefined && hasRole(who, ["owner"]);
  const textAt = (row: Setting) => typed[row.key] ?? textOf(row.key, row.value);
  const changed = rows.filter((row) => valueIn(textAt(row), row) !== row.value);
  const bad = changed.filter((row) => valueIn(textAt(row), row) === null);
  const send = () =>
    save.run(
      Object.fromEntries(changed.map((row) => [row.key, valueIn(textAt(row), row) ?? row.value])) as Values,
    );
  return (
    <section className="ws-card ws-stack">
      {!isOwner && <p className="ws-note">{say("settings.readOnly")}</p>}
      <Form layout="vertical" component="div" className="console-fields">
        {rows.map((row) => (
          <Form.Item
            key={row.key}
            label={say(`settings.key.${row.key}`)}
            htmlFor={`setting-${row.key}`}
            extra={<Hint row={row} />}
            {...(bad.includes(row) ? { help: say("settings.bad"), validateStatus: "error" as const } : {})}
          >
            <Input
              id={`setting-${row.key}`}
              inputMode="decimal"
              disabled={!isOwner}
              suffix={say(`settings.unit.${unitOf(row.key)}`)}
              value={textAt(row)}
              onChange={({ target }) => setTyped({ ...typed, [row.key]: target.value })}
            />
          </Form.Item>
        ))}
      </Form>
      {isOwner && (
        <div className="ws-row">
          <Button
            type="primary"
            disabled={changed.length === 0 || bad.length > 0}
            loading={save.isBusy}
            onClick={send}
          >
            {say("settings.save")}
          </Button>
          <span role="status">
            {changed.length > 0
              ? say("settings.changed", { count: changed.length })
              : save.state.phase === "done" && say("settings.saved")}
          </span>
        </div>
      )}
      <ActionNote action={save} />
    </section>
  );
}

function Hint({ row: { key, least, most, standard, updated_at: at } }: { readonly row: Setting }) {
  const say = useSay();
  const range = { least: textOf(key, least), most: textOf(key, most), standard: textOf(key, standard) };
  return (
    <>
      {say(`settings.help.${key}`)}
      <br />
      {say("settings.range", range)}
      {at !== null && ` · ${say("settings.by", { at: showTime(at) })}`}
    </>
  );
}
