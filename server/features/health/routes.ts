import { Router } from "express";
import { newestVersion, schemaVersion } from "../../../db/migrate.ts";
import { allowAnyone } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { hasRoom } from "../../files.ts";
import { lifecycle } from "../../lifecycle.ts";
import { paths } from "../../paths.ts";

/**
 * `/healthz` says that the process lives; `/readyz` that it can serve: database there, schema of this
 * version, room left on the disk. Why it is not ready is no business of a stranger.
 */
export function healthRoutes({ db, config }: Pick<Deps, "db" | "config">): Router {
  const router = Router();
  router.get(paths.health(), allowAnyone(), (_req, res) => {
    res.type("text").send("ok");
  });
  router.get(paths.ready(), allowAnyone(), async (_req, res) => {
    const isReady = !lifecycle.isStopping && (await hasOurSchema(db)) && (await hasRoom(config));
    res
      .status(isReady ? 200 : 503)
      .type("text")
      .send(isReady ? "ready" : "not ready");
  });
  return router;
}

async function hasOurSchema(db: Deps["db"]): Promise<boolean> {
  try {
    return (await schemaVersion(db)) === newestVersion();
  } catch {
    return false;
  }
}
