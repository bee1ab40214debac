/** Every file of routes; a new one is added here, and its routes to the table of permissions (#people). */
import type { Routes } from "../frame/request.ts";
import { agentRoutes } from "./agents.ts";
import { agreementRoutes } from "./agreements.ts";
import { approvalRoutes } from "./approvals.ts";
import { auditRoutes } from "./audit.ts";
import { balanceRoutes, bookRoutes } from "./books.ts";
import { cellRoutes } from "./cells.ts";
import { demoPayRoutes, noticeRoutes } from "./channels.ts";
import { counterRoutes, payCodeRoutes } from "./counter.ts";
import { disclosureRoutes, priceRoutes } from "./disclosure.ts";
import { commissionRoutes, messageRoutes } from "./earnings.ts";
import { exportFileRoutes, exportRoutes } from "./exports.ts";
import { injectionRoutes } from "./injections.ts";
import { jobRoutes } from "./jobs.ts";
import { keyRoutes } from "./keys.ts";
import { memberRoutes } from "./member.ts";
import { memberActRoutes } from "./memberacts.ts";
import { memberBookRoutes, teamRoutes } from "./memberbook.ts";
import { memberDataRoutes } from "./memberdata.ts";
import { memberFileRoutes } from "./memberfile.ts";
import { membersRoutes } from "./members.ts";
import { consentRoutes, oneselfRoutes } from "./oneself.ts";
import { orderRoutes } from "./orders.ts";
import { overviewRoutes } from "./overview.ts";
import { paymentListRoutes } from "./paymentlist.ts";
import { paymentRoutes } from "./payments.ts";
import { payoutRoutes } from "./payouts.ts";
import { planFactsRoutes } from "./planfacts.ts";
import { planRoutes } from "./plans.ts";
import { planEndRoutes, planWayRoutes } from "./planway.ts";
import { preferenceRoutes } from "./preferences.ts";
import { proofRoutes } from "./proofs.ts";
import { purchaseListRoutes } from "./purchaselist.ts";
import { purchaseRoutes } from "./purchases.ts";
import { quoteRoutes } from "./quotes.ts";
import { redemptionRoutes } from "./redemptions.ts";
import { refundRoutes } from "./refunds.ts";
import { codeRoutes, regionRoutes } from "./regions.ts";
import { ownSessionRoutes, sessionRoutes } from "./session.ts";
import { settingRoutes } from "./settings.ts";
import { shiftRoutes, todayRoutes } from "./shifts.ts";
import { simulationReadRoutes, simulationRoutes } from "./simulations.ts";
import { spreadRoutes } from "./spread.ts";
import { staffRoutes } from "./staff.ts";
import { storeBookRoutes, storePeopleRoutes } from "./storebooks.ts";
import { storeRoutes, storesRoutes } from "./stores.ts";
import { clerkRoutes, storeKeyRoutes } from "./storestaff.ts";
import { termsRoutes } from "./terms.ts";
import { uploadReadRoutes, uploadRoutes } from "./uploads.ts";
import { deliveryRoutes, webhookRoutes } from "./webhooks.ts";
import { withdrawalReadRoutes, withdrawalRoutes } from "./withdrawals.ts";

export const ROUTES: readonly Routes[] = [
  sessionRoutes,
  ownSessionRoutes,
  oneselfRoutes,
  consentRoutes,
  orderRoutes,
  quoteRoutes,
  cellRoutes,
  paymentRoutes,
  counterRoutes,
  payCodeRoutes,
  noticeRoutes,
  demoPayRoutes,
  purchaseRoutes,
  refundRoutes,
  redemptionRoutes,
  withdrawalRoutes,
  withdrawalReadRoutes,
  payoutRoutes,
  injectionRoutes,
  planFactsRoutes,
  uploadRoutes,
  uploadReadRoutes,
  simulationRoutes,
  simulationReadRoutes,
  planRoutes,
  planWayRoutes,
  planEndRoutes,
  bookRoutes,
  balanceRoutes,
  proofRoutes,
  disclosureRoutes,
  priceRoutes,
  termsRoutes,
  agreementRoutes,
  spreadRoutes,
  regionRoutes,
  codeRoutes,
  membersRoutes,
  memberRoutes,
  memberBookRoutes,
  commissionRoutes,
  messageRoutes,
  teamRoutes,
  memberActRoutes,
  memberDataRoutes,
  storesRoutes,
  storeRoutes,
  storeBookRoutes,
  storePeopleRoutes,
  clerkRoutes,
  storeKeyRoutes,
  agentRoutes,
  approvalRoutes,
  staffRoutes,
  keyRoutes,
  auditRoutes,
  webhookRoutes,
  deliveryRoutes,
  jobRoutes,
  settingRoutes,
  overviewRoutes,
  memberFileRoutes,
  purchaseListRoutes,
  todayRoutes,
  shiftRoutes,
  exportRoutes,
  exportFileRoutes,
  preferenceRoutes,
  paymentListRoutes,
];
