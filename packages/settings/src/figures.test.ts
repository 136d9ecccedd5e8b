import { expect, test } from 'vitest';
import { z } from 'zod';
import { figuresFields, figuresSettings } from './figures.ts';
import { readSettings } from './read-settings.ts';

const Environment = z.object(figuresFields);
const read = (environment: Record<string, string>) => readSettings(Environment, environment);

test.each([
  ['9464', { host: undefined, port: 9_464 }],
  ['127.0.0.1:9464', { host: '127.0.0.1', port: 9_464 }],
  ['[::1]:9464', { host: '::1', port: 9_464 }],
])('figures are told at %s', (METRICS_LISTEN, at) => {
  expect(read({ METRICS_LISTEN }).METRICS_LISTEN).toEqual(at);
});

test('several peers stand in one setting', () => {
  expect(read({ METRICS_PEERS: 'http://api:9464, http://worker:9464' }).METRICS_PEERS).toHaveLength(2);
});

test('what cannot be used is named, all of it at once', () => {
  const bad = {
    METRICS_TOKEN: 'too short',
    METRICS_LISTEN: '127.0.0.1:70000',
    METRICS_PEERS: 'api:9464',
    METRICS_PROCESS: 'a "quoted" name',
  };
  const names = Object.keys(bad).map((name) => `(?=[^]*${name}: )`);
  expect(() => read(bad)).toThrow(new RegExp(names.join('')));
  expect(() => read({ METRICS_LISTEN: 'http://here' })).toThrow('METRICS_LISTEN: Expected a port');
});

test('processes of one secret know each other, and those of another do not', () => {
  const token = (secret: string) => figuresSettings({ APP_SECRET: [secret] }, 'api').peerToken;
  expect(token('one')).toBe(token('one'));
  expect(token('one')).not.toBe(token('two'));
});
