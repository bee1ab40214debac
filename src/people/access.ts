/** What a principal or a machine may reach on a route, with the rows it may call its own. */
import { permissionFor, scopeFor } from "./permissions.ts";
import type { Machine, Principal, Role } from "./role.ts";

/**
 * The rows within reach; every list is empty where the role that would fill it gives nothing on this route.
 */
export type Access =
  | { readonly reach: "all"; readonly roles: readonly Role[] }
  | {
      readonly reach: "own";
      /** The roles that opened the route: a clerk alone sees his own flow, not his store's settlement. */
      readonly roles: readonly Role[];
      readonly principal: string;
      readonly member: string | null;
      readonly stores: readonly string[];
      /** Division codes; each covers every code that begins with it. */
      readonly regions: readonly string[];
    }
  | { readonly reach: "no" };

const NO: Access = { reach: "no" };

/**
 * The union of what each role of the principal gives; a role never lends its rows to another one's
 * permission.
 */
export function accessOf(principal: Principal, method: string, path: string): Access {
  const reaches = principal.roles.map((role) => [role, permissionFor(method, path, role)] as const);
  const whole = reaches.filter(([, reach]) => reach === "all").map(([role]) => role);
  if (whole.length > 0) return { reach: "all", roles: whole };
  const roles = reaches.filter(([, reach]) => reach === "own").map(([role]) => role);
  if (roles.length === 0) return NO;
  const has = (role: Role): boolean => roles.includes(role);
  const stores = [
    ...(has("merchant") ? principal.stores.merchant : []),
    ...(has("clerk") ? principal.stores.clerk : []),
  ];
  return {
    reach: "own",
    roles,
    principal: principal.id,
    member: has("member") ? principal.member : null,
    stores: [...new Set(stores)],
    regions: has("agent") ? principal.regions : [],
  };
}

/**
 * A key opens what its scopes say: the whole cell; or, bound to a store, the routes on which owners and
 * clerks have rows of their own, so that no till ever reads the books of all.
 */
export function machineAccess(machine: Machine, method: string, path: string): Access {
  const scope = scopeFor(method, path);
  if (scope === "all") return { reach: "all", roles: [] };
  if (scope === "no" || !machine.scopes.includes(scope)) return NO;
  if (machine.store === null) return { reach: "all", roles: [] };
  const ofStores = (["merchant", "clerk"] as const).some(
    (role) => permissionFor(method, path, role) === "own",
  );
  if (!ofStores) return NO;
  const stores = [machine.store];
  return { reach: "own", roles: [], principal: machine.id, member: null, stores, regions: [] };
}

/** Nobody in particular. */
export function publicAccess(method: string, path: string): Access {
  return permissionFor(method, path, "public") === "all" ? { reach: "all", roles: [] } : NO;
}

/**
 * Who is shown phone, name, ID and card in full, in the page of one person; lists are masked for everyone.
 */
const PLAIN_SIGHT: ReadonlySet<Role> = new Set<Role>(["owner", "service", "risk"]);

/**
 * Whether this principal sees one member's personal data unmasked: those who must act on it, and the
 * member.
 */
export function seesPlainly(principal: Principal, member: string): boolean {
  return principal.member === member || principal.roles.some((role) => PLAIN_SIGHT.has(role));
}
