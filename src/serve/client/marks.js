// Figures that are too old or name no source, marked in the page: by its notes, each of which is of one source and time.

const MARK = "data-guidepost-mark";
let markSheet;

/** Marks what the page shows of `tooOld`, a list of sources and times, and what has no source; takes away the marks from before. */
function markFigures(tooOld) {
  for (const element of document.querySelectorAll(`[${MARK}]`)) element.removeAttribute(MARK);
  const limits = new Map(tooOld.map(({ source, period, limit }) => [`${source} ${period}`, limit]));
  for (const note of document.querySelectorAll("li[data-source][data-period]")) {
    const { source, period } = note.dataset;
    const limit = limits.get(`${source} ${period}`);
    if (!source) markAll(note, "no source");
    else if (limit) markAll(note, `over ${limit} old`);
  }
}

/** Marks a note, the letters that lead to it, and the figures beside them. */
function markAll(note, words) {
  if (!markSheet) {
    markSheet = new CSSStyleSheet();
    markSheet.replaceSync(MARK_STYLE);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, markSheet];
  }
  note.setAttribute(MARK, words);
  for (const link of document.querySelectorAll(`.figure-note a[href$="#${CSS.escape(note.id)}"]`)) {
    const letter = link.closest(".figure-note");
    letter.setAttribute(MARK, words);
    const figure = letter.previousElementSibling;
    if (figure?.matches(".figure")) figure.setAttribute(MARK, words);
  }
}
