import type { Express } from "express";
import type { Guard } from "../../server/access/allow.ts";

export interface FoundRoute {
  method: "GET" | "POST" | string;
  path: string;
  /** What its first handler asks for; undefined is an open door. */
  policy: Guard["policy"] | undefined;
}

interface Layer {
  rawPath?: unknown;
  handle: { stack?: Layer[]; name: string };
  route?: { path: string; methods: Record<string, boolean>; stack: { handle: Partial<Guard> }[] };
}

/** Every route of the app, in the order in which a request meets them. */
export function routesOf(app: Express): FoundRoute[] {
  return layersOf(app).flatMap(({ route }) => {
    if (!route) return [];
    const methods = Object.keys(route.methods).filter((method) => route.methods[method]);
    const policy = route.stack[0]?.handle.policy;
    return methods.map((method) => ({ method: method.toUpperCase(), path: route.path, policy }));
  });
}

/** What answers inside a mounted router without being a route, so that no guard stands before it. */
export function unguardedLayersOf(app: Express): string[] {
  return layersOf(app, 1)
    .filter(({ route, handle }) => !route && !handle.stack)
    .map(({ rawPath, handle }) => `${String(rawPath)} ${handle.name}`);
}

function layersOf(app: Express, fromDepth = 0): Layer[] {
  const { stack } = app.router as unknown as { stack: Layer[] };
  const walk = (layers: Layer[], depth: number): Layer[] =>
    layers.flatMap((layer) => [
      ...(depth >= fromDepth ? [layer] : []),
      ...walk(layer.handle.stack ?? [], depth + 1),
    ]);
  return walk(stack, 0);
}
