import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';

/** Where to go after signing in: only to a page of the desk, whatever the address says. */
export function safeTarget(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? '';
  const url = URL.parse(to, 'https://desk.invalid');
  const within = url?.origin === 'https://desk.invalid' && /^\/desk(\/|$)/.test(url.pathname);
  if (!within || url.pathname.startsWith('/desk/sign-in')) return '/desk';
  return url.pathname + url.search;
}

/** What follows once somebody is signed in: nothing of whoever was here before, and on to where she wanted to go. */
export function useGoOn(): () => void {
  const client = useQueryClient();
  const search = useSearch();
  const [, navigate] = useLocation();
  return () => {
    client.clear();
    navigate(safeTarget(search), { replace: true });
  };
}
