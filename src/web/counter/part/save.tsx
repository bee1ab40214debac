/** A list as a file for a spreadsheet: made by the server, told how far it is, and then to be fetched. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { useState } from "react";
import type { components } from "#client";
import { useAction } from "../../ui/api/action.ts";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { showCount } from "../../ui/figure.ts";
import { ActionNote } from "../../ui/state/actionnote.tsx";
import { useSay } from "../say.ts";

type Export = components["schemas"]["Export"];

const ASK_EVERY_MS = 1_000;

interface Props {
  readonly list: "store-statement" | "purchases";
  /** As the list's own query. */
  readonly filter: Readonly<Record<string, string>>;
}

export function Save({ list, filter }: Props) {
  const say = useSay();
  const [id, setId] = useState<string | null>(null);
  const make = useAction({
    name: `export ${list} ${JSON.stringify(filter)}`,
    send: (asked: { readonly format: "xlsx" | "csv"; readonly language: "zh" | "en" }, key) =>
      client.POST("/v1/exports", {
        params: { header: { "Idempotency-Key": key } },
        body: { list, filter, ...asked },
      }),
    done: (made) => setId(made.id),
  });
  return (
    <div className="ws-stack c-screen">
      <div className="c-acts">
        <Button
          block
          loading={make.isBusy}
          onClick={() => make.run({ format: "xlsx", language: say.language })}
        >
          {say("save.xlsx")}
        </Button>
        <Button
          block
          disabled={make.isBusy}
          onClick={() => make.run({ format: "csv", language: say.language })}
        >
          {say("save.csv")}
        </Button>
      </div>
      <ActionNote action={make} />
      {id !== null && <Made id={id} />}
    </div>
  );
}

function Made({ id }: { readonly id: string }) {
  const say = useSay();
  const { data } = useQuery({
    ...read(["exports", id], (signal) =>
      client.GET("/v1/exports/{id}", { params: { path: { id } }, signal }),
    ),
    refetchInterval: ({ state }) => (state.data === undefined || isOpen(state.data) ? ASK_EVERY_MS : false),
  });
  if (data === undefined || isOpen(data)) {
    return (
      <p className="ws-note" role="status">
        {say("save.making", { rows: showCount(data?.done ?? 0) })}
      </p>
    );
  }
  if (data.state !== "done") {
    return (
      <p className="ws-note ws-note-bad" role="alert">
        {say("save.failed")}
      </p>
    );
  }
  return (
    <p role="status">
      <a className="ws-button ws-link" href={`/v1/exports/${id}/file`} download={data.name}>
        {say("save.fetch", { rows: showCount(data.rows ?? 0) })}
      </a>
    </p>
  );
}

const isOpen = ({ state }: Export): boolean => state === "queued" || state === "running";
