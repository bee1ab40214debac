/** Every file of routes; a new one is added here, and its routes to the table of permissions (#people). */
import type { Routes } from "../frame/request.ts";
import { cellRoutes } from "./cells.ts";
import { orderRoutes } from "./orders.ts";
import { quoteRoutes } from "./quotes.ts";
import { sessionRoutes } from "./session.ts";

export const ROUTES: readonly Routes[] = [sessionRoutes, orderRoutes, quoteRoutes, cellRoutes];
