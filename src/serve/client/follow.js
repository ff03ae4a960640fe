// Listens for new builds and brings the page up to date. An event says that there is something new, never what: the server is asked.

const script = document.currentScript;
const own = script.dataset.guidepost;
let build = Number(script.dataset.build);
let mark = script.dataset.page;
let source;
let channel;
let busy = false;
let again = false;

/** The page's source as the server gives it now; undefined if it cannot be had. */
async function fetchSource() {
  const reply = await fetch(location.href, { cache: "no-cache", headers: { accept: "text/html" } });
  // Another page stands there now, or something that is no page: the browser knows what to do.
  if (reply.redirected || !reply.headers.get("content-type")?.startsWith("text/html")) return location.reload();
  return new DOMParser().parseFromString(await reply.text(), "text/html");
}

const clientOf = (page) => page?.querySelector("script[data-guidepost]")?.dataset;

/** Asks what is new and shows it. A request that comes while one is under way is answered by one more afterwards. */
async function update() {
  again = true;
  if (busy) return;
  busy = true;
  try {
    while (again) {
      again = false;
      await bringUpToDate();
    }
  } catch {
    // The server is gone or starting anew; the channel will tell.
  } finally {
    busy = false;
  }
}

async function bringUpToDate() {
  const reply = await fetch(`${own}state?page=${encodeURIComponent(location.pathname)}&since=${build}`);
  if (!reply.ok) throw new Error("no longer the server of this page");
  const state = await reply.json();
  if (state.page !== mark) {
    const page = await fetchSource();
    const client = clientOf(page);
    if (!client || client.guidepost !== own) return location.reload();
    if (!source || programsOf(source) !== programsOf(page)) return location.reload();
    carryOver(document.documentElement, source.documentElement, page.documentElement);
    source = page;
    mark = client.page;
    document.dispatchEvent(new CustomEvent("guidepost:changed"));
  }
  refresh(state.changed);
  build = state.build;
  showProblems(state.problems);
}

/** The scripts that a page runs: a page that runs others must begin anew. */
function programsOf(page) {
  const scripts = [...page.querySelectorAll("script:not([data-guidepost]):not([type='application/ld+json'])")];
  return scripts.map((one) => `${one.type} ${one.getAttribute("src")} ${one.textContent}`).join("\n");
}

/** Loads again what the page is shown with, of the files that changed. */
function refresh(files) {
  if (!files.length) return;
  const changed = new Set(files.map((file) => `/${file}`));
  const isChanged = (address) => {
    const url = new URL(address, document.baseURI);
    if (url.origin !== location.origin) return false;
    const path = decodeURIComponent(url.pathname);
    return [...changed].some((file) => path === file || path.endsWith(file));
  };
  const fresh = (address) => {
    const url = new URL(address, document.baseURI);
    url.searchParams.set("build", build + 1);
    return url.href;
  };
  if ([...document.querySelectorAll("script[src]")].some((one) => isChanged(one.src))) return location.reload();
  const pictures = [...document.querySelectorAll("img, source, video, audio, object, embed")];
  if (pictures.some((one) => one.srcset && one.srcset.split(",").some((part) => isChanged(part.trim().split(/\s+/)[0])))) return location.reload();
  for (const one of pictures) {
    if (one.src && isChanged(one.src)) one.src = fresh(one.src);
  }
  // A sheet may load others and fonts: whichever of them changed, all are asked for again; the old one stays until the new one is there.
  if (!files.some((file) => /\.(css|woff2?|ttf|otf|svg|png|jpe?g|webp|avif)$/i.test(file))) return;
  const isSheet = files.some((file) => /\.(css|woff2?|ttf|otf)$/i.test(file));
  for (const link of isSheet ? document.querySelectorAll("link[rel~='stylesheet']") : []) {
    if (new URL(link.href).origin !== location.origin || link.dataset.leaving) continue;
    const next = link.cloneNode();
    next.href = fresh(link.href);
    link.dataset.leaving = "1";
    const leave = () => link.remove();
    next.addEventListener("load", leave);
    next.addEventListener("error", leave);
    link.before(next);
  }
}

/** Opens the channel; a browser gives a server few connections, so a page that is not seen holds none. */
function listen() {
  if (channel || document.hidden) return;
  channel = new EventSource(`${own}events`);
  channel.addEventListener("build", (event) => {
    if (Number(event.data) !== build) update();
  });
  channel.addEventListener("error", () => {
    if (channel?.readyState === EventSource.CLOSED) lookForServer();
  });
}

function rest() {
  channel?.close();
  channel = undefined;
}

/** The preview was started anew, under another secret name: as soon as it answers, the page is loaded from it. */
async function lookForServer() {
  rest();
  if (document.hidden) return;
  try {
    const reply = await fetch(location.href, { method: "HEAD", cache: "no-store" });
    if (reply.headers.has("x-guidepost-build")) return location.reload();
  } catch {
    // Not yet.
  }
  setTimeout(lookForServer, 1000);
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) return rest();
  update();
  listen();
});
addEventListener("pagehide", rest);
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    update();
    listen();
  }
});

(async () => {
  // The page as it came, before any script touched it. If it is another by now, it is taken whole.
  source = await fetchSource().catch(() => undefined);
  if (source && clientOf(source)?.page !== mark) return location.reload();
  await update();
  listen();
})();
