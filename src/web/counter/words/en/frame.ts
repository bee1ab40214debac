/** Words of the counter's frame, English. */
import type { zhFrame } from "../zh/frame.ts";

export const enFrame: Readonly<Record<keyof typeof zhFrame, string>> = {
  "counter.name": "Wellspring counter",
  "counter.store": "Store",
  "counter.noStore":
    "No store belongs to this account, nor is it a clerk's. Ask the owner to add it, or sign in otherwise.",
  "counter.back": "Back",
  "counter.member": "Member",
  "counter.more": "Load more",
  "counter.print": "Print",
  "tab.collect": "Collect",
  "tab.flow": "Flow",
  "tab.settle": "Settle",
  "tab.members": "Members",
  "tab.self": "Me",
};
