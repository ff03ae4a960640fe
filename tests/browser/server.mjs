// A small server for the checks: the built site on 127.0.0.1, at the root or below a path, under a strict policy.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".xml": "application/xml",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * What a careful host would send. Nothing inline, nothing from elsewhere; forms go to the job search that the sample
 * site names and nowhere else. `frame-ancestors` needs a header: it does not work in a `meta`.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self' https://www.usajobs.gov",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/**
 * Serves `folder` below `path`; resolves to its address (with a slash at the end) and a function that ends it. `packed` sends texts as a good host does: with
 * Brotli, and kept for ever where the name holds a hash.
 */
export async function serve(folder, path = "/", { packed = false } = {}) {
  // A host packs a file once, not for each reader.
  const packs = new Map();
  const pack = (key, body) => packs.get(key) ?? packs.set(key, brotliCompressSync(body)).get(key);
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://127.0.0.1").pathname);
    const inside = asked.startsWith(path) ? normalize("/" + asked.slice(path.length)) : undefined;
    const file = inside && (inside.endsWith("/") ? inside + "index.html" : inside);
    const found = file && (await readFile(join(folder, file)).catch(() => undefined));
    const body = found ?? (await readFile(join(folder, "404.html")));
    const type = found ? (TYPES[extname(file)] ?? "application/octet-stream") : TYPES[".html"];
    const isPacked = packed && /^text|xml/.test(type) && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    const isKept = packed && /\.[0-9a-f]{12}\./.test(asked);
    response.writeHead(found ? 200 : 404, {
      "Content-Type": type,
      ...(isPacked ? { "Content-Encoding": "br" } : {}),
      "Content-Security-Policy": POLICY,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": isKept ? "public, max-age=31536000, immutable" : "no-store",
    });
    response.end(isPacked ? pack(file, body) : body);
  });
  await new Promise((ready, failed) => server.once("error", failed).listen(0, "127.0.0.1", ready));
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { url: `http://127.0.0.1:${server.address().port}${path}`, close };
}
