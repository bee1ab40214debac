/** From a code on a counter to a member locked by it, as a newcomer goes the way with his telephone. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, openTestHouse, type TestHouse } from "./house.ts";
import { inspect } from "./inspect.ts";

describe.skipIf(browserPath === undefined)("arriving by a code", () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  }, 120_000);
  afterAll(() => house?.close());

  test("the counter's own code leads a newcomer to the store, and his sponsor is its owner", async () => {
    const { cast, services } = house;
    const [owner] = cast.owners;
    const counter = await house.visit("/counter/", {
      size: "desktop",
      language: "zh",
      as: owner?.id ?? "",
    });
    const code = await counter.page.locator("p.ws-big").innerText();
    await counter.context.close();

    const visit = await house.visit(`/s/${code}`, { size: "phone", language: "zh" });
    const { page } = visit;
    await page.getByRole("heading", { name: "木棉茶楼" }).waitFor();
    await inspect(visit, "h5-arrive-phone-zh");
    await page.getByRole("link", { name: "进入" }).click();
    const phone = "19900019999";
    await page.getByLabel("手机号").fill(phone);
    await page.getByRole("button", { name: "获取验证码" }).click();
    await page.getByRole("button", { name: /秒后/ }).waitFor();
    await page.getByLabel("验证码").fill(house.codeOf(phone));
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await page.getByRole("heading", { name: "我的积分" }).waitFor();
    const person = await services.people.persons.findByPhone(phone);
    const { rows } = await services.desk.database.query(
      "SELECT sponsor FROM arrival WHERE cell_id = $1 AND member = $2",
      [1n, person?.member ?? ""],
    );
    expect(rows).toEqual([{ sponsor: owner?.member }]);
    await visit.context.close();
  });
});
