import type { Request } from "express";
import { ipKeyGenerator } from "express-rate-limit";

/** By which tries are counted: the whole address, of IPv6 the /64 that one customer has. */
export function addressKey(req: Request): string {
  return ipKeyGenerator(req.ip ?? "", 64);
}

/** Enough of the address to recognise one's own session by, not enough to follow a person. */
export function shortAddress(req: Request): string | null {
  const address = req.ip;
  if (!address) return null;
  return address.includes(":") && !address.includes(".")
    ? `${address.split(":").slice(0, 4).join(":")}::`
    : address.replace(/^::ffff:/, "").replace(/\.\d+$/, ".x");
}
