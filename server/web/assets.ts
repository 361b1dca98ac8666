import { createHash } from "node:crypto";
import { extname } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { type Request, type Response, Router } from "express";
import { readAssetFiles } from "./asset-files.ts";
import { isRead } from "./reads.ts";

export interface Assets {
  /** Address of an asset by its name, e.g. `css/osnova.css`; throws on a name that does not exist. */
  url: (name: string) => string;
  router: Router;
}

interface Asset {
  url: string;
  type: string;
  bytes: Buffer;
  /** Each compressed once, when first asked for. */
  compressed: Map<Encoding, Promise<Buffer>>;
}

type Encoding = "br" | "gzip";

const PREFIX = "/assets";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const COMPRESSORS: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  // Quality 9: within a fifth of the best size for a thirtieth of its time.
  br: (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(gzip)(bytes),
};

/** Reads every asset once; each address holds a hash of the content, so it may be kept for ever. */
export function loadAssets(): Assets {
  const byName = new Map<string, Asset>();
  for (const [name, bytes] of readAssetFiles()) byName.set(name, prepare(name, bytes, byName));
  const byUrl = new Map([...byName.values()].map((asset) => [asset.url, asset]));
  const router = Router();
  router.use(PREFIX, (req, res) => send(byUrl.get(req.originalUrl), req, res));
  return { url: (name) => find(byName, name).url, router };
}

function prepare(name: string, source: Buffer, known: Map<string, Asset>): Asset {
  const bytes = pointToHashedUrls(name, source, known);
  const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 12);
  const type = TYPES[extname(name)];
  if (!type) throw new Error(`No content type is known for the asset ${name}`);
  return { url: `${PREFIX}/${hash}/${name}`, type, bytes, compressed: new Map() };
}

/** What a stylesheet or a script names by a relative address; it has been prepared before. */
function pointToHashedUrls(name: string, source: Buffer, known: Map<string, Asset>): Buffer {
  if (name === "css/osnova.css") {
    const text = source.toString("utf8");
    return Buffer.from(
      text.replace(/url\("\.\.\/([^"]+)"\)/g, (_, other) => `url("${find(known, other).url}")`),
    );
  }
  if (!name.startsWith("js/")) return source;
  const text = source.toString("utf8");
  return Buffer.from(
    text.replace(/ from "\.\/([^"]+)"/g, (_, other) => ` from "${find(known, `js/${other}`).url}"`),
  );
}

function find(assets: Map<string, Asset>, name: string): Asset {
  const asset = assets.get(name);
  if (!asset) throw new Error(`There is no asset ${name}`);
  return asset;
}

async function send(asset: Asset | undefined, req: Request, res: Response): Promise<void> {
  res.setHeader("X-Content-Type-Options", "nosniff");
  if (!asset || !isRead(req)) {
    res.status(404).type("text/plain").send("Not found\n");
    return;
  }
  const encoding = chooseEncoding(asset, req);
  const body = encoding ? await compress(asset, encoding) : asset.bytes;
  if (encoding) res.setHeader("Content-Encoding", encoding);
  res.setHeader("Vary", "Accept-Encoding");
  res.setHeader("Content-Type", asset.type);
  res.setHeader("Content-Length", body.length);
  res.setHeader("Cache-Control", "public, max-age=31536000, immutable");
  res.end(req.method === "HEAD" ? undefined : body);
}

function chooseEncoding(asset: Asset, req: Request): Encoding | undefined {
  if (asset.type === TYPES[".woff2"]) return undefined;
  if (req.acceptsEncodings("br")) return "br";
  return req.acceptsEncodings("gzip") ? "gzip" : undefined;
}

function compress(asset: Asset, encoding: Encoding): Promise<Buffer> {
  let compressed = asset.compressed.get(encoding);
  if (!compressed) {
    compressed = COMPRESSORS[encoding](asset.bytes);
    asset.compressed.set(encoding, compressed);
  }
  return compressed;
}
