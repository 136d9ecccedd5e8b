import { entry } from '../entry.ts';
import { databaseSettings, loadEnvironment } from '../settings.ts';
import { databaseInUse } from './database-in-use.ts';

await entry(async () => console.log(databaseInUse(databaseSettings(loadEnvironment()))));
