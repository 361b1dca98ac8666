import type { Texts } from "../index.ts";
import { access } from "./access.ts";
import { errors } from "./errors.ts";
import { flash } from "./flash.ts";
import { frame } from "./frame.ts";
import { history } from "./history.ts";
import { logEntries } from "./log-entries.ts";
import { mails } from "./mails.ts";
import { projects } from "./projects.ts";

export const en: Texts = { access, errors, flash, frame, history, logEntries, mails, projects };
