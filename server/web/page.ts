import type { NextFunction, Request, Response } from "express";
import type { Config } from "../config.ts";
import type { Assets } from "./assets.ts";
import { type Frame, type PageOptions, presentFrame } from "./frame.ts";
import type { RenderTemplate } from "./templates.ts";
import { utf8 } from "./utf8.ts";

export type PageRenderer = (view: string, model: object, options: PageOptions) => void;

/** Puts `res.locals.page(view, model, options)` at hand: the view inside the frame, sent as HTML. */
export function pages(parts: {
  render: RenderTemplate;
  assets: Assets;
  config: Config;
  authority: () => Promise<Frame["authority"]> | Frame["authority"];
}) {
  // Read before the first page asks for it.
  void parts.authority();
  return async (req: Request, res: Response, next: NextFunction) => {
    const authority = await parts.authority();
    res.locals.page = (view, model, options) => {
      const frame = presentFrame(req, res, { ...parts, authority }, options);
      const body = parts.render(view, { ...model, frame });
      const page = parts.render(options.layout ?? "layout", { frame, body });
      res.setHeader("Content-Type", "text/html; charset=utf-8");
      res.send(utf8(page));
    };
    next();
  };
}
