/** Settings 设置 of everyday trade: limits and times, each within its range. */
import { z } from "zod";
import { SETTINGS, type SettingKey, type SettingRow } from "#desk";
import { WRITE } from "../frame/remember.ts";
import { byOf, type Routes } from "../frame/request.ts";
import { done } from "../problem.ts";
import { iso, time } from "../schema/money.ts";

const keys = Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]];

const line = z
  .object({
    key: z.enum(keys),
    value: z.int(),
    standard: z.int().meta({ description: "Where nobody has set it 默认值" }),
    least: z.int(),
    most: z.int(),
    updated_by: z.string().nullable(),
    updated_at: time.nullable(),
  })
  .meta({ id: "Setting" });

const list = z.object({ items: z.array(line) });

export const settingRoutes: Routes = (app, { trade, people, desk, cell }) => {
  app.get(
    "/v1/settings",
    {
      schema: {
        operationId: "listSettings",
        tags: ["admin"],
        summary: "Settings of everyday trade 业务设置",
        response: { 200: list },
      },
    },
    async () => ({ items: (await trade.settings.list(cell)).map(shown) }),
  );

  app.patch(
    "/v1/settings",
    {
      config: WRITE,
      schema: {
        operationId: "changeSettings",
        tags: ["admin"],
        summary: "Change settings, all or none of them 修改设置，全成或全不成",
        body: z
          .strictObject(Object.fromEntries(keys.map((key) => [key, z.int().optional()])))
          .meta({ examples: [{ withdraw_minimum_fen: 1_000 }] }),
        response: { 200: list },
      },
    },
    async (request) => {
      const by = byOf(request);
      const wanted = Object.entries(request.body).filter(([, value]) => value !== undefined);
      const items = await desk.database.transaction(async (tx) => {
        const before = await trade.settings.values(cell, tx);
        for (const [key, value] of wanted) {
          done(await trade.settings.put(cell, key, value, by.who, tx));
          const was = before[key as SettingKey];
          const deed = {
            action: "setting.change",
            target: `setting:${key}`,
            before: was,
            after: value as number,
          };
          await people.audit.append(tx, by, deed);
        }
        return await trade.settings.list(cell, tx);
      });
      return { items: items.map(shown) };
    },
  );
};

function shown(row: SettingRow): z.output<typeof line> {
  const [, least, most] = SETTINGS[row.key];
  const { key, value, standard, updatedBy } = row;
  return { key, value, standard, least, most, updated_by: updatedBy, updated_at: iso(row.updatedAt) };
}
