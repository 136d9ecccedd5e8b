export const account = {
  title: 'Mein Konto',
  signIn: 'Anmelden',
};
