/** Headers: what is recognised, what is asked about, units, and the bills of the payment channels. */
import { describe, expect, test } from "vitest";
import { columnFlag, REFUSED, readSheet, type SheetOptions, type SheetResult } from "#connect/sheet";
import { gbk, utf8 } from "./sheet/bytes.ts";
import { FILE_CODES, met, refusal } from "./sheet/refusals.ts";

const roles = (sheet: SheetResult) =>
  Object.fromEntries(sheet.recognised.map(({ role, header }) => [role, header]));
const fen = (sheet: SheetResult) => sheet.rows.map((row) => `${row.kind} ${row.member} ${row.amount_fen}`);
const read = async (text: string, options?: SheetOptions) => await readSheet(utf8(text), options);

describe("recognised headers", () => {
  test("the Chinese export of a shop", async () => {
    const sheet = await read(
      "订单编号,会员手机号,门店名称,实付金额（元）,支付时间,推荐人,订单状态,备注\n" +
        "A1,'13800000001,青石面馆,¥12.50,2024/3/1 12:00,,交易成功,少辣\n",
    );
    expect(roles(sheet)).toEqual({
      id: "订单编号",
      member: "会员手机号",
      merchant: "门店名称",
      amount: "实付金额（元）",
      at: "支付时间",
      sponsor: "推荐人",
      status: "订单状态",
    });
    expect(sheet.ignored).toEqual(["备注"]);
    expect(sheet.rows[0]).toEqual({
      line: 2,
      id: "A1",
      member: "13800000001",
      merchant: "青石面馆",
      amount_fen: 1250n,
      kind: "purchase",
      at: "2024-03-01T12:00:00+08:00",
      sortKey: Date.parse("2024-03-01T12:00:00+08:00"),
      sortLine: 2,
      sponsor: null,
      original: null,
      originalLine: null,
      cost_fen: null,
      region: null,
    });
  });

  test("the English one, in any case and with any separators", async () => {
    const sheet = await read(
      "Order ID,Customer-ID,Store Name,Total Amount,Created_At,Referrer,Financial Status,Region Code,Cost\n" +
        "#1001,c1,North,12.5,2024-03-01T12:00:00Z,c0,paid,440305,3\n",
    );
    expect(Object.keys(roles(sheet)).sort()).toEqual(
      ["id", "member", "merchant", "amount", "at", "sponsor", "status", "region", "cost"].sort(),
    );
    // An order number may begin with #; only a file that opens with comments has comments.
    expect(sheet.rows[0]).toMatchObject({ id: "#1001", cost_fen: 300n, region: "440305", sponsor: "c0" });
  });

  test("what spreadsheets hang on cells is taken off", async () => {
    const sheet = await read(
      '交易单号,会员卡号,金额\n"=""00123""",\'0456,`5.00\n"00124\t","0457\t"," ¥6.00"\n',
    );
    expect(sheet.rows.map((row) => [row.id, row.member, row.amount_fen])).toEqual([
      ["00123", "0456", 500n],
      ["00124", "0457", 600n],
    ]);
  });

  test("titles, comments and blank lines before the header are no rows", async () => {
    const sheet = await read(
      "青石面馆 三月明细,,\n\n# 导出人,店长,三月\n会员,金额,时间\n甲,5,2024-03-01\n# 完,,\n",
    );
    expect(sheet.rows.map((row) => row.line)).toEqual([5]);
    expect([sheet.bad, sheet.records, sheet.skipped]).toEqual([[], 1, 5]);
  });

  test("a header said again, where files were put together, is no row", async () => {
    const sheet = await read("会员,金额\n甲,5\n\ufeff会员,金额\n乙,6\n");
    expect(fen(sheet)).toEqual(["purchase 甲 500", "purchase 乙 600"]);
    expect([sheet.records, sheet.skipped]).toEqual([2, 2]);
  });

  test("a header without a name at the end needs no cells", async () => {
    const sheet = await read("会员,金额,,\n甲,5,,\n乙,6\n丙\n");
    expect(fen(sheet)).toEqual(["purchase 甲 500", "purchase 乙 600"]);
    expect(sheet.bad.map((row) => [row.line, row.code])).toEqual([[4, "too_few_columns"]]);
  });

  test("no time column: the order of lines, and a note", async () => {
    const sheet = await read("会员,金额\n甲,5\n乙,6\n");
    expect(sheet.rows.map((row) => [row.at, row.sortKey])).toEqual([
      [null, 2],
      [null, 3],
    ]);
    expect(sheet.notes.map((note) => note.code)).toEqual(["no_time_column"]);
  });

  test("masked members are read and noted", async () => {
    const sheet = await read(
      "会员,金额,日期\n138****1234,5,20240301\n乙,6,20240301\n*杨(137****26),6,20240302\n",
    );
    expect(sheet.rows).toHaveLength(3);
    expect(sheet.notes.map(({ code, count, line }) => [code, count, line])).toEqual([
      ["masked_member", 2, 2],
    ]);
    expect(sheet.notes[0]?.sentence.zh).toContain("2 行");
  });
});

