/** The code of a store, to be printed: several sizes, looked at here and saved as PDF or picture. */
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Segmented } from "antd";
import { useEffect, useRef, useState } from "react";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { useHouse } from "../../ui/house.ts";
import { save } from "../../ui/save.ts";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { named } from "../named.ts";
import { useSay } from "../say.ts";
import type { Store } from "./store.ts";
import { type PosterText, TEMPLATES, type Template } from "./template.ts";

export function Poster({ of }: { readonly of: Store }) {
  const say = useSay();
  const operator = useHouse()?.operator ?? "";
  const [call, setCall] = useState(say("poster.callText"));
  const [chosen, setChosen] = useState<Template["name"]>("a6");
  const { data, error, refetch } = useQuery(
    read(["stores", of.id, "code"], (signal) =>
      client.GET("/v1/stores/{id}/code", { params: { path: { id: of.id } }, signal }),
    ),
  );
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const template = TEMPLATES.find(({ name }) => name === chosen) ?? (TEMPLATES[0] as Template);
  const text: PosterText = {
    store: named(of, say.language),
    call,
    note: say("poster.note"),
    code: data.code,
    operator,
    address: `${window.location.origin}/s/${data.code}`,
  };
  return (
    <div className="ws-stack">
      <p className="ws-soft">{say("poster.about")}</p>
      <div className="ws-row">
        <Segmented
          aria-label={say("poster.template")}
          value={chosen}
          options={TEMPLATES.map(({ name }) => ({ value: name, label: say(`poster.${name}`) }))}
          onChange={setChosen}
        />
        <Input
          aria-label={say("poster.call")}
          className="console-call"
          value={call}
          maxLength={24}
          onChange={({ target }) => setCall(target.value)}
        />
      </div>
      <Sheet template={template} text={text} file={`${of.id}-${chosen}`} />
    </div>
  );
}

interface SheetProps {
  readonly template: Template;
  readonly text: PosterText;
  readonly file: string;
}

/** The drawing is large; it comes when it is looked at. */
const drawing = {
  queryKey: ["poster drawing"],
  queryFn: () => import("./draw.ts"),
  staleTime: Number.POSITIVE_INFINITY,
} as const;

function Sheet({ template, text, file }: SheetProps) {
  const say = useSay();
  const place = useRef<HTMLCanvasElement>(null);
  const [isBusy, setBusy] = useState(false);
  const { data } = useQuery(drawing);
  const words = JSON.stringify(text);
  useEffect(() => {
    if (data !== undefined && place.current !== null) {
      data.drawPoster(place.current, template, JSON.parse(words) as PosterText);
    }
  }, [data, template, words]);
  const savePdf = async () => {
    if (place.current === null) return;
    setBusy(true);
    const { pdfOf } = await import("./pdf.ts");
    save(`${file}.pdf`, pdfOf(place.current, template));
    setBusy(false);
  };
  const savePicture = () =>
    place.current?.toBlob((blob) => {
      if (blob !== null) save(`${file}.png`, blob);
    });
  return (
    <div className="ws-stack">
      <div className="ws-row">
        <Button type="primary" loading={isBusy} onClick={() => void savePdf()}>
          {say("poster.pdf")}
        </Button>
        <Button onClick={savePicture}>{say("poster.picture")}</Button>
        <span className="ws-soft">
          {say("poster.size", { width: template.width, height: template.height })}
        </span>
      </div>
      <canvas
        ref={place}
        role="img"
        aria-label={say("poster.alt", { store: text.store, code: text.code })}
        className="console-poster"
        style={{ aspectRatio: `${template.width} / ${template.height}` }}
      />
    </div>
  );
}
