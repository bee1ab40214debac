import { describe, expect, test } from "vitest";
import { exitsOf } from "#store";
import { caseNames, linesOf, listed, planOf, replayed, stage, text } from "./stage.ts";

describe("the worked replays through the desk", () => {
  test.each(caseNames)(
    "%s: same result, same journals, same chain, with the book loaded anew on the way",
    async (name) => {
      const plan = planOf(JSON.parse(text(`${name}.plan.json`)));
      const file = text(`${name}.orders.jsonl`);
      const { desk, database, another, drop, faults } = await stage();
      try {
        await desk.createCell(7n, 1n, name, "orders", plan);
        const lines = linesOf(file);
        const third = Math.ceil(lines.length / 3);
        const answers = await desk.submit(7n, lines.slice(0, third));
        await desk.close();
        const second = another({ mostTogether: 7 });
        answers.push(...(await second.submit(7n, lines.slice(third, 2 * third))));
        await second.giveUp(7n);
        // One by one, each a group of its own.
        for (const line of lines.slice(2 * third)) answers.push(...(await second.submit(7n, [line])));
        const expected = JSON.parse(text(`${name}.result.json`));
        const result = { ...(await second.result(7n)), refused: listed(answers) };
        expect(JSON.parse(JSON.stringify(result))).toEqual(expected);
        const memory = replayed(plan, file);
        const { rows } = await database.query<{ record: string; head: Buffer }>(
          "SELECT record, head FROM journal WHERE cell_id = 7 ORDER BY seq",
        );
        expect(rows.map(({ record }) => record)).toEqual(memory.records);
        expect(rows.at(-1)?.head.toString("hex")).toBe(memory.head.toString("hex"));
        expect((await exitsOf(database, 7n)).length).toBe(expected.exits.length);
        // What was booked is answered as before when it is asked again; what was refused is decided anew.
        const again = await second.submit(7n, lines);
        const booked = (list: typeof answers) =>
          list.flatMap((answer, i) =>
            answers[i]?.status === "booked" ? [{ ...answer, repeated: true }] : [],
          );
        expect(booked(again)).toEqual(booked(answers));
        expect(faults).toEqual([]);
        await second.close();
      } finally {
        await drop();
      }
    },
  );
});
