/** Proofs 证明: the signed figures of a day, for anybody to compare with his own reckoning. */
import { z } from "zod";
import type { Proof } from "#statement";
import { log } from "../frame/deeds.ts";
import { pageOf, pageQuery } from "../frame/paging.ts";
import { WRITE } from "../frame/remember.ts";
import type { Routes } from "../frame/request.ts";
import { Problem } from "../problem.ts";
import { day } from "../schema/money.ts";

const proof = z.record(z.string(), z.unknown()).meta({
  id: "Proof",
  description: "Canonical JSON without `signature` is what is signed (Ed25519) 签名的证明",
});

const shown = (made: Proof): Record<string, unknown> => ({ ...made });

export const proofRoutes: Routes = (app, services) => {
  const { proofs, cell } = services;

  app.get(
    "/v1/proof",
    {
      config: { cache: "public, max-age=60" },
      schema: {
        operationId: "getProof",
        tags: ["public"],
        summary: "The newest proof 最新的证明",
        response: { 200: proof },
      },
    },
    async () => {
      const latest = await proofs.latest(cell);
      if (latest === null) throw new Problem("not_found");
      return shown(latest);
    },
  );

  app.get(
    "/v1/proofs",
    {
      schema: {
        operationId: "listProofs",
        tags: ["books"],
        summary: "Proofs by day, the newest first 历日证明",
        querystring: z.strictObject(pageQuery),
        response: { 200: pageOf(z.object({ day, proof })) },
      },
    },
    async (request) => {
      const { items, next } = await proofs.page(cell, request.query);
      return { items: items.map((one) => ({ day: one.day, proof: shown(one.proof) })), next_cursor: next };
    },
  );

  app.post(
    "/v1/proofs",
    {
      config: WRITE,
      schema: {
        operationId: "makeProof",
        tags: ["books"],
        summary: "Make the proof of today now 立即出具当日证明",
        description: "A later one of the same day takes the place of the earlier. 同一日以最后一份为准。",
        response: { 201: proof },
      },
    },
    async (request, reply) => {
      const made = await proofs.make(cell);
      if (made === null) throw new Problem("not_found");
      const after = { seq: made.seq, head: made.head };
      await log(services, request, { action: "proof.make", target: `cell:${cell}`, after });
      return reply.code(201).send(shown(made));
    },
  );
};
