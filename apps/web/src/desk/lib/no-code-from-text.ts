import { config } from 'zod';

// Left to itself it tries, when the first schema is made, whether it may run code made from text. No page of ours may, and
// browsers report the attempt. So this comes before everything that makes one.
config({ jitless: true });
