// Whatever watches the program is there before what it watches is loaded: a library can only be looked into from its
// first line on. Nothing of it is loaded where none is asked for.
import { startTelemetry } from './telemetry/start.ts';

await startTelemetry(process.env);
await import('./server.ts');
