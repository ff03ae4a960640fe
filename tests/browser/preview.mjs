// The preview in a browser, as an author meets it: edits are swapped in, and what the author did on the page stays.
// GUIDEPOST names the program; `node --test preview.mjs`. How fast it is: benches/preview.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const PROGRAM = process.env.GUIDEPOST ?? new URL("../../target/debug/guidepost", import.meta.url).pathname;
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const SETTINGS = 'title = "Test"\nbase_url = "https://example.org/"\neditor = "code -g {file}:{line}"\n';

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-background-networking"] });
});
after(() => browser?.close());

/** A project of `files`, the preview of it, and a tab on `path`. */
async function start(files, path = "/") {
  const root = await realpath(await mkdtemp(join(tmpdir(), "preview-")));
  const write = async (name, text) => {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  };
  for (const [name, text] of Object.entries({ "site.toml": SETTINGS, "content/_index.md": page("Home", "Welcome."), ...files })) await write(name, text);
  const serve = async (port) => {
    const process = spawn(PROGRAM, ["--root", root, "serve", "--port", String(port)], { stdio: ["ignore", "pipe", "pipe"] });
    process.stderr.resume();
    const url = await new Promise((found) => process.stdout.on("data", (data) => found(/http:\S+/.exec(data)[0])));
    return { process, url };
  };
  let served = await serve(0);
  const end = (process) => new Promise((done) => { process.on("exit", done); process.kill(); });
  const context = await browser.newContext();
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
    root, write, tab, context, page: await tab(),
    async restart() {
      await end(served.process);
      served = await serve(new URL(served.url).port);
    },
    async stop() {
      await context.close();
      await end(served.process);
      await rm(root, { recursive: true });
    },
  };
}

const page = (title, body, more = "") => `---\ntitle: ${title}\nsummary: A plain page of a small site about careers, made for a test of the preview.\n${more}---\n${body}\n`;
const template = (main) => `{% extends "base.html" %}\n{% block main %}<h1>{{ page.title }}</h1>\n${main}\n{{ plain.body_html }}\n{% endblock main %}\n`;
const CONTROLS = '<details id="more"><summary>More</summary><p>Hidden.</p></details>\n<input id="typed" name="typed" aria-label="typed">';
const long = (words) => Array.from({ length: 120 }, (_, at) => `Paragraph ${at}.`).join("\n\n") + `\n\n${words}\n\n` + Array.from({ length: 60 }, (_, at) => `Later ${at}.`).join("\n\n");
const shows = (tab, text) => tab.waitForFunction((text) => document.body.innerText.includes(text), text);
const stayed = (tab) => tab.evaluate(() => window.stayed === true);

test("an edit is swapped in, and scroll position, open details, focus and typed text stay", async () => {
  const site = await start({ "templates/plain.html": template(CONTROLS), "content/a.md": page("A", long("Old words.")) }, "/a/");
  try {
    const tab = site.page;
    await tab.click("#more summary");
    await tab.fill("#typed", "half a sentence");
    await tab.evaluate(() => scrollTo(0, 1500));
    const before = await tab.evaluate(() => scrollY);
    await site.write("content/a.md", page("A", long("New words.")));
    await shows(tab, "New words.");
    assert.deepEqual(
      await tab.evaluate(() => [scrollY, document.querySelector("#more").open, document.querySelector("#typed").value, document.activeElement.id]),
      [before, true, "half a sentence", "typed"],
    );
    assert.equal(await stayed(tab), true);
    assert.equal(await tab.evaluate(() => document.body.innerText.includes("Old words.")), false);
    // Paragraphs that come and go above move the text, not the reader's place in it.
    await site.write("content/a.md", page("A new title", `First of all.\n\n${long("Newest words.")}`));
    await shows(tab, "Newest words.");
    assert.equal(await tab.title().then((title) => title.startsWith("A new title")), true);
    assert.equal(await stayed(tab), true);
    assert.deepEqual(tab.problems, []);
  } finally {
    await site.stop();
  }
});

test("any edit gives the page that a fresh load shows", async () => {
  const bodies = [
    "One.\n\nTwo.\n\nThree.",
    "Zero.\n\nOne.\n\nThree.",
    "## Heading\n\nOne *more* time.\n\n- a\n- b\n- c\n\nThree.",
    "## Heading\n\n- c\n- a\n\n| A | B |\n|---|--:|\n| x | 1 |\n| y | 2 |\n| z | 3 |\n\nTable: T {#t}",
    "| A | B |\n|---|--:|\n| z | 3 |\n| y | 20 |\n| w | 4 |\n| x | 1 |\n\nTable: T {#t}\n\n## Heading\n\nText.",
    "Only **this**.",
    "## A\n\n## B\n\nOnly this.\n\n### C\n\n> Quote\n\n1. x\n2. y",
    "## B\n\n## A\n\nOnly that & <this>.\n\n### C",
  ];
  // Without the theme's script, which adds to every page as it is loaded and not to what is swapped in.
  const site = await start({ "static/assets/beacon.js": "\n", "content/a.md": page("A", bodies[0]) }, "/a/");
  try {
    const text = (tab) => tab.evaluate(() => {
      const clean = document.body.cloneNode(true);
      for (const script of clean.querySelectorAll("script")) script.remove();
      return clean.outerHTML;
    });
    let random = 7;
    for (let step = 0; step < 40; step += 1) {
      random = (random * 1103515245 + 12345) % 2147483648;
      await site.write("content/a.md", page(`A ${step}`, `${bodies[random % bodies.length].replaceAll("<this>", "this")}\n\nStep ${step}.`));
      await shows(site.page, `Step ${step}.`);
      const fresh = await site.context.newPage();
      await fresh.goto(site.page.url());
      await fresh.waitForTimeout(50);
      const [now, then] = [await text(site.page), await text(fresh)];
      await fresh.close();
      assert.equal(now, then, `step ${step}`);
    }
    assert.equal(await stayed(site.page), true);
  } finally {
    await site.stop();
  }
});

