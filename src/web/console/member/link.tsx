/** A member in a row of a list, leading to his file for those who may open it. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { hasRole, useWho } from "../../ui/session.tsx";
import { FILES } from "../roles.ts";

interface IdProps {
  readonly id: string;
  /** What stands there instead of the id. */
  readonly children?: ReactNode;
}

/** By the id alone. */
export function MemberId({ id, children = id }: IdProps) {
  const who = useWho();
  if (who === undefined || !hasRole(who, FILES)) return <span title={id}>{children}</span>;
  return (
    <Link to={`/members/${id}`} title={id}>
      {children}
    </Link>
  );
}

interface Named {
  readonly member: string;
  readonly member_name: string | null;
  readonly member_phone: string | null;
}

/** By the masked name and phone. */
export function MemberLink({ of }: { readonly of: Named }) {
  return (
    <>
      <MemberId id={of.member}>{of.member_name ?? of.member}</MemberId>
      {of.member_phone !== null && <span className="ws-soft"> {of.member_phone}</span>}
    </>
  );
}
