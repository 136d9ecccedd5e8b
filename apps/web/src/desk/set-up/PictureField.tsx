import { useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Portrait } from '../../ui/Portrait.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { deskDelete, deskUpload } from '../lib/desk-http.ts';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { useSaving } from './use-saving.ts';

/** A picture that is put, replaced or taken away at once. */
export function PictureField(props: {
  readonly label: string;
  readonly name: string;
  readonly url: string | null;
  readonly shape: 'round' | 'square';
  /** Where the API takes it. */
  readonly path: string;
}) {
  const { t } = useDeskSpeech();
  const input = useRef<HTMLInputElement>(null);
  const { path, url } = props;
  const saving = useSaving<File | null, unknown>({
    send: (file) => (file === null ? deskDelete(path) : deskUpload(path, file)),
  });
  const refusals = { payload_too_large: t.setUp.pictureTooLarge, unsupported_media_type: t.problems.image_refused };
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-4">
        <Portrait name={props.name} src={url} shape={props.shape} className="size-20 text-title" />
        <input
          ref={input}
          type="file"
          accept="image/jpeg,image/png,image/webp,image/avif"
          aria-label={props.label}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) saving.save(file);
            event.target.value = '';
          }}
        />
        <Button look="soft" isPending={saving.isPending} onPress={() => input.current?.click()}>
          {url === null ? t.setUp.choosePicture : t.setUp.otherPicture}
        </Button>
        {url === null ? null : (
          <Button look="plain" onPress={() => saving.save(null)}>
            {t.setUp.removePicture}
          </Button>
        )}
      </div>
      <p className="text-small text-soft">{t.setUp.pictureMore}</p>
      {saving.error ? <DeskProblemNotice error={saving.error} refusals={refusals} /> : null}
    </div>
  );
}
