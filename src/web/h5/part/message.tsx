/** Messages 消息 in a sentence, and which of them have been seen on this device. */
import type { components } from "#client";
import { showPointsShort, showYuan } from "../../ui/figure.ts";
import { useSay } from "../say.ts";

export type Message = components["schemas"]["Message"];

const storedAs = (member: string) => `wellspring.seen.${member}`;

/** Whether the newest message is another than the one last seen. */
export function isUnread(member: string, newest: string): boolean {
  return localStorage.getItem(storedAs(member)) !== newest;
}

export function markSeen(member: string, newest: string): void {
  localStorage.setItem(storedAs(member), newest);
}

/** Says a message. */
export function useMessageText(): (message: Message) => string {
  const say = useSay();
  return ({ kind, about, store, amount_fen, points, text_zh, text_en }) => {
    const name = say.language === "en" ? (store?.name_en ?? store?.name_zh) : store?.name_zh;
    const text = (say.language === "en" ? text_en : text_zh) ?? "";
    const values = {
      store: name ?? "",
      amount: showYuan(amount_fen ?? 0),
      points: showPointsShort(points ?? "0", 4),
      text,
      about,
    };
    return say(kind === "forced_exit" && about === "dust" ? "message.dust" : `message.${kind}`, values);
  };
}
