/** The demo's plan 章程 as data; `plans/demo-coalition.json` is the same, for the commands that take a file. */

export const DEMO_PLAN = {
  name: "demo-coalition",
  version: 1,
  take: "20%",
  min_purchase_fen: 100,
  portions: [
    { to: "operator", rate: "2%" },
    { to: "commissions", rate: "2%" },
    { to: "pool", rest: true },
  ],
  commissions: {
    upline: ["0.3%", "0.2%"],
    recruiter: "0.5%",
    region: { mode: "cumulative", district: "0.1%", city: "0.2%", province: "0.3%" },
    unclaimed: "operator",
  },
  pool: {
    opening_price_fen: 100,
    mint: "70%",
    exit_load: "20%",
    max_step: "50%",
    cap: { multiple: "1.2", per: "member" },
  },
  commission_freeze: "P7D",
} as const;
