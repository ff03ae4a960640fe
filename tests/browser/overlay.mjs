// The problems of a project on the page that its author looks at: all of them, with a way to each, never in the way for long.
// `node --test overlay.mjs`

import assert from "node:assert/strict";
import { test } from "node:test";
import { guide, page, shows, start, stayed } from "./project.mjs";

const FORM = '{% extends "base.html" %}{% block main %}<input id="typed" aria-label="typed">{{ plain.body_html }}{% endblock main %}\n';

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


test("all problems are listed, each at its place, and Escape puts them aside wherever the author is", async () => {
  const site = await start({ "content/a.md": page("A", "Good words."), "templates/plain.html": FORM }, "/a/");
  try {
    const tab = site.page;
    await tab.fill("#typed", "half a sentence");
    for (const name of ["b", "c", "d"]) await site.write(`content/${name}.md`, page(name.toUpperCase(), "First.\n\nSee [this](missing.md)."));
    const dialog = tab.getByRole("dialog");
    await dialog.getByText("3 errors: this is the last good page").waitFor();
    const places = await dialog.getByRole("link").allInnerTexts();
    assert.deepEqual(places, ["content/b.md:7:12", "content/c.md:7:12", "content/d.md:7:12"]);
    assert.deepEqual(await dialog.locator("mark").allInnerTexts(), ["missing.md", "missing.md", "missing.md"]);
    // The author goes on typing; the list does not take the keyboard away.
    await tab.keyboard.type(" more");
    await tab.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.deepEqual(await tab.evaluate(() => [document.activeElement.id, document.activeElement.value]), ["typed", "half a sentence more"]);
    // Put aside, it stays aside until the problems are others.
    await tab.getByRole("button", { name: "3 errors" }).waitFor();
    await site.write("content/d.md", page("D", "Fine."));
    await dialog.getByText("2 errors: this is the last good page").waitFor();
    for (const name of ["b", "c"]) await site.write(`content/${name}.md`, page(name.toUpperCase(), "Fine."));
    await tab.waitForFunction(() => !document.querySelector("guidepost-problems"));
    assert.deepEqual(tab.problems, []);
  } finally {
    await site.stop();
  }
});

test("warnings alone wait as a mark in the corner, with their list", async () => {
  const site = await start({ "content/a.md": page("A", "Words.") }, "/a/");
  try {
    const tab = site.page;
    await site.write("content/a.md", page("A", "Other words.\n\n## One\n\n#### Three"));
    await shows(tab, "Other words.");
    const badge = tab.getByRole("button", { name: /^\d+ warning/ });
    await badge.waitFor();
    assert.equal(await tab.getByRole("dialog").count(), 0);
    await badge.click();
    const dialog = tab.getByRole("dialog");
    assert.match(await dialog.innerText(), /content\/a\.md:9:/);
    assert.doesNotMatch(await dialog.innerText(), /last good page/);
    await tab.keyboard.press("Escape");
    await badge.waitFor();
    await site.write("content/a.md", page("A", "Mended words."));
    await shows(tab, "Mended words.");
    await tab.waitForFunction(() => !document.querySelector("guidepost-problems"));
  } finally {
    await site.stop();
  }
});

test("the list goes with the last error though a warning stays, and the same mistake brings it back", async () => {
  const warned = page("W", "Words.\n\n## One\n\n#### Three");
  const site = await start({ "content/a.md": page("A", "Words."), "content/w.md": warned }, "/a/");
  try {
    const tab = site.page;
    const badge = tab.getByRole("button", { name: /^\d+ warning/ });
    await badge.waitFor();
    for (const words of ["Well.", "Well again."]) {
      await site.write("content/a.md", page("A", "[there](missing.md)"));
      const dialog = tab.getByRole("dialog");
      await dialog.getByText("1 error").first().waitFor();
      // Put aside, it is this error that is put aside.
      await tab.keyboard.press("Escape");
      await tab.getByRole("button", { name: /^1 error/ }).waitFor();
      await site.write("content/a.md", page("A", words));
      await shows(tab, words);
      await badge.waitFor();
      assert.equal(await dialog.count(), 0);
    }
    // Open when the error goes, it goes too.
    await site.write("content/a.md", page("A", "[there](missing.md)"));
    await tab.getByRole("dialog").getByText("1 error").first().waitFor();
    await site.write("content/a.md", page("A", "Well at last."));
    await badge.waitFor();
    assert.equal(await tab.getByRole("dialog").count(), 0);
  } finally {
    await site.stop();
  }
});

