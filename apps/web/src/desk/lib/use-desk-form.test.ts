import { CodeRequest, SignUpRequest } from '@salon/contracts/desk/account';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { wrongFields } from './use-desk-form.ts';

const issuesOf = (schema: z.ZodType, values: unknown) => schema.safeParse(values).error?.issues ?? [];
const sentence = (field: string, value: unknown) => (value ? `${field} so nicht` : `${field} fehlt`);

test('each field says one thing in our words, also where the contract has words of its own', () => {
  const code = { code: '12' };
  expect(wrongFields(issuesOf(CodeRequest, code), code, sentence)).toMatchObject({
    code: { message: 'code so nicht' },
  });
  const signUp = { name: '', email: 'a@', password: 'kurz' };
  const wrong = wrongFields(issuesOf(SignUpRequest, signUp), signUp, sentence);
  expect(Object.entries(wrong).map(([, one]) => one?.message)).toEqual([
    'name fehlt',
    'email so nicht',
    'password so nicht',
  ]);
});

test('what is right says nothing', () => {
  const code = { code: '123456' };
  expect(wrongFields(issuesOf(CodeRequest, code), code, sentence)).toEqual({});
});
