/** The first UUIDv7 of a millisecond: what is found by id is found by when it was made. */
export function firstIdOf(millis: number): string {
  const hex = Math.max(0, Math.floor(millis)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
