/** The second step of a backtest: which column is read as what, over the first rows of the file. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select, Table } from "antd";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { useSay } from "../say.ts";
import { Sideways } from "../sideways.tsx";
import { uploadPreview } from "./reads.ts";

const SHEET_ROLES = [
  ...["id", "member", "merchant", "amount", "at", "sponsor", "status", "type"],
  ...["original", "refunded", "refunded_at", "refund_id", "cost", "region"],
] as const;
type SheetRole = (typeof SHEET_ROLES)[number];

/** What somebody has changed of the suggestion; null: no such column. */
export interface Mapping {
  readonly columns: Readonly<Partial<Record<SheetRole, string | null>>>;
  readonly unit: "auto" | "yuan" | "fen";
  readonly store: string;
}

export const SUGGESTED: Mapping = { columns: {}, unit: "auto", store: "" };

interface Props {
  readonly upload: string;
  readonly mapping: Mapping;
  readonly change: (mapping: Mapping) => void;
}

const NONE = "";

export function MapStep({ upload, mapping, change }: Props) {
  const say = useSay();
  const { data, error, refetch } = useQuery(uploadPreview(upload));
  if (error !== null && data === undefined)
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={6} />;
  const { headers, rows, columns, problem } = data;
  const chosen = (role: SheetRole) => {
    const own = mapping.columns[role];
    return own === undefined ? (columns[role] ?? NONE) : (own ?? NONE);
  };
  const options = [
    { value: NONE, label: say("sim.none") },
    ...headers.filter((header) => header !== "").map((header) => ({ value: header, label: header })),
  ];
  const isChanged = Object.keys(mapping.columns).length > 0;
  return (
    <section className="ws-card ws-stack">
      <h2>{say("sim.preview")}</h2>
      <p className="ws-soft">
        {say("sim.previewHint")}{" "}
        {say("sim.encoding", { encoding: data.encoding ?? "—", delimiter: showDelimiter(data.delimiter) })}
      </p>
      {problem !== null && !isChanged && (
        <p className="ws-note">{say("sim.problem", { text: problem[say.language] })}</p>
      )}
      <Form layout="vertical" component="div" className="console-columns-map">
        {SHEET_ROLES.map((role) => (
          <Form.Item key={role} label={say(`sim.role.${role}`)} htmlFor={`role-${role}`}>
            <Select
              id={`role-${role}`}
              value={chosen(role)}
              options={options}
              onChange={(header) =>
                change({
                  ...mapping,
                  columns: { ...mapping.columns, [role]: header === NONE ? null : header },
                })
              }
            />
          </Form.Item>
        ))}
        <Form.Item label={say("sim.unit")} htmlFor="sheet-unit">
          <Select
            id="sheet-unit"
            value={mapping.unit}
            options={(["auto", "yuan", "fen"] as const).map((value) => ({
              value,
              label: say(`sim.unit.${value}`),
            }))}
            onChange={(unit) => change({ ...mapping, unit })}
          />
        </Form.Item>
        {chosen("merchant") === NONE && (
          <Form.Item label={say("sim.store")} htmlFor="sheet-store">
            <Input
              id="sheet-store"
              value={mapping.store}
              onChange={({ target }) => change({ ...mapping, store: target.value })}
            />
          </Form.Item>
        )}
      </Form>
      <h3>{say("sim.rows")}</h3>
      <Sideways label={say("sim.rows")} isTall>
        <Table<{ readonly key: string; readonly cells: readonly string[] }>
          size="small"
          dataSource={rows.map((cells, at) => ({ key: `${at}`, cells }))}
          pagination={false}
          columns={headers.map((header, at) => ({
            key: `${at} ${header}`,
            title: header,
            render: (_: unknown, { cells }) => cells[at] ?? "",
          }))}
        />
      </Sideways>
    </section>
  );
}

function showDelimiter(delimiter: string | null): string {
  if (delimiter === "\t") return "Tab";
  return delimiter ?? "—";
}
