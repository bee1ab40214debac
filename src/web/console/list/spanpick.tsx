/** Choosing a stretch of days: the quick ones side by side, or any other by its first and last day. */
import { DatePicker, Segmented } from "antd";
import dayjs from "dayjs";
import { useSay } from "../say.ts";
import { type Days, SPANS, type SpanName } from "./span.ts";

interface Props {
  readonly name: SpanName | null;
  /** Null: all of time. */
  readonly days: Days | null;
  /** Whether all of time may be chosen. */
  readonly hasAll?: boolean;
  readonly choose: (span: SpanName | null, days: Days | null) => void;
}

export function SpanPick({ name, days, hasAll = false, choose }: Props) {
  const say = useSay();
  const options = [
    ...(hasAll ? [{ value: "all", label: say("span.all") }] : []),
    ...SPANS.map((value) => ({ value, label: say(`span.${value}`) })),
  ];
  return (
    <div className="ws-row console-span">
      <Segmented
        aria-label={say("span.label")}
        options={options}
        value={name ?? (days === null ? "all" : "own")}
        onChange={(value) => choose(SPANS.find((one) => one === value) ?? null, null)}
      />
      <DatePicker.RangePicker
        aria-label={say("span.range")}
        allowClear={false}
        value={days === null ? null : [dayjs(days.from), dayjs(days.to)]}
        onChange={(range) => {
          const [from, to] = range ?? [];
          if (from == null || to == null) return;
          choose(null, { from: from.format("YYYY-MM-DD"), to: to.format("YYYY-MM-DD") });
        }}
      />
    </div>
  );
}
