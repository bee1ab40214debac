/**
 * Who may use which route: THE source the server asks, deny by default. docs/PERMISSIONS.md shows the same
 * table and a test holds the two together; what is in no row is open to nobody.
 */
import { isKeyScope, type KeyScope, ROLES, type Role } from "./role.ts";

/** How far a role reaches on a route: every row, its own rows, none. */
export type Reach = "all" | "own" | "no";

export type Permission = {
  readonly method: string;
  readonly path: string;
  readonly reach: Readonly<Record<Role, Reach>>;
  /** The scope a machine key needs; "all" where the route is public. */
  readonly key: KeyScope | "all" | "no";
  readonly public: "all" | "no";
};

/** The headings of the table, in order; docs/PERMISSIONS.md uses the same. */
export const COLUMNS = ["method", "path", ...ROLES, "key", "public"] as const;

/** Columns: owner finance risk service marketing auditor · merchant clerk agent member · key · public. */
const TABLE = `
GET    /healthz                                  all all all all all all  all all all all  all all
GET    /readyz                                   all all all all all all  all all all all  all all
GET    /metrics                                  all all all all all all  all all all all  all all
GET    /openapi.json                             all all all all all all  all all all all  all all
GET    /docs/*                                   all all all all all all  all all all all  all all
GET    /                                        all all all all all all  all all all all  all all
GET    /console/*                               all all all all all all  all all all all  all all
GET    /counter/*                               all all all all all all  all all all all  all all
GET    /h5/*                                    all all all all all all  all all all all  all all
GET    /assets/*                                all all all all all all  all all all all  all all
GET    /house.json                              all all all all all all  all all all all  all all
GET    /s/{code}                                all all all all all all  all all all all  all all
GET    /p/{code}                                all all all all all all  all all all all  all all

POST   /v1/session/code                          all all all all all all  all all all all  all all
POST   /v1/session/member                        all all all all all all  all all all all  all all
POST   /v1/session/staff                         all all all all all all  all all all all  all all
GET    /v1/session                               all all all all all all  all all all all  all all
DELETE /v1/session                               all all all all all all  all all all all  all all
POST   /v1/session/password                      own own own own own own  no no no no      no no
GET    /v1/session/logins                        own own own own own own  own own own own  no no
GET    /v1/session/devices                       own own own own own own  own own own own  no no
DELETE /v1/session/devices                       own own own own own own  own own own own  no no
GET    /v1/session/preferences                   own own own own own own  own own own own  no no
PUT    /v1/session/preferences                   own own own own own own  own own own own  no no
GET    /v1/session/consents                      own own own own own own  own own own own  no no
POST   /v1/session/consents                      own own own own own own  own own own own  no no
GET    /v1/disclosure                            all all all all all all  all all all all  all all
GET    /v1/disclosure/spread                     all all all all all all  all all all all  all all
GET    /v1/agreements                            all all all all all all  all all all all  all all
GET    /v1/terms                                 all all all all all all  all all all all  all all
GET    /v1/price-history                         all all all all all all  all all all all  all all
GET    /v1/proof                                 all all all all all all  all all all all  all all
GET    /v1/codes/{code}                          all all all all all all  all all all all  all all
GET    /v1/regions                               all all all all all all  all all all all  all all
POST   /v1/channels/demo/notify                  all all all all all all  all all all all  all all
POST   /v1/channels/demo/pay                     all all all all all all  all all all all  all all

POST   /v1/orders                                no no no no no no        no no no no      orders:write no
GET    /v1/orders/{id}                           all all all no no all    no no no no      orders:write no
POST   /v1/cells                                 all no no no no no       no no no no      orders:write no
GET    /v1/cells/{cell}/result                   all all all no no all    no no no no      orders:write no

GET    /v1/overview                              all all all all all all  no no no no      no no
GET    /v1/overview/days                         all all all all all all  no no no no      no no
GET    /v1/overview/stores                       all all all all all all  no no no no      no no
GET    /v1/overview/divisions                    all all all all all all  no no no no      no no

GET    /v1/members                               all all all all all all  own no no no     members:read no
POST   /v1/members                               all no no all no no      own own no no    members:write no
GET    /v1/members/{id}                          all all all all no all   own own no own   members:read no
PATCH  /v1/members/{id}                          all no no all no no      no no no own     no no
GET    /v1/members/{id}/balances                 all all all all no all   no no no own     books:read no
GET    /v1/members/{id}/lots                     all all all all no all   no no no own     books:read no
GET    /v1/members/{id}/history                  all all all all no all   no no no own     books:read no
GET    /v1/members/{id}/commissions              all all all all no all   no no no own     books:read no
GET    /v1/members/{id}/standing                 all no all all no all    no no no own     no no
GET    /v1/members/{id}/messages                 all no no all no all     no no no own     no no
GET    /v1/members/{id}/team                     all no all all no all    no no no own     no no
GET    /v1/members/{id}/code                     all no no all all all    no no no own     no no
GET    /v1/members/{id}/pay-code                 no no no no no no        no no no own     no no
GET    /v1/members/{id}/locks                    all no all all no all    no no no own     no no
GET    /v1/members/{id}/devices                  all no all all no all    no no no no      no no
GET    /v1/members/{id}/consents                 all no all all no all    no no no no      no no
POST   /v1/members/{id}/bind                     all no no all no no      no no no own     members:write no
POST   /v1/members/{id}/sponsor-corrections      all no all all no no     no no no no      no no
GET    /v1/members/{id}/export                   all no no all no all     no no no own     no no
DELETE /v1/members/{id}                          all no no all no no      no no no own     no no

GET    /v1/stores                                all all all all all all  own own own no   books:read no
POST   /v1/stores                                all no no all no no      no no no no      no no
GET    /v1/stores/{id}                           all all all all all all  own own own no   books:read no
PATCH  /v1/stores/{id}                           all no no all no no      own no no no     no no
GET    /v1/stores/{id}/history                   all all all all no all   own own no no    books:read no
GET    /v1/stores/{id}/statement                 all all all no no all    own no own no    books:read no
GET    /v1/stores/{id}/today                     all all all all no all   own own no no    books:read no
GET    /v1/stores/{id}/shifts                    all all all all no all   own own no no    no no
POST   /v1/stores/{id}/shifts                    no no no no no no        own own no no    no no
POST   /v1/stores/{id}/shifts/{n}/close          no no no no no no        own own no no    no no
GET    /v1/stores/{id}/members                   all no all all all all   own no no no     members:read no
GET    /v1/stores/{id}/cross-earnings            all all all no no all    own no no no     no no
GET    /v1/stores/{id}/code                      all no no all all all    own own no no    purchases:write no
GET    /v1/stores/{id}/clerks                    all no all all no all    own no no no     no no
POST   /v1/stores/{id}/clerks                    all no no all no no      own no no no     no no
DELETE /v1/stores/{id}/clerks/{clerk}            all no no all no no      own no no no     no no
GET    /v1/stores/{id}/keys                      all no all no no all     own no no no     no no
POST   /v1/stores/{id}/keys                      all no no no no no       own no no no     no no

POST   /v1/quotes                                all all all all no no    own own no own   purchases:write no
POST   /v1/payments                              no no no no no no        own own no own   purchases:write no
GET    /v1/payments                              all all all all no all   own own no own   books:read no
GET    /v1/payments/{id}                         all all all all no all   own own no own   purchases:write no
POST   /v1/payments/requests                     no no no no no no        own own no no    purchases:write no
GET    /v1/payments/requests/{code}              all all all all no all   own own no own   purchases:write no
POST   /v1/payments/requests/{code}/pay          no no no no no no        no no no own     no no
POST   /v1/payments/requests/{code}/cancel       no no no no no no        own own no no    purchases:write no
POST   /v1/payments/{id}/judge                   all all no no no no      no no no no      no no
POST   /v1/payments/{id}/refunded                all all no no no no      no no no no      no no
POST   /v1/payments/{id}/cancel                  all no no all no no      own own no own   purchases:write no
GET    /v1/purchases                             all all all all no all   own own no own   books:read no
GET    /v1/purchase-totals                       all all all all no all   own own no own   books:read no
POST   /v1/purchases                             no no no no no no        own own no no    purchases:write no
GET    /v1/purchases/{id}                        all all all all no all   own own no own   books:read no
GET    /v1/purchases/{id}/receipt                all all all all no all   own no no own    books:read no
POST   /v1/purchases/{id}/refunds                all all no all no no     own own no no    refunds:write no
POST   /v1/redemptions                           no no no no no no        no no no own     no no
GET    /v1/withdrawals                           all all all all no all   no no no own     no no
GET    /v1/withdrawal-totals                     all all all all no all   no no no own     no no
POST   /v1/withdrawals                           no no no no no no        no no no own     no no
GET    /v1/withdrawals/{id}                      all all all all no all   no no no own     no no
POST   /v1/withdrawals/{id}/approve              all all all no no no     no no no no      no no
POST   /v1/withdrawals/{id}/reject               all all all no no no     no no no no      no no
POST   /v1/withdrawals/{id}/pay                  all all no no no no      no no no no      no no
POST   /v1/withdrawals/{id}/destination          all all no no no no      no no no no      no no
POST   /v1/withdrawals/{id}/cancel               no no no no no no        no no no own     no no
GET    /v1/injections                            all all all all all all  no no no no      no no
POST   /v1/injections                            all all no no no no      no no no no      no no
POST   /v1/releases                              all all no no no no      no no no no      no no

GET    /v1/agents                                all all all all all all  no no own no     no no
POST   /v1/agents                                all no no no no no       no no no no      no no
DELETE /v1/agents/{region}                       all no no no no no       no no no no      no no

GET    /v1/plans                                 all all all all all all  no no no no      books:read no
POST   /v1/plans                                 all all no no no no      no no no no      no no
POST   /v1/plans/facts                           all all all no all no    no no no no      no no
GET    /v1/plans/presets                         all all all all all all  no no no no      no no
GET    /v1/plans/{name}/{version}                all all all all all all  no no no no      books:read no
POST   /v1/plans/{name}/{version}/check          all all all no no no     no no no no      no no
POST   /v1/plans/{name}/{version}/sign           all all all no no no     no no no no      no no
POST   /v1/plans/{name}/{version}/withdraw       all all all no no no     no no no no      no no
POST   /v1/plans/{name}/{version}/publish        all no no no no no       no no no no      no no

POST   /v1/uploads                               all all all no all no    no no no no      no no
GET    /v1/uploads                               all own own no own all   no no no no      no no
GET    /v1/uploads/{id}/preview                  all own own no own all   no no no no      no no
POST   /v1/simulations                           all own own no own no    no no no no      no no
GET    /v1/simulations                           all own own no own all   no no no no      no no
GET    /v1/simulations/worlds                    all all all all all all  no no no no      no no
GET    /v1/simulations/{id}                      all own own no own all   no no no no      no no
GET    /v1/simulations/{id}/report               all own own no own all   no no no no      no no

GET    /v1/approvals                             all all all own no all   no no no no      no no
POST   /v1/approvals/{id}/approve                all all all no no no     no no no no      no no
POST   /v1/approvals/{id}/reject                 all all all no no no     no no no no      no no

GET    /v1/journals                              all all all no no all    no no no no      books:read no
GET    /v1/journals/{seq}                        all all all no no all    no no no no      books:read no
GET    /v1/accounts/{account}/history            all all all no no all    no no no no      books:read no
GET    /v1/trial-balance                         all all all no no all    no no no no      books:read no
POST   /v1/proofs                                all all no no no no      no no no no      no no
GET    /v1/proofs                                all all all no no all    no no no no      books:read no

GET    /v1/staff                                 all no no no no all      no no no no      no no
POST   /v1/staff                                 all no no no no no       no no no no      no no
PATCH  /v1/staff/{id}                            all no no no no no       no no no no      no no
GET    /v1/keys                                  all no no no no all      no no no no      no no
POST   /v1/keys                                  all no no no no no       no no no no      no no
DELETE /v1/keys/{id}                             all no no no no no       own no no no     no no
GET    /v1/audit                                 all no all no no all     no no no no      no no
GET    /v1/webhooks                              all no no no no all      no no no no      webhooks:manage no
POST   /v1/webhooks                              all no no no no no       no no no no      webhooks:manage no
PATCH  /v1/webhooks/{id}                         all no no no no no       no no no no      webhooks:manage no
DELETE /v1/webhooks/{id}                         all no no no no no       no no no no      webhooks:manage no
GET    /v1/webhooks/{id}/deliveries              all no no no no all      no no no no      webhooks:manage no
POST   /v1/webhooks/{id}/replay                  all no no no no no       no no no no      webhooks:manage no
POST   /v1/deliveries/{id}/replay                all no no no no no       no no no no      webhooks:manage no
GET    /v1/jobs/{id}                             all own own own own all  no no no no      no no
POST   /v1/jobs/{id}/cancel                      all own own own own no   no no no no      no no

POST   /v1/exports                               all all all all all no   own no no no     no no
GET    /v1/exports                               all own own own own all  own no no no     no no
GET    /v1/exports/{id}                          all own own own own all  own no no no     no no
GET    /v1/exports/{id}/file                     all own own own own all  own no no no     no no
POST   /v1/exports/{id}/cancel                   all own own own own no   own no no no     no no

GET    /v1/texts/{sha256}                        all all all all no all   no no no no      no no
GET    /v1/settings                              all all all all all all  no no no no      no no
PATCH  /v1/settings                              all no no no no no       no no no no      no no
`;

