import { expect, test } from 'vitest';
import { headersReport } from './headers-report.ts';
import { gradeOf } from './observatory.ts';

/** A report as the observatory writes it, as far as it is read. */
const report = {
  scan: { grade: 'B', score: 75, testsPassed: 9 },
  tests: {
    'content-security-policy': { pass: false, result: 'csp-not-implemented', scoreModifier: -25 },
    cookies: { pass: true, result: 'cookies-not-found', scoreModifier: 0 },
    'subresource-integrity': { pass: true, result: null },
  },
};
const origin = {
  machine: { cpu: 'AMD', cores: 2, memoryGiB: 24, system: 'Linux' },
  ...{ date: '2026-11-23T07:00:00Z', commit: 'abc1234', versions: { node: '24.21.0' } },
};

test('what failed is said with what it took', () => {
  const text = headersReport(origin, [{ path: '/s/demo', ...gradeOf(report) }]);
  expect(text).toContain('| Grade | **B** |\n| Points | 75 |\n');
  expect(text).toContain('| content-security-policy | **failed**, -25 |\n| cookies | passed |\n');
});

test('an address it could not look at has no grade', () => {
  expect(() => gradeOf({ error: 'The site seems to be down.' })).toThrow('could not look at it: The site seems');
});
