// The near end: a project of made-up guides, and an author's edits of it. Each edit leaves a mark of its own in what is seen.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/** What an edit leaves: a word that stands nowhere else. */
export const MARK = /mark\d+x/;
let marks = 0;

/** A project of so many guides, as `corpus` makes it, with a template of its own for guides: the theme's, with a line for marks. */
export async function makeProject(corpus, guides) {
  const root = await realpath(await mkdtemp(join(tmpdir(), "guidepost-latency-")));
  execFileSync(corpus, ["--guides", String(guides), "--seed", "1", root]);
  const section = readdirSync(join(root, "content"), { withFileTypes: true }).find((entry) => entry.isDirectory() && !entry.name.startsWith("_")).name;
  const name = readdirSync(join(root, "content", section)).find((name) => name !== "_index.md");
  const template = join(root, "templates/guide.html");
  mkdirSync(dirname(template));
  const theirs = readFileSync(new URL("../../themes/beacon/templates/guide.html", import.meta.url), "utf8");
  writeFileSync(template, replaced(theirs, '<article class="guide">', '<article class="guide">\n<p>mark0x</p>'));
  return {
    guides,
    root,
    /** The guide on the screen: its file, and its address on the site. */
    guide: join(root, "content", section, name),
    address: `${section}/${basename(name, ".md")}/`,
    template,
    remove: () => rm(root, { recursive: true }),
  };
}

/** The kinds of edit. `prepare` gives the mark that will be seen and the save itself, with nothing left to do but to write. */
export const EDITS = [
  { name: "body, in place", isBody: true, prepare: (project) => edit(project.guide, body, writeFileSync) },
  { name: "body, by rename", isBody: true, prepare: (project) => edit(project.guide, body, writeBeside) },
  { name: "title", prepare: (project) => edit(project.guide, title, writeFileSync) },
  { name: "template", prepare: (project) => edit(project.template, template, writeFileSync) },
];

function edit(file, change, write) {
  const mark = `mark${(marks += 1)}x`;
  const text = change(readFileSync(file, "utf8"), mark);
  return { mark, save: () => write(file, text) };
}

/** As many editors save: beside the file, then over it. */
function writeBeside(file, text) {
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
}

/** A paragraph at the top of the body. */
const body = (text, mark) =>
  text.includes("\n---\n\nAn edit: ") ? replaced(text, /(\n---\n\nAn edit: )mark\d+x/, `$1${mark}`) : replaced(text, "\n---\n\n", `\n---\n\nAn edit: ${mark}.\n\n`);
const title = (text, mark) => replaced(text, /^(title: "[^"]*?)(?: mark\d+x)?"$/m, `$1 ${mark}"`);
const template = (text, mark) => replaced(text, /<p>mark\d+x/, `<p>${mark}`);

function replaced(text, what, by) {
  const now = text.replace(what, by);
  if (now === text) throw new Error(`nothing is like ${what}`);
  return now;
}
