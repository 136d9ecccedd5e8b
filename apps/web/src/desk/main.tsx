import './lib/no-code-from-text.ts';
import './desk.css';
import { createRoot } from 'react-dom/client';
import { startReports } from '../reports/reports.ts';
import { App } from './App.tsx';

startReports();
const root = document.getElementById('root');
if (!root) throw new Error('desk.html has no #root');
createRoot(root).render(<App />);
