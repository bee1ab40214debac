/** An account by its name in words, as a link to its rows. */
import { Link } from "react-router";
import { accountWord } from "#wording";
import { useSay } from "../say.ts";

/** "wallet:m-1001" → ["wallet", "m-1001"]; an account the book has once has no owner. */
export function partsOf(account: string): readonly [kind: string, owner: string | null] {
  const at = account.indexOf(":");
  return at < 0 ? [account, null] : [account.slice(0, at), account.slice(at + 1)];
}

export function AccountName({ account }: { readonly account: string }) {
  const { language } = useSay();
  const [kind, owner] = partsOf(account);
  return (
    <Link to={`/books/accounts?account=${encodeURIComponent(account)}`}>
      {accountWord(kind, language)}
      {owner !== null && ` ${owner}`}
    </Link>
  );
}
