import './ui/styles.css';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { inlinedSalon } from './features/salon/inlined-salon.ts';
import { chosenLanguage, languageFor } from './i18n/language.ts';
import { messages } from './i18n/messages.ts';
import { startReports } from './reports/reports.ts';
import { nameWhoIsHere } from './reports/who-is-here.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

startReports();
// Until there are words for it, what index.html shows is better than nothing.
const salon = inlinedSalon()?.salon;
nameWhoIsHere({ salon: salon?.id });
const language = languageFor(navigator.languages, salon?.locale, chosenLanguage());
// Drawn in small portions, so that the phone scrolls and listens meanwhile: who the salon is stands there already.
void messages(language, salon?.addressForm ?? 'sie').then(() =>
  startTransition(() => createRoot(root).render(<App />)),
);
