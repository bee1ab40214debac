/** All agreements 协议 as they are shown: the operator's name put in, the text whole, its hash. */
import { hash } from "node:crypto";
import { PRIVACY } from "./privacy.ts";
import { REFERRAL } from "./referral.ts";
import type { Agreement } from "./text.ts";
import { USER } from "./user.ts";

const ALL: readonly Agreement[] = [USER, PRIVACY, REFERRAL];

export interface AgreementShown {
  /** Such as "user@1", by which a consent names it. */
  readonly id: string;
  readonly kind: Agreement["id"];
  readonly version: number;
  readonly dated: string;
  readonly title_zh: string;
  readonly title_en: string;
  readonly text_zh: string;
  readonly text_en: string;
  /** SHA-256 of each text. */
  readonly sha256_zh: string;
  readonly sha256_en: string;
}

/** Every agreement of an operator. */
export function agreementsOf(operator: string): AgreementShown[] {
  return ALL.map(({ id, version, dated, title, clauses }) => {
    const text = (language: 0 | 1) =>
      clauses
        .map((clause, i) => `${i + 1}. ${clause[language].replaceAll("{operator}", operator)}`)
        .join("\n");
    const [zh, en] = [text(0), text(1)];
    return {
      ...{ id: `${id}@${version}`, kind: id, version, dated },
      ...{ title_zh: title.zh, title_en: title.en, text_zh: zh, text_en: en },
      sha256_zh: hash("sha256", zh, "hex"),
      sha256_en: hash("sha256", en, "hex"),
    };
  });
}
