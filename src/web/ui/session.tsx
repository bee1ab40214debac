/** Who is signed in on this device, signing in and out. One cookie serves every face of this address. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { components } from "#client";
import { client } from "./api/client.ts";
import { forgetAll } from "./api/intention.ts";
import { queries, read } from "./api/read.ts";
import { Loading } from "./state/loading.tsx";
import { ProblemView } from "./state/problemview.tsx";

export type Who = components["schemas"]["Who"];

const session = read(["session"], (signal) => client.GET("/v1/session", { signal }));

/** Begins to ask who it is before anything is shown, where that is the first thing a face needs. */
export function askWho(): void {
  void queries.prefetchQuery(session);
}

/** Who is asking; undefined while that is not known yet. */
export function useWho(): Who | undefined {
  return useQuery(session).data;
}

/** Whether somebody has one of these roles. */
export function hasRole(who: Who, roles: readonly string[]): boolean {
  return who.roles.some((role) => roles.includes(role));
}

/** Stores somebody owns, then those he serves in, each once. */
export function storesOf({ stores }: Who): readonly string[] {
  return [...new Set([...stores.merchant, ...stores.clerk])];
}

interface SignedInProps {
  /** Whether this face is for him. */
  readonly serves: (who: Who) => boolean;
  /** Shown in the page's place, so that the address stays and is shown after signing in. */
  readonly signIn: (who: Who) => ReactNode;
  readonly children: ReactNode;
}

/** Shows the face to whom it serves, and signing in to everybody else; also when a session has run out. */
export function SignedIn({ serves, signIn, children }: SignedInProps) {
  const { data: who, error, refetch } = useQuery(session);
  if (who === undefined) {
    if (error === null) return <Loading />;
    return <ProblemView thrown={error} retry={() => void refetch()} />;
  }
  return serves(who) ? children : signIn(who);
}

/** Sends a code to a phone; tells when the next may be asked for. */
export function sendCode(phone: string) {
  return client.POST("/v1/session/code", { body: { phone } });
}

/**
 * Signs in by phone and code; `referral` is the code he came by. `keep` is done once he is in and before any
 * page is shown to him; that it fails keeps nobody out.
 */
export async function signInMember(
  phone: string,
  code: string,
  referral: string | null,
  keep: () => Promise<void> = async () => {},
): Promise<void> {
  const by = referral === null ? {} : { referral };
  await client.POST("/v1/session/member", { body: { phone, code, carry: "cookie", ...by } });
  await keep().catch(() => {});
  await changed();
}

/** Signs a member of staff in. */
export async function signInStaff(login: string, password: string, totp: string): Promise<void> {
  await client.POST("/v1/session/staff", { body: { login, password, totp, carry: "cookie" } });
  await changed();
}

/** Signs out on this device. */
export async function signOut(): Promise<void> {
  await client.DELETE("/v1/session");
  await changed();
}

/** Nothing of one person stays for the next. */
async function changed(): Promise<void> {
  forgetAll(sessionStorage);
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
  await queries.invalidateQueries({ queryKey: ["session"] });
}

// A session that has run out is found out by the next read: then who is asking is asked again.
queries.getQueryCache().subscribe(({ type, query }) => {
  if (type !== "updated" || query.queryKey[0] === "session") return;
  const { error } = query.state;
  const isOut = error !== null && "kind" in error && error.kind === "signed_out";
  if (isOut && query.state.fetchStatus === "idle") void queries.invalidateQueries({ queryKey: ["session"] });
});
