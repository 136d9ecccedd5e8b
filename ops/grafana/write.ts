// npm run dashboards
import { writeFiles } from './dashboard-files.ts';

writeFiles();
