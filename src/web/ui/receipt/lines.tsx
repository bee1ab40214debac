/** The lines of a receipt: name, to whom and how it was figured, the amount, and for a zero the reason. */
import type { components } from "#client";
import { showYuan } from "../figure.ts";
import { Money } from "../figures.tsx";
import { type UiKey, useWords } from "../language.tsx";

type Told = components["schemas"]["ReceiptLine"];
/** Told by the API, or reckoned on the page itself. */
type Line = Omit<Told, "notes"> & { readonly notes: readonly Told["notes"][number][] };

interface Props {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly take: string;
  /** What the lines add up to, where they do. */
  readonly sum?: number;
  readonly nameOf?: (id: string) => string;
}

export function Lines({ title, lines, take, sum, nameOf = (id) => id }: Props) {
  const say = useWords<UiKey>();
  return (
    <section>
      <h3>{title}</h3>
      <ul className="ws-lines">
        {lines.map((line) => (
          <li key={`${line.code} ${line.to}`}>
            <span>
              {say(`receipt.line.${line.code}`)}
              {line.owner !== null && <span className="ws-soft"> {nameOf(line.owner)}</span>}
            </span>
            <Money fen={line.amount_fen} />
            <Remark line={line} take={take} />
          </li>
        ))}
        {sum !== undefined && (
          <li className="ws-sum">
            <span>{say("receipt.sum")}</span>
            <Money fen={sum} />
          </li>
        )}
      </ul>
    </section>
  );
}

function Remark({ line, take }: { readonly line: Line; readonly take: string }) {
  const say = useWords<UiKey>();
  const { rate, base_fen: base, reason, notes } = line;
  const parts = [
    ...(rate !== null && base !== null ? [`¥${showYuan(base)} × ${rate}`] : []),
    ...(reason === null ? [] : [say(`receipt.reason.${reason}`)]),
    ...notes.map((note) => say(`receipt.note.${note}`, { take })),
  ];
  return parts.length === 0 ? null : <span className="ws-soft ws-remark">{parts.join(" · ")}</span>;
}
