/** The door of people 人事: who acts, what they may reach, what they asked and did. */
export * from "./access.ts";
export { isRefused, PEOPLE_REFUSALS, type PeopleRefusal, type PeopleRefusalCode } from "./answer.ts";
export type { AnswerKept } from "./answered.ts";
export {
  APPROVERS,
  type Approval,
  type ApprovalKind,
  type ApprovalState,
  type Decision,
} from "./approvals.ts";
export {
  type AuditRow,
  type AuditVerdict,
  type By,
  byMachine,
  byPrincipal,
  type Deed,
  SYSTEM,
} from "./audit.ts";
export { canonical, type Json } from "./canonical.ts";
export type { SignedIn } from "./codes.ts";
export type { Consent, Text } from "./consents.ts";
export { type From, NOWHERE, type PeopleSettings } from "./ground.ts";
export * from "./identity.ts";
export type { KeyLine, NewKey } from "./keys.ts";
export type { LoginLine } from "./logins.ts";
export { totpCode } from "./password.ts";
export { type Actor, People, type PeopleOptions } from "./people.ts";
export * from "./permissions.ts";
export { PERSONAL_FIELDS, type PersonalField } from "./personal.ts";
export type { Face, NewPerson } from "./persons.ts";
export { storePhone, WEBHOOK_SECRET } from "./rekey.ts";
export * from "./role.ts";
export type { Opened, SessionLine } from "./sessions.ts";
export { type CodeMessage, logSms, type SmsSender } from "./sms.ts";
export type { Enrolled, NewStaff, StaffLine } from "./staff.ts";
export type { Credentials } from "./staffdoor.ts";
export { VaultFault } from "./vault.ts";
