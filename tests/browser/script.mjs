// What the script adds, in the built sample site: notes that open in place, and finding an occupation by its name; and what is there without it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const GUIDE = "healthcare/health-technician/";
let browser;
let site;

before(async () => {
  site = await serve(process.env.SITE);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"] });
});

after(async () => {
  await browser?.close();
  await site?.close();
});

async function open(options, look, path = GUIDE) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(site.url + path);
    await look(page);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}

test("a note opens where its figure stands, is closed by Escape, and gives the focus back", async () => {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 320, height: 640 }]) {
    await open({ viewport }, async (page) => {
      for (const kind of [".prose .figure-note a", ".prose .footnote-ref a"]) {
        const link = page.locator(kind).first();
        await link.scrollIntoViewIfNeeded();
        await link.focus();
        await page.keyboard.press("Enter");
        const box = page.locator(".note-box");
        await box.waitFor();
        const list = await page.evaluate((hash) => document.querySelector(hash).textContent, await link.evaluate((it) => it.hash));
        assert.ok(list.replace(/\s+/g, " ").includes((await box.locator(":scope > :not(.note-more)").first().innerText()).replace(/\s+/g, " ").slice(0, 20)));
        const [at, room] = [await link.boundingBox(), await box.boundingBox()];
        assert.ok(room.x >= 0 && room.x + room.width <= viewport.width && room.y >= 0 && room.y + room.height <= viewport.height, JSON.stringify(room));
        assert.ok(room.y > at.y + at.height || room.y + room.height < at.y, "it does not cover its figure");
        assert.equal(new URL(page.url()).hash, "");
        await page.keyboard.press("Escape");
        await box.waitFor({ state: "detached" });
        assert.ok(await link.evaluate((it) => it === document.activeElement), "the focus is where it was");
      }
      await page.locator(".prose .figure-note a").first().click();
      await page.locator(".note-more").click();
      assert.match(new URL(page.url()).hash, /^#source-/);
    });
  }
});

test("without scripts a note is a link to the list", async () => {
  await open({ javaScriptEnabled: false }, async (page) => {
    await page.locator(".prose .figure-note a").first().click();
    assert.match(new URL(page.url()).hash, /^#source-/);
    assert.ok(await page.locator(new URL(page.url()).hash).isVisible());
  });
});

test("an occupation is found by its name, from the home page and as one types", async () => {
  await open({}, async (page) => {
    await page.getByLabel("Find an occupation").fill("phleb");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/a-z/?find=phleb");
    const shown = () => page.locator(".index li:visible").allInnerTexts();
    assert.ok((await shown()).length >= 1 && (await shown()).every((text) => /phleb/i.test(text)), await shown());
    assert.equal(await page.locator(".index section:visible").count(), await page.locator(".letters li:visible").count());
    const field = page.getByLabel("Find an occupation");
    await field.fill("");
    assert.ok((await shown()).length > 20);
    await field.fill("Assistant medical");
    assert.ok((await shown()).some((text) => text.includes("Medical Assistant") || text.includes("Medical assistant")), await shown());
    await field.fill("no such work");
    assert.deepEqual(await shown(), []);
    assert.ok(await page.locator("p.none").getByText("No occupation here is called so.").isVisible());
    await field.fill("phlebotomist");
    assert.equal(await page.locator("p.none").isVisible(), false);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/phlebotomist/");
  }, "");
});

test("without scripts the finder of the home page leads to the whole list", async () => {
  await open({ javaScriptEnabled: false }, async (page) => {
    await page.getByLabel("Find an occupation").fill("phleb");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/a-z/?find=phleb");
    assert.ok((await page.locator(".index li:visible").count()) > 20);
    assert.equal(await page.locator(".finder:visible").count(), 0);
  }, "");
});

test("readers choose light or dark, before anything is drawn on the next page, and give the choice back to their device", async () => {
  const shown = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  for (const [colorScheme, device, other] of [["light", "rgb(252, 251, 248)", "rgb(23, 24, 23)"], ["dark", "rgb(23, 24, 23)", "rgb(252, 251, 248)"]]) {
    await open({ colorScheme }, async (page) => {
      const button = page.getByRole("button", { name: "Dark colours" });
      assert.equal(await shown(page), device);
      assert.equal(await button.getAttribute("aria-pressed"), String(colorScheme === "dark"));
      await button.click();
      assert.equal(await shown(page), other);
      assert.equal(await button.getAttribute("aria-pressed"), String(colorScheme !== "dark"));
      // The first frame of the next page is in the chosen scheme. Until the style sheet is there nothing is drawn, so no frame is asked for before the body is.
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (!document.body) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            window.first = getComputedStyle(document.documentElement).colorScheme;
          });
        }).observe(document, { childList: true, subtree: true });
      });
      await page.goto(site.url);
      await page.waitForFunction(() => window.first);
      assert.equal(await page.evaluate(() => window.first), colorScheme === "dark" ? "light" : "dark");
      assert.equal(await shown(page), other);
      await button.click();
      assert.equal(await shown(page), device);
      assert.equal(await page.evaluate(() => localStorage.scheme), "");
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "light");
    });
  }
  await open({ javaScriptEnabled: false }, async (page) => assert.equal(await page.locator(".scheme").isVisible(), false));
});
