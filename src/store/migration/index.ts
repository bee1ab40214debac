/** Every step of the schema in order. A released step is never edited; what it lacks comes in a later one. */

import { migration as book } from "./001-book.ts";
import { migration as people } from "./002-people.ts";
import { migration as trade } from "./003-trade.ts";
import { migration as delivery } from "./004-delivery.ts";
import { migration as proof } from "./005-proof.ts";
import { migration as views } from "./006-views.ts";
import { migration as agency } from "./007-agency.ts";
import { migration as office } from "./008-console.ts";
import { migration as counter } from "./009-counter.ts";
import { migration as earnings } from "./010-earnings.ts";
import { migration as trials } from "./011-trials.ts";
import { migration as texts } from "./012-texts.ts";
import { migration as forgetting } from "./013-forgetting.ts";
import type { Migration } from "./migration.ts";

export const MIGRATIONS: readonly Migration[] = [
  book,
  people,
  trade,
  delivery,
  proof,
  views,
  agency,
  office,
  counter,
  earnings,
  trials,
  texts,
  forgetting,
];
