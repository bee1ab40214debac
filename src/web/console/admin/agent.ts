/** A browser's own words about itself, short enough to be recognised: "Chrome · Windows". */
const BROWSERS = [
  ["MicroMessenger", "WeChat"],
  ["Edg/", "Edge"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;
const SYSTEMS = [
  ["HarmonyOS", "HarmonyOS"],
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
] as const;

const LONGEST = 40;

export function showAgent(agent: string | null): string {
  if (agent === null) return "—";
  const known = (names: readonly (readonly [sign: string, name: string])[]) =>
    names.find(([sign]) => agent.includes(sign))?.[1];
  const parts = [known(BROWSERS), known(SYSTEMS)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(" · ") : agent.slice(0, LONGEST);
}
