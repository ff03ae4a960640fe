// Tabs: all of them follow, none asks for more than it needs, and each finds out when its page or the server is gone.
// `node --test tabs.mjs`

import assert from "node:assert/strict";
import { test } from "node:test";
import { guide, page, shows, start, stayed } from "./project.mjs";

test("a page that is renamed away shows that it is gone, and a preview that starts anew is found again", async () => {
  const site = await start({ "content/a.md": page("A", "Words.") }, "/a/");
  try {
    await site.rename("content/a.md", "content/b.md");
    await site.page.waitForFunction(() => document.body.classList.contains("kind-not-found"));
    await site.rename("content/b.md", "content/a.md");
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

test("more windows than a browser opens connections for all follow, and one more can be opened", async () => {
  const site = await start({ "content/a.md": page("A", "Words.") }, "/a/");
  try {
    const tabs = [site.page];
    for (let at = 0; at < 9; at += 1) tabs.push(await site.tab());
    for (const words of ["Everywhere.", "Everywhere again."]) {
      await site.write("content/a.md", page("A", words));
      for (const tab of tabs) await shows(tab, words);
    }
    assert.ok((await Promise.all(tabs.map(stayed))).every(Boolean));
    // They find a server that begins anew, too.
    await site.restart();
    await site.write("content/a.md", page("A", "After the restart."));
    for (const tab of tabs) await shows(tab, "After the restart.");
    for (const tab of tabs) assert.deepEqual(tab.problems, []);
  } finally {
    await site.stop();
  }
});

test("without a worker that tabs can share, each has a channel of its own", async () => {
  const site = await start({ "content/a.md": page("A", "Words.") }, "/a/");
  try {
    await site.context.addInitScript(() => { delete window.SharedWorker; });
    const tabs = [await site.tab(), await site.tab()];
    await site.write("content/a.md", page("A", "Both."));
    for (const tab of tabs) await shows(tab, "Both.");
    assert.ok((await Promise.all(tabs.map(stayed))).every(Boolean));
  } finally {
    await site.stop();
  }
});

test("a page under strict rules of its own follows too", async () => {
  for (const rules of [
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'",
    "default-src 'self'; worker-src 'none'",
    "default-src 'self'; require-trusted-types-for 'script'",
  ]) {
    const base = `<!DOCTYPE html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${rules}"><title>{{ page.title }}</title></head><body>{% block main %}{% endblock main %}</body></html>\n`;
    const plain = '{% extends "base.html" %}{% block main %}<main>{{ plain.body_html }}</main>{% endblock main %}\n';
    const site = await start({ "templates/base.html": base, "templates/plain.html": plain, "content/a.md": page("A", "Words.") }, "/a/");
    try {
      await shows(site.page, "Words.");
      for (const words of ["Other words.", "Still other words."]) {
        await site.write("content/a.md", page("A", words));
        await shows(site.page, words);
      }
      await site.write("content/a.md", page("A", "A [link](missing.md)."));
      await site.page.getByRole("dialog").getByText("this is the last good page").waitFor();
      const box = await site.page.getByRole("dialog").boundingBox();
      assert.ok(box.y + box.height <= 720, "the panel has its style");
    } finally {
      await site.stop();
    }
  }
});

test("a tab whose page is not concerned asks once what is new, and changes nothing", async () => {
  const site = await start({ "content/a.md": page("A", "a"), "content/b.md": page("B", "b") }, "/a/");
  try {
    const other = await site.tab("/b/");
    const asked = [];
    site.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await site.page.evaluate(() => {
      window.changes = 0;
      new MutationObserver(() => { window.changes += 1; }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await site.write("content/b.md", page("B", "Other words."));
    await shows(other, "Other words.");
    await site.page.waitForTimeout(500);
    assert.deepEqual(asked.map((path) => path.replace(/[0-9a-f]{32}/, "TOKEN")), ["/@guidepost/TOKEN/state"]);
    assert.equal(await site.page.evaluate(() => window.changes), 0);
  } finally {
    await site.stop();
  }
});

test("a page that is deleted is gone from the screen, and its new name works", async () => {
  const site = await start({ "content/a.md": page("A", "Words of a."), "content/b.md": page("B", "Words of b.") }, "/a/");
  try {
    const other = await site.tab("/b/");
    await site.remove("content/a.md");
    await site.page.waitForFunction(() => document.body.classList.contains("kind-not-found"));
    await site.rename("content/b.md", "content/c.md");
    await other.waitForFunction(() => document.body.classList.contains("kind-not-found"));
    const renamed = await site.tab("/c/");
    await shows(renamed, "Words of b.");
    assert.equal((await site.page.request.get(site.at("/b/"))).status(), 404);
    // Written again, it is there again.
    await site.write("content/a.md", page("A", "Written anew."));
    await shows(site.page, "Written anew.");
  } finally {
    await site.stop();
  }
});

test("drafts say on the page that they are drafts, where they are shown at all", async () => {
  const files = { "content/a.md": guide("Draft", "Not yet.", "draft: true\n"), "content/b.md": guide("Ready", "Long since.") };
  const site = await start(files, "/a/", { options: ["--drafts", "--as-of", "2026-11-23"] });
  try {
    await site.page.getByText("Draft: this page is shown in previews only.").waitFor();
    assert.equal(await (await site.tab("/b/")).getByText("shown in previews only").count(), 0);
    // As soon as it is none, the mark goes.
    await site.write("content/a.md", guide("Draft", "Now."));
    await shows(site.page, "Now.");
    assert.equal(await site.page.getByText("shown in previews only").count(), 0);
  } finally {
    await site.stop();
  }
  const plain = await start(files, "/b/");
  try {
    assert.equal((await plain.page.request.get(plain.at("/a/"))).status(), 404);
  } finally {
    await plain.stop();
  }
});
