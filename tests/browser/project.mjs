// A project on disk, its preview, and tabs that look at it.
// GUIDEPOST names the program.

import { spawn } from "node:child_process";
import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

const PROGRAM = process.env.GUIDEPOST ?? new URL("../../target/debug/guidepost", import.meta.url).pathname;
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const SETTINGS = 'title = "Test"\nbase_url = "https://example.org/"\neditor = "code -g {file}:{line}"\n';

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-background-networking"] });
});
after(() => browser?.close());

/** A project of `files`, the preview of it with `options` of the command, and a tab on `path`. */
export async function start(files, path = "/", { options = [], context: about = {} } = {}) {
  const root = await realpath(await mkdtemp(join(tmpdir(), "preview-")));
  const write = async (name, text) => {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  };
  for (const [name, text] of Object.entries({ "site.toml": SETTINGS, "content/_index.md": page("Home", "Welcome."), ...files })) await write(name, text);
  const serve = async (port) => {
    const process = spawn(PROGRAM, ["--root", root, "serve", "--port", String(port), ...options], { stdio: ["ignore", "pipe", "pipe"] });
    process.stderr.resume();
    const url = await new Promise((found) => process.stdout.on("data", (data) => found(/http:\S+/.exec(data)[0])));
    return { process, url };
  };
  let served = await serve(0);
  const end = (process) => new Promise((done) => { process.on("exit", done); process.kill(); });
  const context = await browser.newContext(about);
  const tab = async (where = path) => {
    const page = await context.newPage();
    page.problems = [];
    page.on("pageerror", (error) => page.problems.push(error));
    // The first build may still be under way: its page says so and follows by itself.
    await page.goto(new URL(where, served.url).href);
    await page.waitForFunction(() => !document.title.startsWith("Not built"));
    await page.evaluate(() => { window.stayed = true; });
    await page.waitForTimeout(300);
    return page;
  };
  return {
    root, write, tab, context,
    page: await tab(),
    at: (where) => new URL(where, served.url).href,
    rename: (from, to) => rename(join(root, from), join(root, to)),
    remove: (name) => rm(join(root, name)),
    async end() {
      await end(served.process);
    },
    async restart() {
      if (served.process.exitCode === null) await end(served.process);
      served = await serve(new URL(served.url).port);
    },
    async stop() {
      await context.close();
      if (served.process.exitCode === null) await end(served.process);
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** A plain page. */
export const page = (title, body, more = "") =>
  `---\ntitle: ${title}\nsummary: A plain page of a small site about careers, made for a test of the preview.\n${more}---\n${body}\n`;

/** A guide. */
export const guide = (title, body, more = "") => page(title, body, `occupation: { name: ${title}, soc: "31-9097" }\nupdated: 2026-11-01\n${more}`);

/** Waits until a tab shows `text`. While it is loaded anew, as after a restart of the server, it has no body. */
export const shows = (tab, text) => tab.waitForFunction((text) => document.body?.innerText.includes(text), text);

/** Whether a tab was never loaded anew. */
export const stayed = (tab) => tab.evaluate(() => window.stayed === true);
