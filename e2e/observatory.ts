import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { originHere } from '../proof/measuring/origin.ts';
import { thenUndo } from '../proof/stack/undo-stack.ts';
import { entry } from '../scripts/entry.ts';
import { tlsFront } from './network/tls-front.ts';
import { type Graded, headersReport } from './observatory/headers-report.ts';
import { OBSERVATORY, observatory } from './observatory/observatory.ts';
import { startProduct } from './product/product.ts';

const BEST = 'A+';
const REPORT = fileURLToPath(new URL('../docs/headers.md', import.meta.url));
/** A page for customers, one whose address is a secret, one for those who work there, and an answer that is no page. */
const PATHS = ['/s/demo', '/b/of-nobody', '/desk', '/api/salons/demo'];

// Has MDN's observatory grade the product as in production, and writes docs/headers.md; fails below the best grade.
await entry(() =>
  thenUndo(async (undo) => {
    const front = await tlsFront('localhost');
    undo.add(front.stop);
    const gradeAt = await observatory(undo, front.cert);
    const settings = { NODE_ENV: 'production', PUBLIC_URL: front.origin, TRUST_PROXY: '1' };
    const { baseUrl, ownerUrl } = await startProduct(undo, settings);
    front.leadTo(Number(new URL(baseUrl).port));
    const graded: Graded[] = [];
    for (const path of PATHS) {
      const found = { path, ...(await gradeAt(`localhost:${front.port}${path}`)) };
      console.log(`${path}: ${found.grade}, ${found.score} points`);
      graded.push(found);
    }
    const origin = await originHere(ownerUrl, { Observatory: OBSERVATORY.split('@').at(-1) ?? '' });
    writeFileSync(REPORT, headersReport(origin, graded));
    process.exitCode = graded.every(({ grade }) => grade === BEST) ? 0 : 1;
  }),
);
