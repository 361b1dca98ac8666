import { createServer, IncomingMessage, type Server, ServerResponse } from "node:http";
import type { Express } from "express";

/**
 * A server whose requests and responses carry Express' methods from birth. Express gives each of them another
 * prototype as it arrives, and finds nothing to do here: V8 makes an object changed so slow, and lets what hangs
 * on it outlive the request, which cost a page of fifty rows a fifth of its time in collecting garbage.
 */
export function httpServer(app: Express): Server {
  class AppRequest extends IncomingMessage {}
  class AppResponse extends ServerResponse {}
  Object.setPrototypeOf(AppRequest.prototype, app.request);
  Object.setPrototypeOf(AppResponse.prototype, app.response);
  app.request = AppRequest.prototype as typeof app.request;
  app.response = AppResponse.prototype as typeof app.response;
  return createServer({ IncomingMessage: AppRequest, ServerResponse: AppResponse }, app);
}
