/** Something kept in this browser as JSON; a browser that keeps nothing (private mode, full) is no failure. */
export function memory<T>(area: () => Storage, key: string) {
  return {
    read(): T | undefined {
      try {
        const text = area().getItem(key);
        return text === null ? undefined : (JSON.parse(text) as T);
      } catch {
        return undefined;
      }
    },
    write(value: T): void {
      try {
        area().setItem(key, JSON.stringify(value));
      } catch {
        // It is kept for convenience only.
      }
    },
    forget(): void {
      try {
        area().removeItem(key);
      } catch {
        // What cannot be written is not there either.
      }
    },
  };
}
