/**
 * The stores of the demo coalition, who owns them and who is the agent of which region. The districts are
 * real; names, addresses and people are invented.
 */

/** Somebody of the coalition who is no mere member. */
export interface Partner {
  readonly member: string;
  readonly name: string;
  readonly role: "owner" | "agent";
  /** Who brought this person in; null: nobody. */
  readonly sponsor: string | null;
}

export interface StoreSpec {
  readonly merchant: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly trade_zh: string;
  readonly trade_en: string;
  readonly region: string;
  readonly address_zh: string;
  readonly owner: Partner;
  /** Percent of the store's own contract; null: the plan's. */
  readonly take: string | null;
  readonly goods: boolean;
  /** Days after the coalition's first. */
  readonly opens: number;
  /** Hours of the day. */
  readonly from: number;
  readonly to: number;
  /**
   * What one buys there, in yuan: at least, at most (the one store of an area that takes anything: 9,999).
   */
  readonly least: number;
  readonly most: number;
  /** How much of its area's trade, against the area's other stores. */
  readonly weight: number;
}

export interface AgentSpec {
  readonly region: string;
  readonly partner: Partner;
}

const partner = (
  member: string,
  name: string,
  role: Partner["role"],
  sponsor: string | null = null,
): Partner => ({ member, name, role, sponsor });

/** Agents, those above first: they brought in some of the stores. */
export const AGENTS: readonly AgentSpec[] = [
  { region: "440000", partner: partner("a01", "梁志远", "agent") },
  { region: "440100", partner: partner("a02", "何静仪", "agent", "a01") },
  { region: "440106", partner: partner("a03", "罗家明", "agent", "a02") },
  { region: "441900", partner: partner("a04", "叶淑芬", "agent", "a01") },
];

type Place = Pick<
  StoreSpec,
  "name_zh" | "name_en" | "trade_zh" | "trade_en" | "region" | "address_zh" | "owner"
>;
type Trade = Pick<StoreSpec, "take" | "opens" | "from" | "to" | "least" | "most" | "weight">;

const store = (merchant: string, place: Place, trade: Trade, goods = false): StoreSpec => ({
  merchant,
  ...place,
  ...trade,
  goods,
});

/** Guangzhou 广州. */
const GUANGZHOU: readonly StoreSpec[] = [
  store(
    "s01",
    {
      name_zh: "巷口濑粉店",
      name_en: "Lane Corner Rice Noodles",
      trade_zh: "小吃",
      trade_en: "noodles",
      region: "440103",
      address_zh: "广州市荔湾区宝华路演示巷 12 号",
      owner: partner("o01", "陈少芬", "owner", "a02"),
    },
    { take: null, opens: 0, from: 7, to: 21, least: 3, most: 60, weight: 24 },
  ),
  store(
    "s02",
    {
      name_zh: "青禾面包房",
      name_en: "Green Grain Bakery",
      trade_zh: "烘焙",
      trade_en: "bakery",
      region: "440106",
      address_zh: "广州市天河区体育东路演示里 8 号",
      owner: partner("o02", "黄嘉欣", "owner", "a03"),
    },
    { take: null, opens: 0, from: 8, to: 22, least: 6, most: 90, weight: 20 },
  ),
  store(
    "s03",
    {
      name_zh: "木棉茶楼",
      name_en: "Kapok Tea House",
      trade_zh: "茶楼",
      trade_en: "tea house",
      region: "440104",
      address_zh: "广州市越秀区北京路演示街 66 号",
      owner: partner("o03", "李国强", "owner", "a02"),
    },
    { take: "18%", opens: 0, from: 7, to: 22, least: 30, most: 450, weight: 30 },
  ),
  store(
    "s04",
    {
      name_zh: "一家鲜果",
      name_en: "Yijia Fresh Fruit",
      trade_zh: "水果",
      trade_en: "fruit",
      region: "440105",
      address_zh: "广州市海珠区江南西路演示坊 3 号",
      owner: partner("o04", "张永康", "owner", "o01"),
    },
    { take: "12%", opens: 0, from: 8, to: 22, least: 6, most: 150, weight: 22 },
  ),
  store(
    "s05",
    {
      name_zh: "云山理发",
      name_en: "Cloud Hill Barbers",
      trade_zh: "美发",
      trade_en: "hairdresser",
      region: "440111",
      address_zh: "广州市白云区三元里大道演示路 101 号",
      owner: partner("o05", "谢伟明", "owner", "o03"),
    },
    { take: "25%", opens: 0, from: 10, to: 22, least: 25, most: 260, weight: 12 },
  ),
  store(
    "s06",
    {
      name_zh: "小满母婴",
      name_en: "Xiaoman Mother and Baby",
      trade_zh: "母婴",
      trade_en: "baby goods",
      region: "440106",
      address_zh: "广州市天河区天河路演示广场 2 楼 215",
      owner: partner("o06", "林思敏", "owner", "o02"),
    },
    { take: "15%", opens: 40, from: 10, to: 21, least: 30, most: 600, weight: 14 },
  ),
  store(
    "s07",
    {
      name_zh: "番禺宠物之家",
      name_en: "Panyu Pet Home",
      trade_zh: "宠物",
      trade_en: "pets",
      region: "440113",
      address_zh: "广州市番禺区市桥大北路演示园 9 号",
      owner: partner("o07", "郑晓彤", "owner", "o06"),
    },
    { take: "22%", opens: 75, from: 10, to: 20, least: 25, most: 600, weight: 26 },
  ),
  store(
    "s08",
    {
      name_zh: "联盟自营优选店",
      name_en: "Coalition Select",
      trade_zh: "自营日用",
      trade_en: "own household goods",
      region: "440106",
      address_zh: "广州市天河区黄埔大道西演示中心 1 楼",
      owner: partner("o08", "运营方自营", "owner"),
    },
    { take: null, opens: 0, from: 9, to: 21, least: 1, most: 9_999, weight: 10 },
    true,
  ),
];

