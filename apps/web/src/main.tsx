import './ui/styles.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { inlinedSalon } from './features/salon/inlined-salon.ts';
import { chosenLanguage, languageFor } from './i18n/language.ts';
import { messages } from './i18n/messages.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// Until there are words for it, what index.html shows is better than nothing.
const salon = inlinedSalon()?.salon;
const language = languageFor(navigator.languages, salon?.locale, chosenLanguage());
void messages(language, salon?.addressForm ?? 'sie').then(() => createRoot(root).render(<App />));
