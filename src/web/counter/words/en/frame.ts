/** Words of the counter's frame, English. */
import type { zhFrame } from "../zh/frame.ts";

export const enFrame: Readonly<Record<keyof typeof zhFrame, string>> = {
  "counter.name": "Wellspring counter",
  "counter.store": "Store",
  "counter.noStore":
    "No store belongs to this account, nor is it a clerk's. Ask the owner to add it, or sign in otherwise.",
  "tab.collect": "Collect",
  "tab.flow": "Flow",
  "tab.settle": "Settle",
  "tab.members": "Members",
  "tab.self": "Me",
  "collect.code": "This store's code",
  "collect.hint": "Members scan it to arrive; the first purchase locks them.",
  "collect.print": "Print",
};