describe("columns that are named", () => {
  const TEXT = "单据,会员姓名,会员手机,应收,实付\n1,张三,138,10,8\n";

  test("a mapping says what nothing else does", async () => {
    const sheet = await read(TEXT, { columns: { member: "会员姓名", amount: "实付" } });
    expect(fen(sheet)).toEqual(["purchase 张三 800"]);
    expect(sheet.ignored).toEqual(["单据", "会员手机", "应收"]);
    // Case, blanks and a unit in the header need not be said.
    const loose = await read("Member Name,Net (元)\n甲,5\n", {
      columns: { member: "member_name", amount: "net" },
    });
    expect(fen(loose)).toEqual(["purchase 甲 500"]);
  });

  test("a role can be said to have no column", async () => {
    const text = "会员,金额,类型\n甲,5,堂食\n";
    expect((await read(text)).bad.map((row) => row.code)).toEqual(["unknown_type"]);
    expect(fen(await read(text, { columns: { type: null } }))).toEqual(["purchase 甲 500"]);
  });

  test("rows without a store take the default one", async () => {
    const sheet = await read("会员,门店,金额\n甲,南店,5\n乙,,6\n", { merchant: "总店" });
    expect(sheet.rows.map((row) => row.merchant)).toEqual(["南店", "总店"]);
  });

  test("missing columns are asked for, with the headers there are and the flags to give", async () => {
    const refused = await refusal(utf8("单据,姓名,应收\n1,张三,10\n"));
    expect([refused.code, refused.place]).toEqual(["column_missing", "line 1"]);
    for (const sentence of [refused.zh, refused.en]) {
      expect(sentence).toContain("单据、姓名、应收");
      expect(sentence).toContain("--column member=… --column amount=…");
    }
    expect((await refusal(utf8("会员,应收\n1,10\n"))).en).not.toContain("--column member");
  });

  test("two columns for one role are asked about, all at once", async () => {
    const refused = await refusal(utf8("商户订单号,交易单号,会员,订单金额,实付金额,下单时间\n"));
    expect(refused.code).toBe("column_conflict");
    expect(refused.zh).toContain("id: 商户订单号、交易单号；amount: 订单金额、实付金额");
    expect(refused.en).toContain(`${columnFlag("id", "商户订单号")} ${columnFlag("amount", "订单金额")}`);
    const said = await read("商户订单号,交易单号,会员,订单金额,实付金额\n1,2,甲,10,8\n", {
      columns: { id: "交易单号", amount: "实付金额" },
    });
    expect(said.rows[0]).toMatchObject({ id: "2", amount_fen: 800n });
  });

  test("a mapping to nothing, to one column twice, to one of two alike", async () => {
    const missing = await refusal(utf8(TEXT), { columns: { member: "会员姓名", amount: "实收" } });
    expect([missing.code, missing.zh.includes("“实收”")]).toEqual(["column_not_found", true]);
    const optional = await refusal(utf8("会员,金额\n甲,5\n"), { columns: { sponsor: "推荐" } });
    expect(optional.code).toBe("column_not_found");
    const twice = await refusal(utf8(TEXT), {
      columns: { member: "会员姓名", amount: "实付", sponsor: "会员姓名" },
    });
    expect([twice.code, twice.en.includes("member、sponsor")]).toEqual(["column_twice", true]);
    expect((await refusal(utf8("会员,金额,金额\n甲,5,6\n"))).code).toBe("header_twice");
  });
});