test("sorted rows do not make an edit land in the wrong row", async () => {
  const table = (pay) => page("A", `| Place | Pay |\n|---|--:|\n| Here | 10 |\n| There | ${pay} |\n| Far | 30 |\n\nTable: T {#t}`);
  const site = await start({ "content/a.md": table(20) }, "/a/");
  try {
    await site.page.click("th >> nth=1 >> button");
    await site.write("content/a.md", table(77));
    await shows(site.page, "77");
    const rows = await site.page.evaluate(() => [...document.querySelectorAll("tbody tr")].map((row) => row.innerText.replace(/\s+/g, " ").trim()).sort());
    assert.deepEqual(rows, ["Far 30", "Here 10", "There 77"]);
  } finally {
    await site.stop();
  }
});

test("a style sheet is replaced without a reload; a page that is not concerned is left alone", async () => {
  const site = await start({ "static/assets/beacon.css": "h1 { color: rgb(1, 2, 3) }\n", "content/a.md": page("A", "a"), "content/b.md": page("B", "b") }, "/a/");
  try {
    const colour = () => getComputedStyle(document.querySelector("h1")).color;
    assert.equal(await site.page.evaluate(colour), "rgb(1, 2, 3)");
    await site.write("static/assets/beacon.css", "h1 { color: rgb(4, 5, 6) }\n");
    await site.page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(4, 5, 6)");
    assert.equal(await stayed(site.page), true);
    const other = await site.tab("/b/");
    await site.page.evaluate(() => {
      window.changes = 0;
      new MutationObserver(() => { window.changes += 1; }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await site.write("content/b.md", page("B", "Other words."));
    await shows(other, "Other words.");
    await site.page.waitForTimeout(300);
    assert.equal(await site.page.evaluate(() => window.changes), 0);
  } finally {
    await site.stop();
  }
});

test("problems lie over the last good page, lead to the editor, can be put aside, and go when they are solved", async () => {
  const site = await start({ "content/a.md": page("A", "Good words.") }, "/a/");
  try {
    const tab = site.page;
    await site.write("content/a.md", page("A", "Bad [link](missing.md) <b>x</b>."));
    const dialog = tab.getByRole("dialog");
    await dialog.waitFor();
    const words = await dialog.innerText();
    assert.match(words, /1 error.*last good page/);
    assert.match(words, /link-to-missing-page/);
    assert.match(words, /content\/a\.md:5:12/);
    assert.match(words, /5 \| Bad \[link\]\(missing\.md\) <b>x<\/b>\./);
    assert.equal(await dialog.getByRole("link").first().getAttribute("href"), `vscode://file${site.root}/content/a.md:5:12`);
    await shows(tab, "Good words.");
    await tab.getByRole("button", { name: "Put aside" }).click();
    await dialog.waitFor({ state: "detached" });
    await tab.getByRole("button", { name: /1 error/ }).click();
    await dialog.waitFor();
    await tab.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await site.write("content/a.md", page("A", "Repaired words."));
    await shows(tab, "Repaired words.");
    await tab.waitForFunction(() => !document.querySelector("guidepost-problems"));
    assert.equal(await stayed(tab), true);
  } finally {
    await site.stop();
  }
});

test("a page that is renamed away shows that it is gone, and a preview that starts anew is found again", async () => {
  const site = await start({ "content/a.md": page("A", "Words.") }, "/a/");
  try {
    await rename(join(site.root, "content/a.md"), join(site.root, "content/b.md"));
    await site.page.waitForFunction(() => document.body.classList.contains("kind-not-found"));
    await rename(join(site.root, "content/b.md"), join(site.root, "content/a.md"));
    await shows(site.page, "Words.");
    await site.restart();
    await site.write("content/a.md", page("A", "After the restart."));
    await shows(site.page, "After the restart.");
  } finally {
    await site.stop();
  }
});

test("several tabs follow, those in the background when they are looked at again", async () => {
  const site = await start({ "content/a.md": page("A", "Words.") }, "/a/");
  try {
    const tabs = [site.page];
    for (let at = 0; at < 4; at += 1) tabs.push(await site.tab());
    await site.write("content/a.md", page("A", "Everywhere."));
    for (const tab of tabs) await shows(tab, "Everywhere.");
  } finally {
    await site.stop();
  }
});
