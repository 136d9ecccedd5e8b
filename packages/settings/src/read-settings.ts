import type { z } from 'zod';

/** The settings of a program cannot be used: every bad variable at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly issues: readonly { readonly name: string; readonly message: string }[];

  constructor(issues: ConfigError['issues']) {
    super(`These settings are not usable:\n${issues.map(({ name, message }) => `  ${name}: ${message}`).join('\n')}`);
    this.issues = issues;
  }
}

/** Reads the settings of a program from its environment. Throws {@link ConfigError}. */
export function readSettings<T>(schema: z.ZodType<T>, environment: Record<string, string | undefined>): T {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      // What depends on other settings says so itself.
      const missing = !environment[name] && issue.code !== 'custom';
      if (missing) return { name, message: 'is missing' };
      // Of what is no number zod says that it is NaN.
      return { name, message: issue.code === 'invalid_type' ? `Expected a ${issue.expected}` : issue.message };
    }),
  );
}