describe("units", () => {
  test.each([
    ["金额(分)", "500"],
    ["金额（分）", "500"],
    ["amount_fen", "500"],
    ["金额/分", "500"],
    ["金额(元)", "5"],
    ["金额【元】", "5"],
    ["amount (CNY)", "5.00"],
    ["金额", "5.00"],
  ])("%s says itself what %s is", async (header, value) => {
    expect(fen(await read(`会员,${header}\n甲,${value}\n`))).toEqual(["purchase 甲 500"]);
  });

  test("the option holds where the header does not say", async () => {
    expect(fen(await read("会员,金额\n甲,500\n", { unit: "fen" }))).toEqual(["purchase 甲 500"]);
    expect(fen(await read("会员,金额(分)\n甲,500\n", { unit: "fen" }))).toEqual(["purchase 甲 500"]);
  });

  test("a header that says otherwise, or says something else, is refused", async () => {
    const said = await refusal(utf8("会员,金额(分)\n甲,500\n"), { unit: "yuan" });
    expect([said.code, said.place]).toEqual(["unit_conflict", "金额(分)"]);
    expect((await refusal(utf8("会员,金额(元)\n甲,5\n"), { unit: "fen" })).code).toBe("unit_conflict");
    for (const header of ["金额(万元)", "amount_cents", "金额($)", "amount (USD)"])
      expect((await refusal(utf8(`会员,${header}\n甲,5\n`))).code).toBe("unit_unknown");
  });

  test("other money columns go by their own header, else by the amount's", async () => {
    const sheet = await read("会员,金额(分),成本,退款金额(元)\n甲,500,300,1.00\n");
    expect(sheet.rows.map((row) => [row.kind, row.amount_fen, row.cost_fen])).toEqual([
      ["purchase", 500n, 300n],
      ["refund", 100n, null],
    ]);
  });
});

const WECHAT =
  "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类," +
  "应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包," +
  "手续费,费率,订单金额,申请退款金额,费率备注";
const wechat = (
  at: string,
  order: string,
  openid: string,
  state: string,
  paid: string,
  refund: string,
  back: string,
) =>
  `\`${at},\`wx01,\`1600000001,\`0,\`,\`42000${order},\`${order},\`${openid},\`JSAPI,\`${state},\`OTHERS,\`CNY,` +
  `\`${paid},\`0.00,\`0,\`${refund},\`${back},\`0.00,\`,\`,\`面,\`,\`0.00000,\`0.60%,\`${paid},\`${back},\``;

