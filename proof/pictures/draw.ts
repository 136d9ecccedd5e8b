import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { StartError } from '@salon/db/embedded/start-error';
import { entry } from '../../scripts/entry.ts';
import { PICTURES } from './pictures.ts';
import { PUBLISHED, publish } from './published.ts';
import { svgOf } from './svg.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Draws the pictures of docs/proof from the results that are kept there; what has no result keeps the picture it has.
 *
 *   npm run draw [-- --publish [RESULT ...]]
 *
 * With `--publish` the results of the last runs on this machine are put there first: those named, or all.
 */
await entry(async () => {
  const { values, positionals } = parseArgs({
    options: { publish: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (positionals.length > 0 && !values.publish) throw new StartError('Name results after --publish only.');
  if (values.publish) for (const line of publish(ROOT, positionals)) console.log(line);
  for (const [name, { from, draw }] of Object.entries(PICTURES)) {
    const missing = from.filter((file) => !existsSync(join(ROOT, PUBLISHED, file)));
    if (missing.length > 0) {
      console.log(`${name}: not drawn, ${PUBLISHED} has no ${missing.join(', no ')}.`);
      continue;
    }
    writeFileSync(join(ROOT, 'docs/proof', `${name}.svg`), await svgOf(draw(join(ROOT, PUBLISHED))));
    console.log(`${name}: docs/proof/${name}.svg, from ${from.join(', ')}.`);
  }
});
