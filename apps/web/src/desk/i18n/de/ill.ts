export const ill = {
  title: 'Krank melden',
};
