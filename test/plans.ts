/** The plan most tests stand on: the rates of the preset `local-life` without its minimum (RULES section 7). */

/** 20% take, 2% operator, 2% commissions, the pool the rest; of 1000 yuan: 800, 20, 20, 160. */
export const LOCAL = {
  name: "local-life",
  version: 1,
  take: "20%",
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
    cap: { multiple: "1.2", per: "member" },
  },
} as const;
