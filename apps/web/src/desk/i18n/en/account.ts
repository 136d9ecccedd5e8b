import type { account } from '../de/account.ts';

export const accountEn = {
  title: 'My account',
  signIn: 'Sign in',
} satisfies typeof account;
