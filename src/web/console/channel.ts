/** What the way a purchase was paid is called; a channel of its own name stands by it. */
import { useSay } from "./say.ts";

export function useChannelName(): (channel: string | null) => string {
  const say = useSay();
  return (channel) => {
    if (channel === null) return "—";
    if (channel === "till") return say("purchase.channel.till");
    return channel === "demo" ? say("purchase.channel.demo") : channel;
  };
}
