import { AppError } from '../../errors/app-error.ts';

export const noCustomer = () => new AppError('customer_not_found', 'There is no such customer, or none of yours.');

export const staleCard = () =>
  new AppError('version_conflict', 'The card was changed meanwhile. Look at it again before you change it.');

export const emailInUse = () =>
  new AppError('in_use', 'Another card has this address. Merge the two if it is one person.', {
    errors: [{ path: 'email', message: 'belongs to another card' }],
  });
