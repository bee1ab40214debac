/** The store's code to print 门店码: a poster of A6, or a card that stands on the table. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd-mobile";
import { useState } from "react";
import { useHouse } from "../../ui/house.ts";
import { Qr } from "../../ui/qr.tsx";
import { save } from "../../ui/save.ts";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Head } from "../part/head.tsx";
import { Choice } from "../part/rows.tsx";
import { storeCode } from "../reads.ts";
import { useSay } from "../say.ts";
import { useStore, useStoreFacts, useStoreName } from "../store.tsx";

const FORMS = ["a6", "card"] as const;
type Form = (typeof FORMS)[number];
/** A card is folded over: twice the face. */
const PAPER = { a6: "105mm 148mm", card: "105mm 198mm" } as const;

export default function Poster() {
  const say = useSay();
  const store = useStore();
  const nameOf = useStoreName();
  const [form, setForm] = useState<Form>("a6");
  const { data, error, refetch } = useQuery(storeCode(store));
  return (
    <section className="c-scan">
      <div className="ws-stack c-screen">
        <Head back="/members" title={say("poster.title")} />
        <p className="ws-soft">{say("poster.hint")}</p>
        <Choice
          label={say("poster.form")}
          options={FORMS.map((one) => [one, say(`poster.${one}`)] as const)}
          chosen={form}
          choose={setForm}
        />
      </div>
      {error !== null && data === undefined && <ProblemView thrown={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading lines={8} />}
      {data !== undefined && (
        <>
          {/* Paper sizes are said to the printer here, for one form at a time. */}
          <style>{`@media print { @page { size: ${PAPER[form]}; margin: 0; } }`}</style>
          <div className={`c-poster c-poster-${form}`}>
            {form === "card" && <Face code={data.code} isTurned />}
            <Face code={data.code} />
          </div>
          <div className="c-acts c-screen">
            <Button color="primary" size="large" block onClick={() => window.print()}>
              {say("counter.print")}
            </Button>
            <Button
              size="large"
              block
              onClick={() => void saveCode(`${window.location.origin}/s/${data.code}`, nameOf(store))}
            >
              {say("poster.save")}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** One side; that of a card which is folded over stands on its head. */
function Face({ code, isTurned = false }: { readonly code: string; readonly isTurned?: boolean }) {
  const say = useSay();
  const store = useStore();
  const facts = useStoreFacts(store);
  const operator = useHouse()?.operator;
  return (
    <div className={isTurned ? "c-face c-face-turned" : "c-face"} aria-hidden={isTurned || undefined}>
      <p className="c-face-store">{facts?.name_zh ?? store}</p>
      {facts?.name_en != null && <p lang="en">{facts.name_en}</p>}
      <Qr text={`${window.location.origin}/s/${code}`} size={13} />
      <p className="c-face-do">{say("poster.do")}</p>
      <p className="c-face-code">{code}</p>
      <p>{say("poster.lock")}</p>
      {operator !== undefined && <p className="c-face-operator">{operator}</p>}
    </div>
  );
}

const EDGE = 1_024;

/** The code alone as a picture, for a poster of one's own. */
async function saveCode(text: string, name: string): Promise<void> {
  const { toCanvas } = await import("qrcode");
  const canvas = document.createElement("canvas");
  await toCanvas(canvas, text, { width: EDGE, margin: 4, errorCorrectionLevel: "M" });
  canvas.toBlob((picture) => {
    if (picture !== null) save(`${name}.png`, picture);
  }, "image/png");
}
