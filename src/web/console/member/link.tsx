/** A member in a row of a list: the masked name and phone, leading to all that is known of him. */
import { Link } from "react-router";

interface Named {
  readonly member: string;
  readonly member_name: string | null;
  readonly member_phone: string | null;
}

export function MemberLink({ of }: { readonly of: Named }) {
  return (
    <>
      <Link to={`/members/${of.member}`} title={of.member}>
        {of.member_name ?? of.member}
      </Link>
      {of.member_phone !== null && <span className="ws-soft"> {of.member_phone}</span>}
    </>
  );
}
