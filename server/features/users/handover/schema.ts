import { z } from "zod";
import { optionalId } from "../../../values/fields.ts";
import type { HandoverEntry } from "./rules.ts";

const ROW =
  /^to-((?:milestone|activity|indicator|event|internship|campaign|body|risk|finding|resolution|project)-[1-9]\d{0,8})$/;

/** One person for everything, and a field for each row that somebody else is to take. */
export const handoverSchema = z
  .object({ everything: optionalId() })
  .catchall(z.union([z.string(), z.array(z.string())]))
  .transform(({ everything, ...rows }, context): HandoverEntry => {
    const chosen: Record<string, number> = {};
    for (const [name, value] of Object.entries(rows)) {
      const key = ROW.exec(name)?.[1];
      if (key === undefined || value === "") continue;
      if (typeof value === "string" && /^[1-9]\d{0,8}$/.test(value)) chosen[key] = Number(value);
      else context.addIssue({ code: "custom", path: [name], message: "unknownChoice" });
    }
    return { everything, chosen };
  });
