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

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * `2024-03-01 12:00:00`, `2024/3/1 12:00`, `20240301`, `20240301120000`, `2024-03-01T12:00:00+08:00`,
 * `2024年3月1日 12:00`. A date alone is its midnight. Refuses dates that do not exist and years outside 1900
 * to 2200.
 */
export function parseTime(text: string, offset: string): Moment | BadCode {
  const parts = partsOf(text);
  if (parts === null) return shapeFault(text);
  const [year, month, day] = [Number(parts[0]), Number(parts[1]), Number(parts[2])];
  const [hour, minute, second] = [Number(parts[3] ?? 0), Number(parts[4] ?? 0), Number(parts[5] ?? 0)];
  const shown = parts[7] === undefined ? offset : parts[7].toUpperCase();
  const east = parseOffset(shown);
  if (east === null || year < 1900 || year > 2200 || month < 1 || month > 12) return "time_impossible";
  if (day < 1 || day > daysIn(year, month)) return "time_impossible";
  if (hour > 23 || minute > 59 || second > 59) return "time_impossible";
  const fraction = parts[6];
  const zone = shown === "Z" ? "Z" : `${shown.slice(0, 3)}:${shown.slice(-2)}`;
  const clock = `${two(hour)}:${two(minute)}:${two(second)}${fraction === undefined ? "" : `.${fraction}`}`;
  const micros = fraction === undefined ? 0 : Number(fraction.padEnd(6, "0"));
  return {
    text: `${year}-${two(month)}-${two(day)}T${clock}${zone}`,
    key: Date.UTC(year, month - 1, day, hour, minute, second) - east * 60_000 + micros / 1000,
  };
}
