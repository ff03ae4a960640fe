// The program that is measured, as an author starts it: `guidepost serve`.

import { spawn } from "node:child_process";
import { Agent, get } from "node:http";
import { createInterface } from "node:readline";

/** Serves the project at `root`; comes back when its first build is done. */
export async function serve(program, root) {
  const child = spawn(program, ["--root", root, "serve", "--port", "0", "--as-of", "2026-11-23"], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((done) => child.once("exit", done));
  const failed = new Promise((_, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => fail(new Error(`${program} ended with ${code}`)));
  });
  failed.catch(() => {});
  const waiting = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    // Such as `content/a.md changed: 1 of 90 published files differ, 12 ms`.
    const millis = /published files.*, (\d+) ms\b/.exec(line)?.[1];
    if (millis) for (const tell of waiting.splice(0)) tell(Number(millis));
  });
  /** The milliseconds of the next build that changes anything, as the program tells them. */
  const nextBuild = () => Promise.race([new Promise((tell) => waiting.push(tell)), failed]);
  const first = nextBuild();
  const lines = createInterface({ input: child.stdout });
  const url = await Promise.race([failed, new Promise((found) => lines.on("line", (line) => found(/http:\S+/.exec(line)?.[0])))]);
  await first;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    url,
    nextBuild,
    /** The text of a page. */
    get: (address) =>
      new Promise((done, fail) => {
        get(new URL(address, url), { agent }, (reply) => {
          const parts = [];
          reply.on("data", (part) => parts.push(part)).on("end", () => done(Buffer.concat(parts).toString()));
        }).on("error", fail);
      }),
    async stop() {
      agent.destroy();
      child.kill();
      await ended;
    },
  };
}
