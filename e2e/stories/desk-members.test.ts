import { expect, test } from 'vitest';
import { DESK } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { DESK_DE } from '../flow/desk.ts';
import { openMailLink } from '../flow/inbox.ts';
import { signIn as signInOnPage } from '../flow/sign-in.ts';
import { accountMail } from '../product/account-mail.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { signedUp, somebody } from '../product/somebody.ts';
import { stage } from './stage.ts';

const { baseUrl, book, salon, visitor } = stage();
const { t } = DESK_DE;

test('somebody with a login comes to a second salon, works in both, gets another role, and is shown out of one', async () => {
  const [elbe, isar] = [await salon(), await salon({ name: 'Salon Isar' })];
  const maren = await visitor({ viewport: DESK });
  await signIn(maren, baseUrl, await openMember(book, isar.id, { name: 'Maren Petersen' }));
  const jonas = await openMember(book, elbe.id, { name: 'Jonas Brandt', role: 'manager' });
  await maren.goto(`${baseUrl}/desk/${isar.slug}/members`);
  await maren.getByRole('button', { name: t.members.invite, exact: true }).click();
  await maren.getByRole('textbox', { name: t.members.email }).fill(jonas.email);
  await maren.getByRole('button', { name: /Rolle/ }).click();
  await maren.getByRole('option', { name: /^Leitung/ }).click();
  await maren.getByRole('button', { name: t.members.inviteSend }).click();
  await maren.getByRole('button', { name: t.members.revokeOf({ email: jonas.email }) }).waitFor();
  await expectFit(maren, 'who has access, and who is invited');

  // On a tablet where a colleague is signed in: the invitation is not hers to take.
  const tablet = await visitor({ viewport: DESK });
  const ada = somebody('Ada Kurz');
  await signedUp(baseUrl, book, ada);
  await signIn(tablet, baseUrl, ada);
  const mail = await accountMail(book, jonas, ['invitation']);
  const invited = await openMailLink(tablet.context(), { baseUrl, id: mail.id, link: 'Einladung ansehen' });
  await invited.getByText(t.account.invitationOther({ email: ada.email })).waitFor();
  await expectFit(invited, 'an invitation for somebody else');
  await invited.getByRole('button', { name: t.account.otherAccount }).click();
  await invited.getByRole('link', { name: t.account.acceptSignIn }).click();
  await signInOnPage(invited, jonas);
  await invited.getByRole('button', { name: t.account.accept }).click();
  await invited.waitForURL(`**/desk/${isar.slug}/calendar`);

  await invited.getByRole('button', { name: t.shell.accountOf({ name: 'Jonas Brandt' }) }).click();
  await invited.getByRole('menuitem', { name: /^Salon Elbe/ }).click();
  await invited.waitForURL(`**/desk/${elbe.slug}/calendar**`);
  await invited.getByRole('button', { name: t.shell.accountOf({ name: 'Jonas Brandt' }) }).click();
  await invited.getByRole('menuitem', { name: /^Salon Isar/ }).click();
  await invited.waitForURL(`**/desk/${isar.slug}/calendar**`);

  // From a page that has stood open while she is made one of the team, the next step shows what that means.
  await invited.goto(`${baseUrl}/desk/${isar.slug}/members`);
  await invited.getByText('Maren Petersen').first().waitFor();
  await maren.reload();
  await maren.getByRole('button', { name: t.members.changeOf({ name: 'Jonas Brandt' }) }).click();
  await maren.getByRole('dialog').getByRole('button', { name: /Rolle/ }).click();
  await maren.getByRole('option', { name: /^Team/ }).click();
  await maren.getByRole('dialog').getByRole('button', { name: t.shell.save }).click();
  await maren.getByText(t.members.changed({ name: 'Jonas Brandt' })).waitFor();
  await invited.reload();
  await invited.getByRole('heading', { name: t.shell.forbidden }).waitFor();

  await maren.getByRole('button', { name: t.members.removeOf({ name: 'Jonas Brandt' }) }).click();
  await maren.getByRole('alertdialog').getByRole('button', { name: t.members.remove }).click();
  await maren.getByText(t.members.removed({ name: 'Jonas Brandt' })).waitFor();
  await invited.reload();
  await invited.getByRole('heading', { level: 1, name: t.shell.notFound }).waitFor();
  await invited.goto(`${baseUrl}/desk/${elbe.slug}/members`);
  await invited.getByText(jonas.email).waitFor();

  await maren.goto(`${baseUrl}/desk/${isar.slug}/audit`);
  const trail = maren.getByRole('main');
  for (const line of [
    'Maren Petersen hat den Zugang von Jonas Brandt entfernt',
    'Maren Petersen hat die Rolle von Jonas Brandt geändert',
    'Jonas Brandt hat die Einladung angenommen',
    `Maren Petersen hat ${jonas.email} eingeladen`,
  ]) {
    await trail.getByText(line).waitFor();
  }
  await expectFit(maren, 'what was changed in the salon');
});

test('the last owner is told kindly why she cannot leave, and leaves once somebody else is one', async () => {
  const elbe = await salon();
  await openMember(book, elbe.id, { name: 'Jonas Brandt', role: 'manager' });
  const page = await visitor();
  await signIn(page, baseUrl, await openMember(book, elbe.id, { name: 'Maren Petersen' }));
  const leave = async () => {
    await page.goto(`${baseUrl}/desk/account`);
    await page.getByRole('button', { name: t.account.leaveOf({ salon: 'Salon Elbe' }) }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: t.account.leave }).click();
  };
  await leave();
  await page.getByText('Ein Salon braucht eine Inhaberin oder einen Inhaber.').waitFor();
  await expectFit(page, 'the last owner would leave');

  await page.goto(`${baseUrl}/desk/${elbe.slug}/members`);
  await page.getByRole('button', { name: t.members.changeOf({ name: 'Maren Petersen' }) }).click();
  await page.getByRole('dialog').getByRole('button', { name: /Rolle/ }).click();
  await page.getByRole('option', { name: /^Leitung/ }).click();
  await page.getByText(t.members.lastOwner).waitFor();
  expect(await page.getByRole('dialog').getByRole('button', { name: t.shell.save }).isDisabled()).toBe(true);
  await page.getByRole('dialog').getByRole('button', { name: t.shell.cancel }).click();

  await page.getByRole('button', { name: t.members.changeOf({ name: 'Jonas Brandt' }) }).click();
  await page.getByRole('dialog').getByRole('button', { name: /Rolle/ }).click();
  await page.getByRole('option', { name: /^Inhaber/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: t.shell.save }).click();
  await page.getByText(t.members.changed({ name: 'Jonas Brandt' })).waitFor();
  await leave();
  await page.getByText(t.account.salonsNone).waitFor();
});
