/** Region agents 区域代理 by division code PPCCDD (RULES section 2, step 4c). */
import type { Agents, Member } from "./book.ts";

/** The codes of a store's levels; null where a level is skipped because it equals the next one up. */
export interface Levels {
  readonly district: string | null;
  readonly city: string | null;
  readonly province: string;
}

/** Levels of a six-digit code: 440106 has all three, 441900 a city and a province, 440000 a province only. */
export function levelsOf(code: string): Levels {
  const province = `${code.slice(0, 2)}0000`;
  const city = `${code.slice(0, 4)}00`;
  return {
    district: code === city ? null : code,
    city: city === province ? null : city,
    province,
  };
}

/** The agents present at the levels of a code. */
export function agentsFor(code: string, agent: (region: string) => Member | undefined): Agents {
  const { district, city, province } = levelsOf(code);
  return {
    district: district === null ? null : (agent(district) ?? null),
    city: city === null ? null : (agent(city) ?? null),
    province: agent(province) ?? null,
  };
}
