/** A job 任务 on its way: how far, about how long still, a way to give it up, and what came of it. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { components } from "#client";
import { useAction } from "../api/action.ts";
import { client } from "../api/client.ts";
import { read } from "../api/read.ts";
import { type UiKey, useWords } from "../language.tsx";
import { ActionNote } from "./actionnote.tsx";
import { Loading } from "./loading.tsx";
import { ProblemView } from "./problemview.tsx";

export type Job = components["schemas"]["Job"];

const ASK_EVERY_MS = 1_000;

interface Props {
  readonly id: string;
  /** Shown once it is done. */
  readonly children?: (job: Job) => ReactNode;
}

export function Progress({ id, children }: Props) {
  const say = useWords<UiKey>();
  const { data, error, refetch } = useQuery({
    ...read(["jobs", id], (signal) => client.GET("/v1/jobs/{id}", { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data === undefined || isOver(state.data) ? false : ASK_EVERY_MS),
  });
  const cancel = useAction({
    name: `job.cancel.${id}`,
    send: (_body: null, key) =>
      client.POST("/v1/jobs/{id}/cancel", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
      }),
    refresh: ["jobs"],
  });
  if (data === undefined) {
    return error === null ? (
      <Loading lines={1} />
    ) : (
      <ProblemView thrown={error} retry={() => void refetch()} />
    );
  }
  if (data.state === "done") return children?.(data) ?? <p role="status">{say("job.done")}</p>;
  if (data.state === "failed" || data.state === "cancelled") {
    return (
      <p className="ws-note ws-note-bad" role="alert">
        {say(`job.${data.state}`)}
        {data.error !== null && ` ${data.error}`}
      </p>
    );
  }
  return (
    <div className="ws-stack" role="status">
      <Bar job={data} />
      <div>
        <button type="button" className="ws-button" disabled={cancel.isBusy} onClick={() => cancel.run(null)}>
          {say("job.cancel")}
        </button>
      </div>
      <ActionNote action={cancel} />
    </div>
  );
}

function isOver({ state }: Job): boolean {
  return state === "done" || state === "failed" || state === "cancelled";
}

function Bar({ job }: { readonly job: Job }) {
  const say = useWords<UiKey>();
  const { state, done, total, seconds_left: left } = job;
  if (state === "queued") return <p>{say("job.waiting")}</p>;
  const text = total === null ? say("job.count", { done }) : say("job.progress", { done, total });
  return (
    <>
      <progress
        className="ws-progress"
        aria-label={text}
        {...(total === null ? {} : { value: done, max: total })}
      />
      <p>
        {text}
        {left !== null && ` · ${say("job.left", { seconds: left })}`}
      </p>
    </>
  );
}
