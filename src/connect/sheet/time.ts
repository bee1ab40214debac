/** Times as shops write them: the year first, and an offset of the caller's where they carry none. */
import type { BadCode } from "./sentences.ts";

export interface Moment {
  /** ISO 8601 with offset. */
  readonly text: string;
  /** Milliseconds since 1970 UTC, with a fraction where microseconds are given. */
  readonly key: number;
}

const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?`;
const DASHED = new RegExp(
  String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+)${CLOCK}\s*(Z|[+-]\d{2}:?\d{2})?)?$`,
  "i",
);
const CHINESE = new RegExp(
  String.raw`^(\d{4})年(\d{1,2})月(\d{1,2})日(?:\s*(?:${CLOCK}|(\d{1,2})时(\d{1,2})分(?:(\d{1,2})秒)?))?$`,
);
const SOLID = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})|\s+${CLOCK})?$`);

/** Minutes east of UTC of an offset (`Z`, `+08:00`, `+0800`); null when it is none. */
export function parseOffset(text: string): number | null {
  if (/^z$/i.test(text)) return 0;
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (found === null) return null;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  if (Number(found[3]) > 59 || minutes > 14 * 60) return null;
  return found[1] === "-" ? -minutes : minutes;
}

type Parts = readonly (string | undefined)[];

/** Year, month, day, hour, minute, second, fraction, offset. */
function partsOf(text: string): Parts | null {
  const dashed = DASHED.exec(text);
  if (dashed !== null) {
    const [, year, , month, day, hour, minute, second, fraction, offset] = dashed;
    return [year, month, day, hour, minute, second, fraction, offset];
  }
  const chinese = CHINESE.exec(text);
  if (chinese !== null) {
    const [, year, month, day, hour, minute, second, fraction, shi, fen, miao] = chinese;
    return [year, month, day, hour ?? shi, minute ?? fen, second ?? miao, fraction];
  }
  const solid = SOLID.exec(text);
  if (solid === null) return null;
  const [, year, month, day, hh, mm, ss, hour, minute, second, fraction] = solid;
  return [year, month, day, hh ?? hour, mm ?? minute, ss ?? second, fraction];
}

function shapeFault(text: string): BadCode {
  if (text === "") return "time_missing";
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return "time_excel_serial";
  return /^\d{1,2}([-/.])\d{1,2}\1\d{2,4}\b/.test(text) ? "time_ambiguous" : "time_malformed";
}

/**
 * `2024-03-01 12:00:00`, `2024/3/1 12:00`, `20240301`, `20240301120000`, `2024-03-01T12:00:00+08:00`, `2024年3月1日
 * 12:00`. A date alone is its midnight. Refuses dates that do not exist and years outside 1900 to 2200.
 */
export function parseTime(text: string, offset: string): Moment | BadCode {
  const parts = partsOf(text);
  if (parts === null) return shapeFault(text);
  const at = (i: number) => Number(parts[i] ?? 0);
  const [year, month, day, hour, minute, second] = [at(0), at(1), at(2), at(3), at(4), at(5)];
  const shown = (parts[7] ?? offset).toUpperCase();
  const east = parseOffset(shown);
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const real = new Date(utc).getUTCDate() === day && month >= 1 && month <= 12 && day >= 1;
  if (east === null || !real || hour > 23 || minute > 59 || second > 59) return "time_impossible";
  if (year < 1900 || year > 2200) return "time_impossible";
  const fraction = parts[6] === undefined ? "" : `.${parts[6]}`;
  const two = (n: number) => n.toString().padStart(2, "0");
  const zone = shown === "Z" ? "Z" : `${shown.slice(0, 3)}:${shown.slice(-2)}`;
  return {
    text: `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${fraction}${zone}`,
    key: utc - east * 60_000 + Number((parts[6] ?? "").padEnd(6, "0")) / 1000,
  };
}
