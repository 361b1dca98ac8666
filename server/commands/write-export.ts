import { fulfil } from "../features/exports/writing/fulfil.ts";
import type { Answer, Order } from "../features/exports/writing/orders.ts";

/**
 * The process in which a file of many rows is written: `exports/writing/service.ts` starts it with little
 * memory and ends it when it takes too long, for others would wait for it in ours.
 */
process.once("message", (order: Order) => {
  fulfil(order)
    .then((file): Answer => ({ file }))
    .catch((error: Error): Answer => ({ failed: error.stack ?? error.message }))
    .then((answer) => process.send?.(answer, () => process.disconnect()));
});