test("a project that is broken from the start shows why, and then itself", async () => {
  const site = await start({ "content/a.md": page("A", "Words.") }, "/a/");
  try {
    await site.end();
    await site.write("content/a.md", "no front matter\n");
    await site.restart();
    const tab = site.page;
    const dialog = tab.getByRole("dialog");
    await dialog.getByText("1 error").first().waitFor();
    assert.doesNotMatch(await dialog.innerText(), /last good page/);
    await shows(tab, "There is nothing to show yet");
    await site.write("content/a.md", page("A", "Well."));
    await shows(tab, "Well.");
    // The project goes and comes.
    await site.rename("content", "c");
    await dialog.getByText("holds no pages").waitFor();
    await shows(tab, "Well.");
    await site.rename("c", "content");
    await tab.waitForFunction(() => !document.querySelector("guidepost-problems"));
  } finally {
    await site.stop();
  }
});

test("the panel neither moves the page nor loses the place in a long line", async () => {
  const words = "Words that fill a paragraph which was written as one line. ".repeat(20);
  const text = `${"A paragraph.\n\n".repeat(60)}${words}[link](missing.md) ${words}`;
  const site = await start({ "content/a.md": page("A", "A paragraph.\n\n".repeat(60)) }, "/a/");
  try {
    const tab = site.page;
    await tab.evaluate(() => scrollTo({ top: 400, behavior: "instant" }));
    await site.write("content/a.md", page("A", text));
    const dialog = tab.getByRole("dialog");
    await dialog.waitFor();
    assert.equal(await dialog.locator("mark").innerText(), "missing.md");
    assert.match(await dialog.locator("pre").innerText(), /^125 \| ….{100}missing\.md.{190}$/);
    // Not by the methods of the test tool, which scroll by themselves.
    for (const round of [1, 2, 3]) {
      for (const kind of [".close", ".badge"]) {
        await tab.evaluate((kind) => document.querySelector("guidepost-problems").shadowRoot.querySelector(kind).click(), kind);
        await tab.waitForTimeout(100);
        assert.equal(await tab.evaluate(() => scrollY), 400, `${kind} ${round}`);
      }
    }
    await tab.evaluate(() => document.querySelector("guidepost-problems").shadowRoot.querySelector(".close").focus());
    await tab.keyboard.press("Escape");
    await tab.waitForTimeout(100);
    assert.deepEqual(await tab.evaluate(() => [scrollY, document.querySelector("guidepost-problems").shadowRoot.activeElement.className]), [400, "badge error"]);
  } finally {
    await site.stop();
  }
});

test("figures that are too old or have no source are marked in the page, as long as they are", async () => {
  const sources = (more) => `survey: { publisher: The Office, title: Wages${more} }\n`;
  const pay = (asOf, source) => `facts:\n  pay: { measure: pay, value: 40000, as_of: ${asOf}${source} }\n`;
  const text = (asOf, source = ", source: survey") => guide("Aide", "Half earn more than [$40,000](fact:pay).", pay(asOf, source));
  const settings = 'title = "Test"\nbase_url = "https://example.org/"\n[checks]\nfigure-unsourced = "warning"\n';
  const files = { "site.toml": settings, "content/_data/sources.yaml": sources(""), "content/aide.md": text("2020-05") };
  const site = await start(files, "/aide/", { options: ["--as-of", "2026-11-01"] });
  try {
    const tab = site.page;
    const marks = () => tab.evaluate(() => [...document.querySelectorAll("main [data-guidepost-mark]")].map((one) => one.dataset.guidepostMark));
    const marked = (words) => tab.waitForFunction((words) => [...document.querySelectorAll("main p [data-guidepost-mark]")].every((one) => one.dataset.guidepostMark === words) && document.querySelector("main p [data-guidepost-mark]"), words);
    await marked("over 18 months old");
    // In the text, in the panel, and at the note itself.
    assert.ok((await marks()).length >= 4);
    const badge = await tab.evaluate(() => getComputedStyle(document.querySelector("main p .figure-note"), "::after").content);
    assert.match(badge, /over 18 months old/);
    assert.ok(!(await tab.evaluate(async () => (await (await fetch(location.href)).text()).includes("months old"))));
    await site.write("content/_data/sources.yaml", sources(", stale_after: P120M"));
    await tab.waitForFunction(() => !document.querySelector("[data-guidepost-mark]"));
    await site.write("content/aide.md", text("2026-05", ""));
    await marked("no source");
    await site.write("content/aide.md", text("2026-05"));
    await tab.waitForFunction(() => !document.querySelector("[data-guidepost-mark]"));
    assert.equal(await stayed(tab), true);
    assert.deepEqual(tab.problems, []);
  } finally {
    await site.stop();
  }
});
