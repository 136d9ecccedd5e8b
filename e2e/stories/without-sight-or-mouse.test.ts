import { expect, test } from 'vitest';
import { DESK } from '../browser/browser.ts';
import { heard } from '../flow/heard.ts';
import { arrowTo, press, type } from '../flow/keyboard.ts';
import { SIE } from '../flow/speech.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, salon, visitor } = stage();
const { f } = SIE;
const day = inDays(3);

test('by keyboard alone: a visit is booked, moved and cancelled', async () => {
  const elbe = await salon();
  const anna = customer();
  const page = await visitor({ viewport: DESK });
  await page.goto(`${baseUrl}/s/${elbe.slug}`);
  await press(page, page.getByRole('button', { name: 'Haarschnitt' }));
  await press(page, page.getByRole('link', { name: 'Weiter', exact: true }));
  await press(page, page.getByRole('link', { name: 'Egal, wer zuerst kann' }));

  await page.getByRole('heading', { name: 'Wann passt es Ihnen?' }).waitFor();
  // The days are one stop; arrows go from one to the next.
  await arrowTo(page, page.getByRole('radiogroup', { name: 'Tag wählen' }), f.fullDay(day));
  await press(page, page.getByRole('link', { name: '12:00 Uhr', exact: true }));

  await type(page, page.getByRole('textbox', { name: 'Vor- und Nachname' }), anna.name);
  await type(page, page.getByRole('textbox', { name: 'E-Mail' }), anna.email);
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('button', { name: 'Termin verbindlich buchen' }));
  await page.getByRole('heading', { name: 'Ihr Termin ist gebucht' }).waitFor();
  const [visit] = await elbe.visitsOf(anna.email);
  expect(visit?.startsAt.toISOString().slice(0, 10)).toBe(day);

  await press(page, page.getByRole('link', { name: 'Termin ändern oder absagen' }));
  await press(page, page.getByRole('link', { name: 'Termin verschieben' }));
  await press(page, page.getByRole('link', { name: '15:00 Uhr', exact: true }));
  await press(page, page.getByRole('button', { name: 'Verbindlich verschieben' }));
  await page.getByRole('heading', { name: 'Ihr Termin ist verschoben' }).waitFor();
  await press(page, page.getByRole('link', { name: 'Termin absagen' }));
  await press(page, page.getByRole('button', { name: 'Ja, Termin absagen' }));
  await page.getByRole('heading', { name: 'Ihr Termin ist abgesagt' }).waitFor();
  expect(await elbe.visitsOf(anna.email)).toMatchObject([{ status: 'cancelled' }]);
});

test('by keyboard alone: two services, put in another order, each with somebody, in one visit', async () => {
  const elbe = await salon();
  const anna = customer();
  const page = await visitor({ viewport: DESK });
  await page.goto(`${baseUrl}/s/${elbe.slug}`);
  await press(page, page.getByRole('button', { name: 'Färben' }));
  await press(page, page.getByRole('button', { name: 'Haarschnitt', pressed: false }));
  await press(page, page.getByRole('button', { name: 'Färben hinter Haarschnitt setzen' }));
  // The focus stays with what was moved, so that it can be moved again.
  const back = page.getByRole('button', { name: 'Färben vor Haarschnitt setzen' });
  await expect.poll(() => back.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.getByRole('status').filter({ hasText: 'Färben ist jetzt 2. von 2.' }).waitFor();
  await press(page, page.getByRole('link', { name: 'Weiter', exact: true }));

  await press(page, page.getByRole('button', { name: 'Je Leistung wählen' }));
  for (const [service, name] of [
    ['Haarschnitt', 'Ben'],
    ['Färben', 'Ada'],
  ] as const) {
    await arrowTo(page, page.getByRole('group', { name: service }), name);
  }
  await press(page, page.getByRole('link', { name: 'Weiter', exact: true }));

  await page.getByRole('heading', { name: 'Wann passt es Ihnen?' }).waitFor();
  await arrowTo(page, page.getByRole('radiogroup', { name: 'Tag wählen' }), f.fullDay(day));
  await press(page, page.getByRole('link', { name: /^12:00 Uhr bis 13:45/ }));
  await type(page, page.getByRole('textbox', { name: 'Vor- und Nachname' }), anna.name);
  await type(page, page.getByRole('textbox', { name: 'E-Mail' }), anna.email);
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'So läuft Ihr Termin ab' }).waitFor();
  expect(await heard(page)).toContain('12:00 bis 12:30 Uhr: Haarschnitt bei Ben.');
  await press(page, page.getByRole('button', { name: 'Termin verbindlich buchen' }));
  await page.getByRole('heading', { name: 'Ihr Termin ist gebucht' }).waitFor();
  const [visit] = await elbe.visitsOf(anna.email);
  expect(await elbe.itemsOf(visit?.id ?? '')).toEqual([
    '12:00–12:30 Haarschnitt bei Ben',
    '12:30–13:45 Färben bei Ada',
  ]);
});

