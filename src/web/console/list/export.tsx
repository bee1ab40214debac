/** A list as a file, of all that its filter finds: made in the background, with its progress. */
import { useQuery } from "@tanstack/react-query";
import { Button, Modal, Radio } from "antd";
import { useState } from "react";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { hasRole, useWho } from "../../ui/session.tsx";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { ExportState, isOpen } from "../exportstate.tsx";
import { useSay } from "../say.ts";
import type { Filter } from "./query.ts";

export type ExportedList = components["schemas"]["Export"]["list"];
type Format = components["schemas"]["Export"]["format"];

const ASK_EVERY_MS = 1_000;
const EXPORTERS = ["owner", "finance", "risk", "service", "marketing"];

interface Props {
  readonly list: ExportedList;
  readonly filter: Filter;
}

export function ExportList({ list, filter }: Props) {
  const say = useSay();
  const who = useWho();
  const [isAsking, setAsking] = useState(false);
  if (who === undefined || !hasRole(who, EXPORTERS)) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say("export.open")}</Button>
      {isAsking && <Ask list={list} filter={filter} close={() => setAsking(false)} />}
    </>
  );
}

/** All of it, so that asking again after a reload asks for the same. */
interface Wanted {
  readonly format: Format;
  readonly filter: Filter;
  readonly language: "zh" | "en";
}

function Ask({ list, filter, close }: Props & { readonly close: () => void }) {
  const say = useSay();
  const [format, setFormat] = useState<Format>("xlsx");
  const [made, setMade] = useState<string | null>(null);
  const action = useAction({
    name: `export.${list}`,
    send: (body: Wanted, key) =>
      client.POST("/v1/exports", {
        params: { header: { "Idempotency-Key": key } },
        body: { list, ...body, filter: { ...body.filter } },
      }),
    refresh: ["exports"],
    done: ({ id }) => setMade(id),
  });
  return (
    <Modal
      open
      title={say("export.title")}
      okText={say(made === null ? "export.start" : "do.close")}
      cancelText={say("do.cancel")}
      cancelButtonProps={{ hidden: made !== null }}
      confirmLoading={action.isBusy}
      onOk={() => (made === null ? action.run({ format, filter, language: say.language }) : close())}
      onCancel={close}
    >
      <div className="ws-stack">
        <p>{say("export.means")}</p>
        {made === null ? (
          <Radio.Group
            aria-label={say("export.format")}
            value={format}
            options={[
              { value: "xlsx", label: say("export.xlsx") },
              { value: "csv", label: say("export.csv") },
            ]}
            onChange={({ target }) => setFormat(target.value === "csv" ? "csv" : "xlsx")}
          />
        ) : (
          <Course id={made} />
        )}
        <ActionNote action={action} />
      </div>
    </Modal>
  );
}

function Course({ id }: { readonly id: string }) {
  const say = useSay();
  const { data } = useQuery({
    ...read(["exports", id], (signal) =>
      client.GET("/v1/exports/{id}", { params: { path: { id } }, signal }),
    ),
    refetchInterval: ({ state }) => (state.data === undefined || isOpen(state.data) ? ASK_EVERY_MS : false),
  });
  if (data === undefined) return <p role="status">{say("job.waiting")}</p>;
  return (
    <div className="ws-stack" role="status">
      <p>{data.name}</p>
      <ExportState of={data} />
    </div>
  );
}
