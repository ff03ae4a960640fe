// A series of edits, each measured from the moment just before the write. After each there is rest, until the program has told of
// its build and for a while longer; the while differs from edit to edit, so that the looks which the program takes every two
// seconds do not always fall into the same place.

import { setTimeout as sleep } from "node:timers/promises";
import { now } from "./clock.mjs";

/** Edits that come before those that count: a program that has just started is slower for a moment. */
const WARMING = 2;

/** Saves, and waits for the page on the screen. Milliseconds: to the live page, to the frame that shows it, of the build. */
export async function inBrowser(served, project, screen, edit, count, rest) {
  return series(served, project, edit, count, rest, async (mark, begin) => {
    const seen = await screen.seen(mark);
    return { shown: seen.changed - begin, painted: seen.painted - begin };
  });
}

/** Saves, and asks for the page over and over until it has changed. */
export async function overHttp(served, project, edit, count, rest) {
  return series(served, project, edit, count, rest, async (mark, begin) => {
    while (!(await served.get(project.address)).includes(mark)) await sleep(1);
    return { shown: now() - begin };
  });
}

async function series(served, project, edit, count, rest, follow) {
  const found = { shown: [], painted: [], build: [] };
  for (let step = -WARMING; step < count; step += 1) {
    const { mark, save } = edit.prepare(project);
    const told = served.nextBuild();
    const begin = now();
    save();
    const { shown, painted } = await within(20_000 + 10 * project.guides, `${edit.name}: ${mark}`, follow(mark, begin));
    const build = await within(20_000, `${edit.name}: what the program says of ${mark}`, told);
    if (step >= 0) {
      found.shown.push(shown);
      if (painted) found.painted.push(painted);
      found.build.push(build);
    }
    await sleep(rest + ((step + WARMING) * 61) % 200);
  }
  return found;
}

/** What `promise` comes to, if that is soon enough. */
async function within(milliseconds, what, promise) {
  const late = new AbortController();
  const never = sleep(milliseconds, undefined, { signal: late.signal }).then(() => {
    throw new Error(`waited ${milliseconds} ms in vain for ${what}`);
  });
  try {
    return await Promise.race([promise, never]);
  } finally {
    late.abort();
    never.catch(() => {});
  }
}
