/** Preferences 偏好 of whoever is signed in: filters, columns, quick settings; the house does not read them. */
import { z } from "zod";
import type { Json } from "#people";
import { self } from "../frame/deeds.ts";
import type { Routes } from "../frame/request.ts";
import { Problem } from "../problem.ts";

const MOST_BYTES = 8 << 10;

const preferences = z
  .record(z.string().min(1).max(60), z.unknown())
  .meta({ id: "Preferences", description: "At most 8 kB of JSON 至多 8 kB", examples: [{ theme: "dark" }] });

export const preferenceRoutes: Routes = (app, { people }) => {
  app.get(
    "/v1/session/preferences",
    {
      schema: {
        operationId: "getPreferences",
        tags: ["session"],
        summary: "One's own preferences 个人偏好",
        response: { 200: preferences },
      },
    },
    async (request) => (await people.preferences.get(self(request).id)) as Record<string, Json>,
  );

  app.put(
    "/v1/session/preferences",
    {
      schema: {
        operationId: "putPreferences",
        tags: ["session"],
        summary: "Put down one's own preferences in place of those before 保存个人偏好",
        body: preferences,
        response: { 200: preferences },
      },
    },
    async (request) => {
      const body = request.body as Record<string, Json>;
      if (Buffer.byteLength(JSON.stringify(body)) > MOST_BYTES) throw new Problem("too_large");
      await people.preferences.put(self(request).id, body);
      return body;
    },
  );
};
