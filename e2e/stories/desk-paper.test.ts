import { expect, test } from 'vitest';
import { DESK } from '../browser/browser.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { inDays, stage } from './stage.ts';

const { baseUrl, book, visitor } = stage();
/** A4 upright without the margins the browser leaves, in pixels of paper. */
const SHEET_PX = 718;

/** The next Friday that is not today or tomorrow: then most of the demo's team works. */
const day = [2, 3, 4, 5, 6, 7, 8].map(inDays).find((one) => new Date(`${one}T12:00Z`).getUTCDay() === 5) ?? '';

test('a full day of the demo salon goes on paper: of all its people, and of one, with nothing cut off', async () => {
  const { rows } = await book.query<{ id: string }>("select id from salon where slug = 'demo'");
  const salonId = rows[0]?.id ?? '';
  const booked = await book.query<{ name: string; staffId: string }>(
    `select coalesce(nullif(b.guest_name, ''), b.name) as name, i.staff_id as "staffId"
     from booking b join booking_item i on i.salon_id = b.salon_id and i.booking_id = b.id
     where b.salon_id = $1 and (b.starts_at at time zone 'Europe/Berlin')::date = $2 and b.status <> 'cancelled'
     order by i.starts_at`,
    [salonId, day],
  );
  expect(booked.rows.length).toBeGreaterThan(10);
  // Her computer is set to dark; paper is white all the same.
  const page = await visitor({ viewport: DESK, colorScheme: 'dark' });
  await signIn(page, baseUrl, await openMember(book, salonId));
  const one = booked.rows[0]?.staffId ?? '';
  for (const [staff, expected] of [
    ['', booked.rows],
    [`&staff=${one}`, booked.rows.filter(({ staffId }) => staffId === one)],
  ] as const) {
    await page.goto(`${baseUrl}/desk/demo/calendar?view=day&date=${day}${staff}`);
    await page
      .getByRole('list', { name: /, \d+ Termine?$/ })
      .first()
      .waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: SHEET_PX, height: 1000 });
    const sheet = page.locator('.calendar-sheet');
    const ink = () => sheet.evaluate((one) => getComputedStyle(one).color);
    const printed = await ink();
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    expect(printed).toBe(await ink());
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const text = (await sheet.textContent()) ?? '';
    for (const { name } of expected) expect(text).toContain(name);
    expect(await sheet.locator('tr b').count()).toBeGreaterThan(0);
    // Neither wider than the sheet, nor is a cell wider than its column.
    const cut = await sheet.evaluate((all, width) => {
      const cells = [...all.querySelectorAll<HTMLElement>('td, th')];
      return cells
        .filter((cell) => cell.getBoundingClientRect().right > width || cell.scrollWidth > cell.clientWidth + 1)
        .map((cell) => cell.textContent);
    }, SHEET_PX);
    expect(cut).toEqual([]);
    const pdf = await page.pdf({ format: 'A4' });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    // A page holds some thirty lines; a blank one behind would be wasted paper.
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThanOrEqual(Math.ceil(expected.length / 10) + 1);
    await page.emulateMedia({ media: null });
    await page.setViewportSize(DESK);
  }
});