test('by what is read out alone: each step says where she is and names all there is to press', async () => {
  const elbe = await salon();
  const anna = customer();
  const page = await visitor();
  const hears = (...parts: string[]) =>
    expect
      .poll(
        async () => {
          const tree = await heard(page);
          return parts.filter((part) => !tree.includes(part));
        },
        { timeout: 30_000 },
      )
      .toEqual([]);
  const pressed = (role: 'link' | 'button', name: string) => page.getByRole(role, { name, exact: true }).click();

  await page.goto(`${baseUrl}/s/${elbe.slug}`);
  await hears('heading "Salon Elbe" [level=1]', 'heading "Haare" [level=2]', 'searchbox "Leistung suchen"');
  await pressed('button', 'Haarschnitt 35 € 30 Minuten');
  await hears('button "Haarschnitt Gewählt 35 € 30 Minuten" [pressed]', '1 Leistung');
  await pressed('link', 'Weiter');
  await hears('heading "Zu wem möchten Sie?" [level=1]', 'link "Ada"', 'Schritt 2 von 5');
  await pressed('link', 'Ada');
  await hears('heading "Wann passt es Ihnen?" [level=1]', 'radiogroup "Tag wählen"');
  await page.getByRole('radio', { name: `${f.fullDay(day)}, viele Zeiten frei`, exact: true }).check();
  await hears(`heading "${f.dayOfYear(day)}" [level=2]`, 'heading "Nachmittag" [level=3]');
  // The day's state is said, not only drawn.
  await page
    .getByRole('status')
    .filter({ hasText: `${f.fullDay(day)}: 55 Zeiten frei` })
    .waitFor();
  await pressed('link', '16:45 Uhr');
  await hears('heading "Ihre Angaben" [level=1]', 'textbox "E-Mail"');
  await pressed('button', 'Weiter zur Übersicht');
  // The first field that is wrong has the focus and says why.
  await hears('Bitte sagen Sie uns, wie Sie heißen.');
  expect(
    await page.getByRole('textbox', { name: 'Vor- und Nachname' }).evaluate((el) => el === document.activeElement),
  ).toBe(true);
  await page.getByRole('textbox', { name: 'Vor- und Nachname' }).fill(anna.name);
  await page.getByRole('textbox', { name: 'E-Mail' }).fill(anna.email);
  await pressed('button', 'Weiter zur Übersicht');
  await hears('heading "Stimmt alles?" [level=1]', 'bei Ada', 'link "Zeit ändern"', 'link "Angaben ändern"');
  await pressed('button', 'Termin verbindlich buchen');
  await hears('heading "Ihr Termin ist gebucht" [level=1]', 'link "Kalenderdatei"', 'link "Google Kalender"');
  expect(await elbe.visitsOf(anna.email)).toHaveLength(1);
});
