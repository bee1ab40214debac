/** The door of people 人事: who acts, and what they may reach. */
export * from "./access.ts";
export * from "./permissions.ts";
export * from "./role.ts";
