// One clock for both ends. This program and the page each count, in fractions of a millisecond, from a moment that they took from the
// clock of the machine when they began (`performance.timeOrigin`). Whether the two counts agree is looked at, not believed.

/** The moment, in milliseconds of the machine's clock. */
export const now = () => performance.timeOrigin + performance.now();

/** How far the two may be apart, in milliseconds. */
const APART = 1;

/**
 * Asks the page for the time over and over and takes the quickest answer. Its reading lies between ours before and after, unless
 * the clocks differ; by how much they do at least is what is wrong with the figures.
 */
export async function agree(page) {
  let best = { trip: Infinity };
  for (let step = 0; step < 30; step += 1) {
    const before = now();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const after = now();
    if (after - before < best.trip) best = { trip: after - before, apart: Math.max(before - there, there - after, 0) };
  }
  if (best.apart > APART) throw new Error(`the clock of the browser and ours are ${best.apart.toFixed(1)} ms apart: has the machine's been set meanwhile?`);
}
