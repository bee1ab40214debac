/** The demo coalition 演示联盟. */
export {
  type Demo,
  type DemoAgent,
  type DemoOptions,
  type DemoOrder,
  type DemoPerson,
  type DemoStore,
  demoOrders,
} from "./coalition.ts";
export type { SampleRow } from "./trade.ts";
