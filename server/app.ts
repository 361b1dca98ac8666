import cookieParser from "cookie-parser";
import express, { type Express } from "express";
import type { Deps } from "./deps.ts";
import { accountRoutes } from "./features/accounts/routes.ts";
import { activityRoutes } from "./features/activities/routes.ts";
import { agendaRoutes } from "./features/agenda/routes.ts";
import { findAuthority } from "./features/appearance/service.ts";
import { auditEventRoutes } from "./features/audit-events/routes.ts";
import { codeListRoutes } from "./features/code-lists/routes.ts";
import { healthRoutes } from "./features/health/routes.ts";
import { indicatorRoutes } from "./features/indicators/routes.ts";
import { logEntryRoutes } from "./features/log-entries/routes.ts";
import { ledgerRoutes } from "./features/mails/ledger/routes.ts";
import { milestoneRoutes } from "./features/milestones/routes.ts";
import { periodRoutes } from "./features/periods/routes.ts";
import { programmeRuleRoutes } from "./features/programme-rules/routes.ts";
import { projectRoutes } from "./features/projects/routes.ts";
import { unsubscribeRoutes } from "./features/reminders/opt-out/routes.ts";
import { reminderRoutes } from "./features/reminders/routes.ts";
import { searchRoutes } from "./features/searches/routes.ts";
import { standingRoutes } from "./features/standings/routes.ts";
import { timelineRoutes } from "./features/timelines/routes.ts";
import { userRoutes } from "./features/users/routes.ts";
import { loadAssets } from "./web/assets.ts";
import { csrfProtection } from "./web/csrf.ts";
import { errorPages, lastResort } from "./web/error-page.ts";
import { readFlash } from "./web/flash.ts";
import { chooseLanguage } from "./web/language.ts";
import { pages } from "./web/page.ts";
import { rateLimits } from "./web/rate-limits.ts";
import { beginRequest } from "./web/request-frame.ts";
import { securityHeaders } from "./web/security-headers.ts";
import { readSession } from "./web/session.ts";
import { templates } from "./web/templates.ts";

/** The application, top to bottom in the order in which a request meets it. */
export function createApp(deps: Deps): Express {
  const { config } = deps;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", config.trustProxy);
  app.set("query parser", "simple");

  const assets = loadAssets();
  const csrf = csrfProtection(config);
  const render = templates({ keep: config.environment !== "development" || config.isDemo });
  const authority = () => findAuthority(deps);

  app.use(beginRequest(deps));
  app.use(securityHeaders(config));
  app.use(assets.router);
  app.use(healthRoutes(deps));
  app.use(cookieParser());
  app.use(readSession(deps));
  app.use(chooseLanguage(deps));
  app.use(readFlash(config));
  app.use(csrf.token);
  app.use(pages({ render, assets, config, authority }));
  app.use(rateLimits(config));
  app.use(unsubscribeRoutes(deps));
  app.use(express.urlencoded({ extended: false, limit: "200kb", parameterLimit: 500 }));
  app.use(csrf.origin);
  app.use(csrf.check);

  app.use(accountRoutes(deps));
  app.use(projectRoutes(deps));
  app.use(activityRoutes(deps));
  app.use(milestoneRoutes(deps));
  app.use(periodRoutes(deps));
  app.use(timelineRoutes(deps));
  app.use(standingRoutes(deps));
  app.use(agendaRoutes(deps));
  app.use(reminderRoutes(deps));
  app.use(ledgerRoutes(deps));
  app.use(userRoutes(deps));
  app.use(auditEventRoutes(deps));
  app.use(codeListRoutes(deps));
  app.use(programmeRuleRoutes(deps));
  app.use(indicatorRoutes(deps));
  app.use(logEntryRoutes(deps));
  app.use(searchRoutes(deps));

  app.use(lastResort);
  app.use(errorPages(deps));
  return app;
}
