import { MINUTE } from '@salon/domain/time/interval';
import { useEffect, useState } from 'react';

/** The time, at the last full step of so many minutes; it goes on by itself, and catches up after sleep. */
export function useNow(stepMinutes: number): number {
  const step = stepMinutes * MINUTE;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      const at = Date.now();
      setNow(at);
      timer = setTimeout(look, step - (at % step));
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [step]);
  return Math.floor(now / step) * step;
}
