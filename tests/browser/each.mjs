import { availableParallelism } from "node:os";

/** What `look` says of each of `paths`, in their order. As many are looked at side by side as there are processors. */
export async function each(paths, look) {
  const said = [];
  const waiting = [...paths.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) said[next[0]] = await look(next[1]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return said;
}