/** The cities around, and one of another province. */
const ELSEWHERE: readonly StoreSpec[] = [
  store(
    "s09",
    {
      name_zh: "海风烤鱼",
      name_en: "Sea Breeze Grilled Fish",
      trade_zh: "餐饮",
      trade_en: "restaurant",
      region: "440305",
      address_zh: "深圳市南山区南海大道演示湾 18 号",
      owner: partner("o09", "吴浩然", "owner", "a01"),
    },
    { take: null, opens: 0, from: 11, to: 23, least: 1, most: 9_999, weight: 10 },
  ),
  store(
    "s10",
    {
      name_zh: "莞邑家常菜",
      name_en: "Guanyi Home Cooking",
      trade_zh: "餐饮",
      trade_en: "restaurant",
      region: "441900",
      address_zh: "东莞市南城街道鸿福路演示楼 5 号",
      owner: partner("o10", "曾志豪", "owner", "a04"),
    },
    { take: null, opens: 0, from: 10, to: 22, least: 1, most: 9_999, weight: 10 },
  ),
  store(
    "s11",
    {
      name_zh: "祖庙陶瓷家品",
      name_en: "Zumiao Ceramics and Home",
      trade_zh: "家居",
      trade_en: "homeware",
      region: "440604",
      address_zh: "佛山市禅城区祖庙路演示苑 27 号",
      owner: partner("o11", "冯丽华", "owner", "o03"),
    },
    { take: "16%", opens: 14, from: 9, to: 21, least: 1, most: 9_999, weight: 10 },
  ),
  store(
    "s12",
    {
      name_zh: "石岐便利店",
      name_en: "Shiqi Convenience",
      trade_zh: "便利店",
      trade_en: "convenience store",
      region: "442000",
      address_zh: "中山市石岐街道孙文中路演示口 30 号",
      owner: partner("o12", "邓建华", "owner", "o10"),
    },
    { take: "10%", opens: 30, from: 7, to: 23, least: 1, most: 9_999, weight: 10 },
  ),
  store(
    "s13",
    {
      name_zh: "橘洲书店",
      name_en: "Orange Isle Books",
      trade_zh: "图书",
      trade_en: "books",
      region: "430104",
      address_zh: "长沙市岳麓区麓山南路演示阁 11 号",
      owner: partner("o13", "彭文静", "owner"),
    },
    { take: "20%", opens: 25, from: 9, to: 22, least: 1, most: 9_999, weight: 10 },
  ),
];

export const STORES: readonly StoreSpec[] = [...GUANGZHOU, ...ELSEWHERE];

/** Where members live: stores near enough, and how many of a hundred members. */
export const AREAS: readonly { readonly stores: readonly StoreSpec[]; readonly share: number }[] = [
  { stores: GUANGZHOU, share: 66 },
  ...ELSEWHERE.map((one, i) => ({ stores: [one], share: [10, 8, 7, 5, 4][i] as number })),
];