/** Every row in the order of the table. */
export const PERMISSIONS: readonly Permission[] = TABLE.split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => readPermission(line.trim().split(/\s+/)));

const byRoute = new Map(PERMISSIONS.map((row) => [`${row.method} ${row.path}`, row]));
if (byRoute.size !== PERMISSIONS.length) throw new Error("a route stands twice in the permission table");

/** Rows found before: the patterns of a server are few and asked for with every request. */
const found = new Map<string, Permission | undefined>();
const MOST_FOUND = 1_000;

/** The row of a method and a path pattern, in the form `/v1/members/{id}` or `/v1/members/:id`. */
export function permissionOf(method: string, path: string): Permission | undefined {
  const asked = `${method} ${path}`;
  if (found.has(asked)) return found.get(asked);
  const row = rowOf(method, path);
  if (found.size < MOST_FOUND) found.set(asked, row);
  return row;
}

function rowOf(method: string, path: string): Permission | undefined {
  const pattern = path.replace(/:(\w+)/g, "{$1}").replace(/(.)\/$/, "$1");
  const verb = method.toUpperCase() === "HEAD" ? "GET" : method.toUpperCase();
  const exact = byRoute.get(`${verb} ${pattern}`);
  if (exact !== undefined) return exact;
  return PERMISSIONS.find(({ method: of, path: whole }) => {
    const stem = whole.slice(0, -2);
    return whole.endsWith("/*") && of === verb && (pattern === stem || pattern.startsWith(`${stem}/`));
  });
}

