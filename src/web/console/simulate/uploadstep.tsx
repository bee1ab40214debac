/** The first step of a backtest: a file dropped or chosen, or one that was uploaded before. */
import { useQuery } from "@tanstack/react-query";
import { Button, Upload as Drop, Progress } from "antd";
import { useEffect, useRef, useState } from "react";
import { asProblem } from "../../ui/api/problem.ts";
import { queries } from "../../ui/api/read.ts";
import { useSay } from "../say.ts";
import { type Upload, uploadList } from "./reads.ts";
import { MOST_BYTES, sendFile } from "./send.ts";

interface Props {
  readonly upload: Upload | null;
  readonly choose: (upload: Upload | null) => void;
}

interface Sending {
  readonly name: string;
  readonly percent: number;
}

const LATELY = 5;

export function UploadStep({ upload, choose }: Props) {
  const say = useSay();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const send = async (file: File) => {
    setProblem(null);
    if (file.size > MOST_BYTES) return setProblem(say("sim.tooLarge"));
    stop.current = new AbortController();
    setSending({ name: file.name, percent: 0 });
    try {
      const progress = (percent: number) => setSending({ name: file.name, percent });
      choose(await sendFile(file, { signal: stop.current.signal, progress }));
      void queries.invalidateQueries({ queryKey: ["uploads", "list"] });
    } catch (error) {
      // Given up by hand is no fault.
      if (stop.current.signal.aborted) return;
      setProblem(`${say("sim.uploadFailed")} ${asProblem(error).say(say.language)}`);
    } finally {
      setSending(null);
    }
  };
  return (
    <section className="ws-card ws-stack">
      <h2>{say("sim.upload")}</h2>
      {upload !== null ? (
        <div className="ws-row">
          <strong>{upload.name}</strong>
          <span className="ws-number">{showBytes(upload.bytes)}</span>
          <span className="ws-soft">{say("sim.uploaded")}</span>
          <Button onClick={() => choose(null)}>{say("sim.uploadAgain")}</Button>
        </div>
      ) : sending !== null ? (
        <div role="status">
          <p>{say("sim.uploading", { name: sending.name, percent: sending.percent })}</p>
          <Progress percent={sending.percent} aria-label={say("sim.upload")} />
          <Button onClick={() => stop.current.abort()}>{say("sim.cancel")}</Button>
        </div>
      ) : (
        <Drop.Dragger
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          multiple={false}
          showUploadList={false}
          beforeUpload={(file) => {
            void send(file);
            return false;
          }}
        >
          <p className="console-drop">{say("sim.uploadText")}</p>
          <p className="ws-soft">{say("sim.uploadHint")}</p>
        </Drop.Dragger>
      )}
      {problem !== null && (
        <p className="ws-note ws-note-bad" role="alert">
          {problem}
        </p>
      )}
      {upload === null && sending === null && <Lately choose={choose} />}
      <p className="ws-soft">{say("sim.kept")}</p>
    </section>
  );
}

function Lately({ choose }: { readonly choose: (upload: Upload) => void }) {
  const say = useSay();
  const { data } = useQuery(uploadList);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <div className="ws-row">
      <span>{say("sim.recent")}</span>
      {data.items.slice(0, LATELY).map((one) => (
        <Button key={one.id} onClick={() => choose(one)}>
          {one.name} · {showBytes(one.bytes)}
        </Button>
      ))}
    </div>
  );
}

function showBytes(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  return bytes < 1_048_576 ? `${(bytes / 1_024).toFixed(0)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
