import { expect, test } from 'vitest';
import { safeTarget } from './go-on.ts';

const to = (target: string) => safeTarget(new URLSearchParams({ to: target }).toString());

test('whoever was sent to sign in comes back to where she was', () => {
  expect(to('/desk/demo/calendar?day=2026-12-19')).toBe('/desk/demo/calendar?day=2026-12-19');
  expect(to('/desk')).toBe('/desk');
});

test.each([
  '',
  'https://evil.example/desk',
  '//evil.example/desk',
  '/\\evil.example/desk',
  '/s/demo',
  '/desktop',
  '/desk/../api/docs',
  'javascript:alert(1)',
  '/desk/sign-in?to=/desk/sign-in',
])('an address that leads elsewhere (%s) leads to the desk', (target) => {
  expect(to(target)).toBe('/desk');
});
