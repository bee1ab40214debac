/** The plan's form by sections: each figure with its unit, what it means, and what is wrong with it. */
import { Button, Form, Input, Select } from "antd";
import { useSay } from "../say.ts";
import { PLAN_SECTIONS, type PlanField } from "./fields.ts";
import type { NamedPortion, PlanForm, TextField } from "./shape.ts";

/** Sentences on faults, by their path in the JSON. */
export type FaultsAt = ReadonlyMap<string, string>;

interface Props {
  readonly form: PlanForm;
  readonly change: (form: PlanForm) => void;
  readonly faults: FaultsAt;
  /** What reaches the pool, where the plan can be read. */
  readonly rest: string | null;
}

export function PlanFields({ form, change, faults, rest }: Props) {
  const say = useSay();
  const set = (field: TextField, value: string) => change({ ...form, [field]: value });
  return (
    <Form layout="vertical" component="div" className="ws-stack">
      {PLAN_SECTIONS.map(({ section, fields }) => (
        <section key={section} className="ws-card" aria-label={say(`edit.section.${section}`)}>
          <h2>{say(`edit.section.${section}`)}</h2>
          <div className="console-fields">
            {fields.map((field) => (
              <Field
                key={field.field}
                field={field}
                value={form[field.field]}
                fault={field.paths.map((path) => faults.get(path)).find((text) => text !== undefined)}
                set={set}
              />
            ))}
          </div>
          {section === "split" && (
            <>
              <Portions portions={form.portions} change={(portions) => change({ ...form, portions })} />
              <p>
                {say("edit.rest")} <strong className="ws-number">{rest ?? "—"}</strong>
                <span className="ws-soft console-hint">{say("edit.restHelp")}</span>
              </p>
            </>
          )}
        </section>
      ))}
    </Form>
  );
}

interface FieldProps {
  readonly field: PlanField;
  readonly value: string;
  readonly fault: string | undefined;
  readonly set: (field: TextField, value: string) => void;
}

function Field({ field: { field, unit, choices = [] }, value, fault, set }: FieldProps) {
  const say = useSay();
  const id = `plan-${field}`;
  const isPlain = unit === "text" || unit === "choice";
  return (
    <Form.Item
      label={say(`edit.field.${field}`)}
      htmlFor={id}
      extra={say(`edit.help.${field}`)}
      {...(fault === undefined ? {} : { help: fault, validateStatus: "error" as const })}
    >
      {unit === "choice" ? (
        <Select
          id={id}
          value={value}
          options={choices.map((choice) => ({ value: choice, label: say(choiceKey(choice)) }))}
          onChange={(next) => set(field, next)}
        />
      ) : (
        <Input
          id={id}
          value={value}
          {...(isPlain ? {} : { suffix: say(`edit.unit.${unit}`), inputMode: "decimal" as const })}
          onChange={({ target }) => set(field, target.value)}
        />
      )}
    </Form.Item>
  );
}

const CHOICES = ["operator", "pool", "cumulative", "separate", "member", "purchase"] as const;
const choiceKey = (choice: string) =>
  `edit.choice.${CHOICES.find((one) => one === choice) ?? "pool"}` as const;

interface PortionsProps {
  readonly portions: readonly NamedPortion[];
  readonly change: (portions: readonly NamedPortion[]) => void;
}

function Portions({ portions, change }: PortionsProps) {
  const say = useSay();
  const put = (at: number, portion: NamedPortion) =>
    change(portions.map((one, i) => (i === at ? portion : one)));
  return (
    <div className="ws-stack">
      <p>
        {say("edit.portions")}
        <span className="ws-soft console-hint">{say("edit.portionsHelp")}</span>
      </p>
      {portions.map((portion, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; its name is being typed
        <div key={at} className="ws-row">
          <Input
            className="console-narrow"
            aria-label={say("edit.portionTo")}
            placeholder={say("edit.portionTo")}
            value={portion.to}
            onChange={({ target }) => put(at, { ...portion, to: target.value })}
          />
          <Input
            className="console-narrow"
            aria-label={say("edit.portionRate")}
            value={portion.rate}
            suffix="%"
            inputMode="decimal"
            onChange={({ target }) => put(at, { ...portion, rate: target.value })}
          />
          <Button onClick={() => change(portions.filter((_, i) => i !== at))}>
            {say("edit.portionRemove")}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => change([...portions, { to: "", rate: "" }])}>{say("edit.portionAdd")}</Button>
      </div>
    </div>
  );
}
