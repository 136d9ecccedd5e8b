import { expect, test } from 'vitest';
import { DESK } from '../browser/browser.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { SIE } from '../flow/speech.ts';
import { inDays, stage } from './stage.ts';

const { baseUrl, salon, visitor } = stage();
const { t, f } = SIE;

test('who only looks ahead stays there: the strip does not jump back, and the day below stays until she takes another', async () => {
  const elbe = await salon({ horizonDays: 100 });
  const page = await visitor({ viewport: DESK });
  const flow = bookingFlow(page);
  await flow.open(baseUrl, elbe.slug);
  await flow.chooseService('Haarschnitt');
  await flow.chooseWhom();
  const below = page.getByRole('region').getByRole('heading', { level: 2 });
  await below.waitFor();
  const said = await below.textContent();

  const later = page.getByRole('button', { name: t.booking.later });
  await later.click();
  await later.click();
  // Once the days in view say how full they are, what there is to know about them has come.
  const ahead = page.getByRole('radio', { name: f.fullDay(inDays(24)) });
  await expect.poll(() => ahead.getAttribute('aria-label')).toMatch(/ frei$/);
  const inView = await page.getByRole('radiogroup', { name: t.booking.days }).evaluate((strip) => {
    const days = [...strip.querySelectorAll('input')];
    return days.find((day) => day.getBoundingClientRect().left >= strip.getBoundingClientRect().left)?.value;
  });
  expect(inView).toBeOneOf([18, 19, 20, 21, 22, 23, 24].map(inDays));
  expect(await below.textContent()).toBe(said);
});
