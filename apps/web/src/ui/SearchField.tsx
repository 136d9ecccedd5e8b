import { Search, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';

/** A search that answers while one types; Escape or the cross empties it. */
export function SearchField(props: {
  readonly label: string;
  readonly clear: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <AriaSearchField
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
      className="group relative flex items-center"
    >
      <Search aria-hidden className="pointer-events-none absolute left-4 size-5 text-soft" />
      <Input
        placeholder={props.label}
        enterKeyHint="search"
        autoCapitalize="none"
        className="h-12 w-full rounded-card border border-edge bg-surface pr-12 pl-12 text-body placeholder:text-soft [&::-webkit-search-cancel-button]:hidden"
      />
      <Button
        aria-label={props.clear}
        className="absolute right-0.5 flex size-11 cursor-pointer items-center justify-center rounded-card text-soft group-data-empty:hidden"
      >
        <X aria-hidden className="size-5" />
      </Button>
    </AriaSearchField>
  );
}
