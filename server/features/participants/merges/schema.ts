import { z } from "zod";
import { id } from "../../../values/fields.ts";

export const mergeSchema = z.object({ kept: id(), merged: id() });
