/** Whom money is sent to by hand 收款人: name and card in full, few times an hour, each written down. */
import { type PeopleRefusal, refuse } from "./answer.ts";
import type { Audit, By, Deed } from "./audit.ts";
import type { Ground } from "./ground.ts";
import { exceeded, type Limit } from "./limit.ts";

export interface Payee {
  readonly name: string;
  readonly card: string;
}

/** What one officer may look at. */
const OFTEN: readonly Limit[] = [
  { most: 60, seconds: 3_600 },
  { most: 300, seconds: 86_400 },
];

type Row = { readonly field: "real_name" | "bank_card"; readonly cipher: Buffer; readonly hint: string };

/**
 * The payee of a deed; undefined, and nothing opened, where what is on file is no longer what `hint` shows:
 * "name card", both masked. Refuses too_often.
 */
export async function readPayee(
  ground: Ground,
  audit: Audit,
  by: By,
  { person, hint, deed }: { readonly person: string; readonly hint: string; readonly deed: Deed },
): Promise<Payee | undefined | PeopleRefusal> {
  const again = await exceeded(ground, `payee/${by.who}`, OFTEN);
  if (again !== null) return { ...refuse("too_often", again), field: "id" };
  return await ground.database.transaction(async (tx) => {
    const { rows } = await tx.query<Row>(
      `SELECT field, cipher, hint FROM personal
        WHERE cell_id = $1 AND principal_id = $2 AND field IN ('real_name', 'bank_card')`,
      [ground.cell, person],
    );
    const of = (field: Row["field"]) => rows.find((row) => row.field === field);
    const [name, card] = [of("real_name"), of("bank_card")];
    if (name === undefined || card === undefined || `${name.hint} ${card.hint}` !== hint) return undefined;
    const open = ({ field, cipher }: Row) => ground.vault.open(ground.place(person, field), cipher);
    await audit.append(tx, by, deed);
    return { name: open(name), card: open(card) };
  });
}
