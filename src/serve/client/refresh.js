// Loads again what the page is shown with, of the files that changed: style sheets and pictures where they are, anything else with the page.

// What was loaded is remembered for as long as the page is open, not only the first 250 files.
performance.setResourceTimingBufferSize(100_000);

const superseded = new WeakSet();
/** For each new sheet those that it takes the place of. */
const olderThan = new WeakMap();
/** Paths of sheets that the page has left, and taken on, with its new source: nothing more is to be done about them. */
const carried = new Set();

function refresh(files) {
  if (!files.length) return;
  const isChanged = changedAmong(files);
  const all = (selector, address) => [...document.querySelectorAll(selector)].filter((one) => isChanged(address(one)));
  const shown = all("img, source, video, audio, embed", (one) => one.src);
  const paths = shown.map((one) => new URL(one.src).pathname);
  const used = performance.getEntriesByType("resource").map((one) => one.name).filter(isChanged);
  const sheets = used.filter((address) => /\.css$/i.test(new URL(address).pathname));
  // A font, a picture that a sheet names, what a script has read: the browser holds on to them.
  const rest = used.filter((address) => !sheets.includes(address) && !paths.includes(new URL(address).pathname) && !isIcon(address));
  if (rest.length || isBeyondRefresh(isChanged, all)) return location.reload();
  for (const icon of all("link[rel~='icon']", (one) => one.href)) icon.href = fresh(icon.href);
  for (const one of shown) {
    one.src = fresh(one.src);
    one.parentElement.load?.();
  }
  // A sheet may be one that another names.
  if (sheets.length || all("link[rel~='stylesheet']", (one) => one.href).length) document.querySelectorAll("link[rel~='stylesheet']").forEach((link) => replaceSheet(link));
}

const isIcon = (address) => [...document.querySelectorAll("link[rel~='icon']")].some((one) => one.href === address);

/** Whether an address leads to one of `files`, which are published. */
function changedAmong(files) {
  const paths = files.map((file) => `/${file}`);
  return (address) => {
    if (!address) return false;
    const url = new URL(address, document.baseURI);
    if (carried.has(url.pathname)) return false;
    // Links of the site may lead below the path at which it will be published.
    return url.origin === location.origin && paths.some((path) => decoded(url.pathname).endsWith(path));
  };
}

/** Whether something changed that cannot be loaded again by itself. */
function isBeyondRefresh(isChanged, all) {
  const isInSet = (set) => set.split(",").some((part) => isChanged(part.trim().split(/\s+/)[0]));
  const isInStyle = (style) => [...style.matchAll(/url\(\s*["']?([^"')]+)/g)].some(([, address]) => isChanged(address));
  return (
    all("script[src]", (one) => one.src).length ||
    all("use, image", (one) => one.href?.baseVal).length ||
    all("[poster]", (one) => one.poster).length ||
    all("object", (one) => one.data).length ||
    [...document.querySelectorAll("[srcset]")].some((one) => isInSet(one.srcset)) ||
    [...document.querySelectorAll("[style], style")].some((one) => isInStyle(one.getAttribute("style") ?? one.textContent))
  );
}

/** Whether an element is the link of a style sheet of the site. */
const isSheet = (one) => one.localName === "link" && one.relList.contains("stylesheet") && one.href.startsWith(`${location.origin}/`);

/** Replaces the sheet of a live link by that of its new source, which may have another name. */
function carrySheet(link, source) {
  carried.add(new URL(link.href).pathname).add(new URL(source.href).pathname);
  replaceSheet(link, source);
}

/** Puts a new sheet beside the old one, which stays until the new one is there: nothing is ever shown without. */
function replaceSheet(link, source = link) {
  if (!isSheet(link) || superseded.has(link)) return;
  const next = document.importNode(source);
  next.href = fresh(source.href);
  superseded.add(link);
  olderThan.set(next, [link, ...(olderThan.get(link) ?? [])]);
  const takeOver = () => olderThan.get(next).forEach((old) => old.remove());
  next.addEventListener("load", takeOver);
  next.addEventListener("error", async () => {
    // The sheet is gone; or the server is, or has a later one under another name, and what is there stays.
    const reply = await fetch(next.href, { method: "HEAD" }).catch(() => undefined);
    if (superseded.has(next)) return;
    if (reply && Number(reply.headers.get("x-guidepost-build")) <= build) return takeOver();
    superseded.delete(link);
    next.remove();
  });
  link.before(next);
}

/** An address that the browser has not got yet. */
function fresh(address) {
  const url = new URL(address, document.baseURI);
  url.searchParams.set("build", build + 1);
  return url.href;
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

