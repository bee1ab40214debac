/** The receipt preview beside the plan's form, reckoned in this browser. */
import { useMemo } from "react";
import { readPlan } from "#engine";
import { Money, Points } from "../../ui/figures.tsx";
import { Facts } from "../../ui/receipt/facts.tsx";
import { Lines } from "../../ui/receipt/lines.tsx";
import "../../ui/receipt/receipt.css";
import { useSay } from "../say.ts";
import { PREVIEW_FEN, previewOf } from "./preview.ts";
import type { Json } from "./shape.ts";

export function ReceiptPreview({ plan }: { readonly plan: Json }) {
  const say = useSay();
  const cast = useMemo(
    () => ({
      buyer: say("preview.buyer"),
      sponsor: say("preview.sponsor"),
      second: say("preview.second"),
      recruiter: say("preview.recruiter"),
      owner: say("preview.owner"),
      store: say("preview.store"),
      district: say("preview.district"),
      city: say("preview.city"),
      province: say("preview.province"),
    }),
    [say],
  );
  const preview = useMemo(() => {
    const read = readPlan(plan);
    return "plan" in read ? previewOf(read.plan, cast) : null;
  }, [plan, cast]);
  return (
    <section className="ws-card ws-stack" aria-label={say("preview.title")}>
      <h2>{say("preview.title")}</h2>
      <p className="ws-soft">{say("preview.hint")}</p>
      {preview === null && <p className="ws-note">{say("preview.unread")}</p>}
      {preview !== null && "refused" in preview && (
        <p className="ws-note">{say("preview.refused", { code: preview.refused })}</p>
      )}
      {preview !== null && "receipt" in preview && (
        <>
          {preview.pended && <p className="ws-note">{say("preview.pending")}</p>}
          <Lines
            title={say("receipt.line")}
            lines={preview.receipt.lines}
            take={preview.receipt.take}
            sum={Number(PREVIEW_FEN)}
          />
          <Lines title={say("receipt.pool")} lines={preview.receipt.pool} take={preview.receipt.take} />
          <Facts
            rows={[
              [say("receipt.issued"), <Points key="1" points={preview.receipt.points.issued} digits={8} />],
              [say("receipt.cap"), <Money key="2" fen={preview.receipt.points.lot?.cap_added_fen ?? 0} />],
              [
                say("receipt.receive", { load: preview.receipt.now.exit_load }),
                <Money key="3" fen={preview.receipt.now.receive_fen} />,
              ],
            ]}
          />
          <p className="ws-soft">{say("receipt.notice")}</p>
        </>
      )}
    </section>
  );
}
