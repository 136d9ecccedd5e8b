/** The order after those `moved` were put before or after another one. */
export function reordered(
  ids: readonly string[],
  moved: ReadonlySet<string>,
  target: string,
  after: boolean,
): string[] {
  const rest = ids.filter((id) => !moved.has(id));
  const at = rest.indexOf(target) + (after ? 1 : 0);
  return [...rest.slice(0, at), ...ids.filter((id) => moved.has(id)), ...rest.slice(at)];
}
