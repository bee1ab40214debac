/** Rows of names and figures, and rows that lead on. */
import { RightOutline } from "antd-mobile-icons";
import type { ReactNode } from "react";
import { Link } from "wouter";

export type Row = readonly [name: string, figure: ReactNode];

/** Names at the left, figures at the right. */
export function Rows({ rows }: { readonly rows: readonly (Row | null)[] }) {
  return (
    <dl className="c-rows">
      {rows.map(
        (row) =>
          row !== null && (
            <div key={row[0]}>
              <dt>{row[0]}</dt>
              <dd>{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** Figures side by side under their names; in a card of their own unless they stand in one already. */
export function Facts({
  rows,
  inCard = false,
}: {
  readonly rows: readonly Row[];
  readonly inCard?: boolean;
}) {
  return (
    <dl className={inCard ? "ws-facts c-facts" : "ws-card ws-facts c-facts"}>
      {rows.map(([name, figure]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="ws-number">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Item {
  readonly key: string;
  readonly name: ReactNode;
  readonly figure: ReactNode;
  /** What stands small below the figure. */
  readonly more: ReactNode;
}

/** A list of things with their one figure, and below it the others. */
export function Items({ title, items }: { readonly title: string; readonly items: readonly Item[] }) {
  return (
    <section>
      <h3 className="c-count">{title}</h3>
      <ul className="c-list c-flat">
        {items.map(({ key, name, figure, more }) => (
          <li key={key} className="c-line">
            <span>{name}</span>
            <span className="c-end">
              <strong>{figure}</strong>
              <small className="ws-soft">{more}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WayProps {
  readonly to: string;
  readonly title: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
}

/** A row that leads to another page. */
export function Way({ to, title, hint, icon }: WayProps) {
  return (
    <Link href={to} className="c-way">
      {icon}
      <span>
        {title}
        {hint !== undefined && <small className="ws-soft">{hint}</small>}
      </span>
      <RightOutline aria-hidden />
    </Link>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly (readonly [value: Value, name: string])[];
  readonly chosen: Value;
  readonly choose: (value: Value) => void;
}

/** One of a few, all of them seen. */
export function Choice<Value extends string>({ label, options, chosen, choose }: ChoiceProps<Value>) {
  return (
    <fieldset className="c-choice">
      <legend className="ws-hidden">{label}</legend>
      {options.map(([value, name]) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => choose(value)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
