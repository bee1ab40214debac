/** A month to look at: this one and those before it, or all time. */
import { showTime } from "../../ui/figure.ts";
import { useSay } from "../say.ts";

const MONTHS = 24;

/** Months of the country, the newest first, as "2026-03". */
function months(now: Date): readonly string[] {
  const [year = 0, month = 1] = showTime(now.toISOString(), "day").split("-").map(Number);
  return Array.from({ length: MONTHS }, (_, back) => nameOf(year * 12 + month - 1 - back));
}

const nameOf = (count: number): string =>
  `${Math.floor(count / 12)}-${`${(count % 12) + 1}`.padStart(2, "0")}`;

/** A month as a stretch of time for the API; nothing for all time. */
export function spanOfMonth(month: string): { readonly from?: string; readonly to?: string } {
  if (month === "") return {};
  const [year = 0, count = 1] = month.split("-").map(Number);
  const next = nameOf(year * 12 + count);
  return { from: `${month}-01T00:00:00+08:00`, to: `${next}-01T00:00:00+08:00` };
}

interface Props {
  readonly month: string;
  readonly choose: (month: string) => void;
}

export function MonthPicker({ month, choose }: Props) {
  const say = useSay();
  return (
    <select
      className="ws-select"
      aria-label={say("list.month")}
      value={month}
      onChange={({ target }) => choose(target.value)}
    >
      <option value="">{say("list.allTime")}</option>
      {months(new Date()).map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </select>
  );
}
