import type { customers } from '../de/customers.ts';

export const customersEn = {
  title: 'Customers',
} satisfies typeof customers;
