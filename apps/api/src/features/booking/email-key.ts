/** What two spellings of one address have in common. Dots and +tags stay: they may be other people. */
export const emailKey = (email: string) => email.trim().normalize('NFC').toLowerCase();
