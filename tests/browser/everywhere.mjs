// Every page of every site, on a phone: axe finds nothing, nothing is wider than the screen, and the console stays empty.
// SITES names folders of built sites, one a line. The pages of the sample site are looked at from more sides in `checks.mjs`.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { violations } from "./axe.mjs";
import { each } from "./each.mjs";
import { serve } from "./server.mjs";

const SITES = (process.env.SITES ?? process.env.SITE ?? "").split("\n").filter(Boolean);

/** The paths of the pages below `folder`, but for those that only lead on to another. */
async function pagesOf(folder) {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".html"));
  const leads = async (file) => (await readFile(join(folder, file), "utf8")).includes('http-equiv="refresh"');
  const kept = await Promise.all(files.sort().map(async (file) => ((await leads(file)) ? [] : [relative(folder, join(folder, file)).replace(/(^|\/)index\.html$/, "$1")])));
  return kept.flat();
}

test("nothing is violated, too wide or complained of on any page of any site", async (t) => {
  assert.ok(SITES.length > 0, "SITES names no site");
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"] });
  t.after(() => browser.close());
  const all = [];
  for (const folder of SITES) {
    // Pages that stand for missing ones name their files from the root of the host.
    const home = (await readFile(join(folder, "index.html"), "utf8")).match(/<link rel="canonical" href="([^"]*)"/);
    const site = await serve(folder, home ? new URL(home[1]).pathname : undefined);
    const pages = await pagesOf(folder);
    assert.ok(pages.length > 0, `${folder} has no page`);
    const found = await each(pages, async (path) => {
      const context = await browser.newContext({ viewport: { width: 320, height: 740 }, bypassCSP: true, reducedMotion: "reduce" });
      try {
        const page = await context.newPage();
        const said = [];
        // A theme without an icon lets the browser ask for one.
        const isOfIcon = (message) => message.location().url.endsWith("/favicon.ico");
        page.on("console", (message) => message.type() !== "log" && !isOfIcon(message) && said.push(`console: ${message.text()}`));
        page.on("pageerror", (error) => said.push(`script: ${error.message}`));
        await page.goto(site.url + path, { waitUntil: "load" });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 320) said.push(`${width} pixels wide on 320`);
        said.push(...(await violations(page)));
        return said.map((fault) => `${basename(folder)}/${path}: ${fault}`);
      } finally {
        await context.close();
      }
    });
    await site.close();
    all.push(...found.flat());
    t.diagnostic(`${basename(folder)}: ${pages.length} pages`);
  }
  assert.deepEqual(all, []);
});
