/** A number as it is dialled. */
export const dialLink = (phone: string) => `tel:${phone.replace(/[^\d+]/g, '')}`;