describe("bills of the payment channels", () => {
  test("WeChat Pay: backticks, refunds as rows of 0, totals at the end, days put together", async () => {
    const totals =
      "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";
    const day = [
      WECHAT,
      wechat("2024-03-01 12:00:00", "W1", "oA", "SUCCESS", "9.90", "0", "0.00"),
      wechat("2024-03-01 12:05:00", "W2", "oB", "SUCCESS", "20.00", "0", "0.00"),
      wechat("2024-03-01 13:00:00", "W1", "oA", "REFUND", "0.00", "R1", "4.00"),
      wechat("2024-03-01 13:00:00", "W1", "oA", "REFUND", "0.00", "R2", "4.00"),
      totals,
      "`4,`29.90,`8.00,`0.00,`0.00000,`29.90,`8.00",
    ];
    const next = [
      WECHAT,
      wechat("2024-03-02 09:00:00", "W3", "oA", "SUCCESS", "5.00", "0", "0.00"),
      totals,
      "`1",
    ];
    const sheet = await readSheet(utf8(`\ufeff${[...day, ...next].join("\r\n")}\r\n`));
    expect(sheet.bad).toEqual([]);
    expect(
      sheet.rows.map((row) => [row.line, row.kind, row.id, row.original, row.member, row.amount_fen]),
    ).toEqual([
      [2, "purchase", "W1", null, "oA", 990n],
      [3, "purchase", "W2", null, "oB", 2000n],
      [4, "refund", "R1", "W1", "oA", 400n],
      [5, "refund", "R2", "W1", "oA", 400n],
      [9, "purchase", "W3", null, "oA", 500n],
    ]);
    expect(roles(sheet)).toMatchObject({ id: "商户订单号", amount: "应结订单金额", member: "用户标识" });
    expect([sheet.records, sheet.skipped]).toEqual([5, 6]);
  });

  test("Alipay: GBK, comments around, tabs after values, negative refunds", async () => {
    const header =
      "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户," +
      "订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）," +
      "券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注";
    const row = (order: string, type: string, at: string, money: string, batch: string) =>
      `20240301\t,${order}\t,${type}\t,面,${at},${at},\t,\t,\t,\t,*杨(137****2600)\t,${money},${money},` +
      `0.00,0.00,0.00,0.00,0.00,,0.00\t,0.00,${batch}\t,0.00,0.00,`;
    const text = [
      "#支付宝业务明细查询",
      "#账号：[20880000000000000156]",
      "#起始日期：[2024年03月01日 00:00:00]   终止日期：[2024年03月02日 00:00:00]",
      "#-----------------------------------------业务明细列表----------------------------------------",
      header,
      row("P1", "交易", "2024-03-01 10:00:05", "35.80", ""),
      row("P1", "退款", "2024-03-01 11:00:05", "-35.80", "RF1"),
      "#-----------------------------------------业务明细列表结束------------------------------------",
      "#交易合计：1笔，商家实收共35.80元，商家优惠共0.00元",
      "#导出时间：[2024年03月02日 00:00:00]",
    ].join("\r\n");
    const sheet = await readSheet(gbk(text));
    expect(sheet.encoding).toBe("gb18030");
    expect(sheet.bad).toEqual([]);
    expect(sheet.rows.map((one) => [one.line, one.kind, one.id, one.original, one.amount_fen])).toEqual([
      [6, "purchase", "P1", null, 3580n],
      [7, "refund", "RF1", "P1", 3580n],
    ]);
    expect(sheet.notes.map((note) => note.code)).toEqual(["last_line_open", "masked_member"]);
    expect([sheet.records, sheet.skipped]).toEqual([2, 8]);
  });

  test("a payer's own WeChat bill names no member: refused, not guessed", async () => {
    const text =
      "微信支付账单明细,,,,,,,,,,\n微信昵称：[某人],,,,,,,,,,\n,,,,,,,,,,\n" +
      "----------------------微信支付账单明细列表--------------------,,,,,,,,,,\n" +
      "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n" +
      '2024-03-01 12:00:00,二维码收款,某人,"面",收入,¥12.00,零钱,已收钱,"1000\t","/","/"\n';
    const refused = await refusal(utf8(text));
    expect([refused.code, refused.place]).toEqual(["column_missing", "line 5"]);
    expect(refused.zh).toContain("--column member=…");
    const sheet = await readSheet(utf8(text), {
      columns: { member: "交易对方", type: "收/支", id: "交易单号" },
    });
    expect(fen(sheet)).toEqual(["purchase 某人 1200"]);
  });
});

test("every refusal has a case here or in sheet-file.test.ts", () => {
  const here = Object.keys(REFUSED).filter((code) => !(FILE_CODES as readonly string[]).includes(code));
  expect([...met].sort()).toEqual(here.sort());
});
