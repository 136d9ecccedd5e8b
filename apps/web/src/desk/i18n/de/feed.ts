export const feed = {
  title: 'Neues',
};
