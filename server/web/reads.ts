import { type Request, type RequestHandler, Router } from "express";

/** Asks for a page or a file and brings nothing. */
export function isRead({ method }: Pick<Request, "method">): boolean {
  return method === "GET" || method === "HEAD";
}

/** Steps for requests that bring something; pages, which are most of what is asked for, pass by them. */
export function unlessRead(...steps: RequestHandler[]): RequestHandler {
  const router = Router();
  router.use(...steps);
  return (req, res, next) => (isRead(req) ? next() : router(req, res, next));
}
