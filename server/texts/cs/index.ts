import { access } from "./access.ts";
import { errors } from "./errors.ts";
import { flash } from "./flash.ts";
import { frame } from "./frame.ts";
import { history } from "./history.ts";
import { logEntries } from "./log-entries.ts";
import { mails } from "./mails.ts";
import { projects } from "./projects.ts";

export const cs = { access, errors, flash, frame, history, logEntries, mails, projects };
