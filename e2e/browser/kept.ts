import type { Page } from 'playwright-core';

/** All that stays in a browser because of a page: of each place what it holds, by name. */
export async function keptIn(page: Page): Promise<Record<string, Readonly<Record<string, string>>>> {
  const { places, ...found } = await page.evaluate(async () => {
    const [databases, caches_, workers] = await Promise.all([
      indexedDB.databases(),
      caches.keys(),
      navigator.serviceWorker.getRegistrations(),
    ]);
    return {
      places: [...databases.map(({ name }) => `database ${name}`), ...caches_.map((name) => `cache ${name}`)].concat(
        workers.map(({ scope }) => `worker ${scope}`),
      ),
      local: { ...localStorage },
      session: { ...sessionStorage },
    };
  });
  const cookies = await page.context().cookies();
  return {
    ...(found as { local: Record<string, string>; session: Record<string, string> }),
    cookies: Object.fromEntries(cookies.map(({ name, value }) => [name, value])),
    elsewhere: Object.fromEntries(places.map((place) => [place, ''])),
  };
}
