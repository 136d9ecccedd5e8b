import { problems } from '../de/problems.ts';

const AGAIN = 'Das hat nicht geklappt. Bitte versuche es noch einmal.';

export const problemsDu: typeof problems = {
  ...problems,
  invalid_request: 'Einige Angaben stimmen noch nicht. Bitte sieh sie noch einmal durch.',
  idempotency_key_required: AGAIN,
  idempotency_key_mismatch: AGAIN,
  idempotency_key_reused: AGAIN,
  salon_not_found: 'Diesen Salon finden wir nicht. Bitte prüfe die Adresse.',
  service_not_found: 'Diese Leistung gibt es nicht mehr. Bitte wähle eine andere.',
  staff_not_found: 'Hier sind gerade keine Termine frei. Bitte wähle jemand anderen.',
  booking_not_found: 'Diesen Termin finden wir nicht. Bitte öffne den Link aus deiner E-Mail noch einmal.',
  version_conflict: 'Der Termin wurde inzwischen geändert. Bitte sieh ihn dir noch einmal an.',
  policy_window: 'Online lässt sich dieser Termin nicht mehr ändern. Bitte ruf im Salon an.',
  call_salon: 'Diesen Termin vereinbarst du bitte am Telefon mit dem Salon.',
  payload_too_large: 'Das ist zu viel Text. Bitte kürze deine Nachricht.',
  unsupported_media_type: AGAIN,
  slot_not_bookable: 'Diese Zeit lässt sich nicht mehr buchen. Bitte wähle eine andere.',
  basket_too_complex: 'So viele Leistungen lassen sich online nicht zusammen buchen. Bitte ruf im Salon an.',
  rate_limited: 'Das waren sehr viele Anfragen auf einmal. Bitte warte einen Moment.',
  internal: 'Bei uns ist etwas schiefgegangen. Bitte versuche es noch einmal.',
  overloaded: 'Gerade ist sehr viel los. Bitte versuche es gleich noch einmal.',
};
