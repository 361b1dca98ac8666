import { fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { Deps } from "../../../deps.ts";
import { readStored } from "../../../files.ts";
import { ownProgram } from "../../../own-program.ts";
import { turnsOf } from "../../../values/turns.ts";
import { projectRoot, publicFolder } from "../../../web/folders.ts";
import { findAppearance } from "../../appearance/service.ts";
import type { Workshop } from "./draw.ts";
import type { Paper } from "./paper.ts";
import type { Answer, Order } from "./program.ts";

const LONGEST_MS = 60_000;
/** Batches are drawn one after another, so that memory stays within bounds. */
const turns = turnsOf(1);

/** Draws the papers, in their order, in a process of its own. */
export async function drawPapers(
  deps: Pick<Deps, "db" | "clock" | "config">,
  papers: Paper[],
): Promise<Buffer[]> {
  if (papers.length === 0) return [];
  const workshop = await openWorkshop(deps);
  return turns.take(() => fulfil({ kind: "draw", papers, workshop }));
}

/** One file of several, their pages one after another. */
export async function joinPapers(files: Buffer[]): Promise<Buffer> {
  const [whole] = await turns.take(() => fulfil({ kind: "join", files }));
  return whole as Buffer;
}

async function openWorkshop(deps: Pick<Deps, "db" | "clock" | "config">): Promise<Workshop> {
  const { images } = await findAppearance(deps);
  const picture = (image: { file: string } | undefined) =>
    image ? readStored(deps.config.dataDir, image.file) : null;
  const [regular, bold, emblem, logo, strip] = await Promise.all([
    readFile(FONTS.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf")),
    readFile(FONTS.resolve("@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf")),
    readFile(resolve(publicFolder, "images/eu-emblem.svg"), "utf8"),
    picture(images.logo),
    picture(images.strip),
  ]);
  return { regular, bold, emblem: readEmblem(emblem), logo, strip };
}

const FONTS = createRequire(import.meta.url);

/** Our own picture of the emblem: paths of one colour each. */
function readEmblem(svg: string): Workshop["emblem"] {
  const fields = [...svg.matchAll(/<path fill="(#[0-9a-f]{3})" d="([^"]+)"/g)];
  return {
    fields: fields.map(([, color = "", path = ""]) => ({ color, path })),
    width: Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1] ?? 1),
  };
}

function fulfil(order: Order): Promise<Buffer[]> {
  const { file, loader } = ownProgram("server/features/certificates/drawing/program");
  // It needs nothing of our environment, least of all our keys.
  const child = fork(file, {
    cwd: projectRoot,
    env: {},
    execArgv: ["--max-old-space-size=256", ...loader],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const tooLong = setTimeout(() => child.kill("SIGKILL"), LONGEST_MS);
  return new Promise<Buffer[]>((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) =>
      fail(new Error(`drawing ended with ${code} and without an answer`)),
    );
    child.once("message", (answer: Answer) => {
      if ("failed" in answer) fail(new Error(`drawing failed: ${answer.failed}`));
      else done(answer.files.map((file) => Buffer.from(file)));
    });
    child.send(order, (error) => {
      if (error) fail(error);
    });
  }).finally(() => clearTimeout(tooLong));
}
