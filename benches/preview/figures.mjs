// From measured milliseconds to a table, and whether they keep the limits.

/** The most that an edit of a body may take as the median, in milliseconds, by the number of guides: to the screen, and the build alone. */
const LIMITS = new Map([
  [20, { shown: 50, build: 10 }],
  [1_000, { shown: 100, build: 25 }],
  [10_000, { shown: 200, build: 80 }],
]);

/** A row has `guides`, `edit` and lists of milliseconds: `shown`, `painted` (may be empty) and `build`. */
export function table(rows) {
  const head = "| guides | edit | save to screen: median | p90 | min–max | next frame: median | build: median |";
  const line = "| ---: | --- | ---: | ---: | ---: | ---: | ---: |";
  const ms = (number) => (number === undefined ? "" : `${number.toFixed(1)} ms`);
  const cells = ({ guides, edit, shown, painted, build }) => [
    guides.toLocaleString("en"),
    edit,
    ms(share(shown, 0.5)),
    ms(share(shown, 0.9)),
    `${Math.min(...shown).toFixed(1)}–${ms(Math.max(...shown))}`,
    ms(share(painted, 0.5)),
    // The program tells whole milliseconds.
    `${share(build, 0.5)} ms`,
  ];
  return [head, line, ...rows.map((row) => `| ${cells(row).join(" | ")} |`)].join("\n");
}

/** What misses its limit, in words. */
export function missed(rows) {
  return rows
    .filter((row) => row.isBody && LIMITS.has(row.guides))
    .flatMap(({ guides, edit, ...found }) =>
      Object.entries(LIMITS.get(guides)).map(([what, limit]) => {
        const median = share(found[what], 0.5);
        return median < limit ? "" : `${guides} guides, ${edit}: ${what} after ${median.toFixed(1)} ms as the median, the limit is ${limit} ms`;
      }),
    )
    .filter(Boolean);
}

/** The value below which, or at which, this share of the list lies; of an even number of values the median is the middle of two. */
function share(list, part) {
  if (!list.length) return undefined;
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (part === 0.5 && Number.isInteger(half)) return (sorted[half - 1] + sorted[half]) / 2;
  return sorted[Math.ceil(part * sorted.length) - 1];
}
