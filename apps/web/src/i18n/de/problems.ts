import type { ErrorCode } from '@salon/contracts/errors';

const AGAIN = 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.';

/** What a refusal of the API means for the person in front of the page. */
export const problems: Record<ErrorCode, string> = {
  invalid_request: 'Einige Angaben stimmen noch nicht. Bitte sehen Sie sie noch einmal durch.',
  idempotency_key_required: AGAIN,
  idempotency_key_mismatch: AGAIN,
  idempotency_key_reused: AGAIN,
  not_found: 'Diese Seite gibt es nicht.',
  salon_not_found: 'Diesen Salon finden wir nicht. Bitte prüfen Sie die Adresse.',
  service_not_found: 'Diese Leistung gibt es nicht mehr. Bitte wählen Sie eine andere.',
  staff_not_found: 'Hier sind gerade keine Termine frei. Bitte wählen Sie jemand anderen.',
  booking_not_found: 'Diesen Termin finden wir nicht. Bitte öffnen Sie den Link aus Ihrer E-Mail noch einmal.',
  slot_taken: 'Diese Zeit hat gerade jemand gebucht.',
  version_conflict: 'Der Termin wurde inzwischen geändert. Bitte sehen Sie ihn sich noch einmal an.',
  policy_window: 'Online lässt sich dieser Termin nicht mehr ändern. Bitte rufen Sie im Salon an.',
  call_salon: 'Diesen Termin vereinbaren Sie bitte am Telefon mit dem Salon.',
  booking_paused: 'Online nimmt der Salon gerade keine Termine an.',
  price_changed: 'Der Preis hat sich gerade geändert.',
  link_expired: 'Dieser Link ist abgelaufen.',
  erased: 'Die Angaben zu diesem Termin wurden gelöscht.',
  payload_too_large: 'Das ist zu viel Text. Bitte kürzen Sie Ihre Nachricht.',
  unsupported_media_type: AGAIN,
  slot_not_bookable: 'Diese Zeit lässt sich nicht mehr buchen. Bitte wählen Sie eine andere.',
  basket_too_complex: 'So viele Leistungen lassen sich online nicht zusammen buchen. Bitte rufen Sie im Salon an.',
  rate_limited: 'Das waren sehr viele Anfragen auf einmal. Bitte warten Sie einen Moment.',
  internal: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
  read_only: 'Gerade können wir keine Termine eintragen.',
  overloaded: 'Gerade ist sehr viel los. Bitte versuchen Sie es gleich noch einmal.',
};
