import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, test } from "vitest";
import { httpServer } from "../../../server/web/http-server.ts";

test("a request and its answer are Express' from birth, so that nothing is changed about them later", async () => {
  const app = express();
  const seen: unknown[] = [];
  app.get("/", (req, res) => {
    seen.push(Object.getPrototypeOf(req), Object.getPrototypeOf(res));
    res.json({ method: req.method, asksFor: req.get("accept"), isOfTheApp: req.app === app });
  });
  const server = httpServer(app);
  const born: unknown[] = [];
  server.prependListener("request", (req, res) => {
    born.push(Object.getPrototypeOf(req), Object.getPrototypeOf(res));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: "text/html" } });
  expect(await answer.json()).toEqual({ method: "GET", asksFor: "text/html", isOfTheApp: true });
  expect(born).toHaveLength(2);
  expect(seen[0]).toBe(born[0]);
  expect(seen[1]).toBe(born[1]);
  server.close();
  server.closeAllConnections();
});
