import { Counter, Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { joinTexts } from './exposition.ts';

async function said(process: string, bookings: number): Promise<string> {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  const counter = new Counter({ name: 'bookings', help: 'Made.', labelNames: ['salon'], registers: [registry] });
  counter.inc({ salon: 'a "quoted"\nname' }, bookings);
  new Counter({ name: `only_of_${process}`, help: 'Its own.', registers: [registry] }).inc();
  return registry.metrics();
}

test('what two processes say is one text: each family once, each series with its process', async () => {
  expect(joinTexts([await said('one', 2), await said('two', 3)])).toBe(`# HELP bookings Made.
# TYPE bookings counter
bookings{salon="a \\"quoted\\"\\nname",process="one"} 2
bookings{salon="a \\"quoted\\"\\nname",process="two"} 3

# HELP only_of_one Its own.
# TYPE only_of_one counter
only_of_one{process="one"} 1

# HELP only_of_two Its own.
# TYPE only_of_two counter
only_of_two{process="two"} 1
`);
});

test('of a process that says nothing there is nothing', () => {
  expect(joinTexts(['', '\n'])).toBe('');
});
