export const ill = {
  title: 'Krank melden',
  done: (p: { name: string }) => `${p.name} ist krank gemeldet.`,
};
