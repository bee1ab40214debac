/** What a member is shown before he joins, and that he agreed to it 同意: kept as it was shown. */
import { useQuery } from "@tanstack/react-query";
import { client, type Reply } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { useWords } from "../../ui/language.tsx";
import { agreements, disclosure } from "../reads.ts";

const consents = read(["consents"], (signal) => client.GET("/v1/session/consents", { signal }));

const PURPOSES = { user: "agreement", privacy: "privacy", referral: "referral" } as const;

export interface Shown {
  readonly purpose: "disclosure" | "agreement" | "privacy" | "referral";
  readonly id: string;
  readonly text: string;
}

/** The disclosure of the day and every agreement, in the language they are read in; undefined on the way. */
export function useShown(): readonly Shown[] | undefined {
  const { language } = useWords();
  const facts = useQuery(disclosure).data;
  const texts = useQuery(agreements).data;
  if (facts === undefined || texts === undefined) return undefined;
  const inZh = language === "zh";
  return [
    { purpose: "disclosure", id: facts.text_id, text: inZh ? facts.text_zh : facts.text_en },
    ...texts.items.map(({ id, kind, text_zh, text_en }) => ({
      purpose: PURPOSES[kind],
      id,
      text: inZh ? text_zh : text_en,
    })),
  ];
}

/**
 * What he has not agreed to yet: undefined while that is not known. An agreement is asked for again when it
 * has a new version; of the disclosure, whose figures change daily, that he saw one.
 */
export function useMissing(): readonly Shown[] | undefined {
  const shown = useShown();
  const given = useQuery(consents).data;
  if (given === undefined) return undefined;
  return shown?.filter(({ purpose, id }) => {
    const last = given.items.find((one) => one.purpose === purpose);
    return last?.given !== true || (purpose !== "disclosure" && last.text_id !== id);
  });
}

/** Keeps each of them; asked again with the same key, none is kept twice. */
export async function keepAgreed(shown: readonly Shown[], key: string): Reply<null> {
  const kept = shown.map(({ purpose, id, text }) =>
    client.POST("/v1/session/consents", {
      params: { header: { "Idempotency-Key": `${key}.${purpose}` } },
      body: { purpose, text_id: id, text, given: true },
    }),
  );
  const [first] = await Promise.all(kept);
  return { data: null, response: first?.response ?? new Response() };
}