/** How far a role (or nobody in particular: "public") reaches; "no" for every route without a row. */
export function permissionFor(method: string, path: string, role: Role | "public"): Reach {
  const row = permissionOf(method, path);
  if (row === undefined) return "no";
  return role === "public" ? row.public : row.reach[role];
}

/** The scope a machine key needs on a route; "no" where no key opens it. */
export function scopeFor(method: string, path: string): KeyScope | "all" | "no" {
  return permissionOf(method, path)?.key ?? "no";
}

/** One row of cells (COLUMNS); throws on anything that is not exactly a permission. */
export function readPermission(cells: readonly string[]): Permission {
  const where = cells.slice(0, 2).join(" ");
  if (cells.length !== COLUMNS.length) throw new Error(`${where}: ${cells.length} cells`);
  const [method = "", path = "", ...rest] = cells;
  if (!/^(GET|POST|PUT|PATCH|DELETE)$/.test(method) || !path.startsWith("/"))
    throw new Error(`${where}: no route`);
  const reach = Object.fromEntries(ROLES.map((role, at) => [role, readReach(where, rest[at])]));
  const key = rest[ROLES.length] ?? "";
  const open = rest[ROLES.length + 1];
  if (key !== "all" && key !== "no" && !isKeyScope(key)) throw new Error(`${where}: no scope "${key}"`);
  if (open !== "all" && open !== "no") throw new Error(`${where}: public is all or no`);
  return { method, path, reach: reach as Record<Role, Reach>, key, public: open };
}

function readReach(where: string, word: string | undefined): Reach {
  if (word === "all" || word === "own" || word === "no") return word;
  throw new Error(`${where}: "${word}" is no reach`);
}
