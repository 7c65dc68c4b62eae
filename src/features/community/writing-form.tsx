import { View } from '@tarojs/components';
import { longestWritten } from '@/contracts/community-vocabulary';
import { picturesCopy, publishCopy } from '@/copy/community';
import { ChosenPictures } from '@/features/attachments/chosen-pictures';
import { Button } from '@/ui/button';
import { Cells } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { ContactDialog } from './contact-dialog';
import type { Draft } from './draft';
import { cut } from './model';
import { PlaceSwitch } from './place-switch';
import { PriceEditor } from './price-editor';
import { useWriting } from './use-writing';
import './writing.less';

export interface WritingFormProps {
  /** Of the proposal that is changed; a new one has none. */
  id?: string;
  /** What the form begins with, unless something waits. */
  start: () => Draft;
  /** Reads again what is published, after it was changed elsewhere. */
  reload?: () => Promise<Draft | undefined>;
}

/** The form of a proposal. */
export function WritingForm({ id, start, reload }: WritingFormProps) {
  const { draft, change, clear, wasKept, failure, ...sending } = useWriting(id, start);
  const takeNewest = async () => {
    const newest = await reload?.();
    if (newest) clear(newest);
    sending.forget();
  };
  return (
    <>
      {wasKept && (
        <Notice title={publishCopy.kept}>
          <Button
            size="mini"
            className="writing-clear"
            onTap={() => {
              clear(start());
            }}
          >
            {publishCopy.keptClear}
          </Button>
        </Notice>
      )}
      <Words draft={draft} change={change} />
      <Cells tips={publishCopy.tagHint}>
        <PlaceSwitch place={draft.place} change={change} />
      </Cells>
      {id === undefined ? (
        <ChosenPictures
          pictures={draft.pictures}
          onChange={(pictures) => {
            change({ pictures });
          }}
          tips={picturesCopy.tips}
        />
      ) : (
        <View className="writing-pictures">{picturesCopy.elsewhere}</View>
      )}
      <PriceEditor draft={draft} change={change} />
      <FailureNotice failure={failure}>
        {failure?.code === 'PROPOSAL_CHANGED' && (
          <Button size="mini" className="take-newest" onTap={() => void takeNewest()}>
            {publishCopy.newest}
          </Button>
        )}
      </FailureNotice>
      <Button
        kind="primary"
        size="block"
        className="send-proposal"
        loading={sending.isRunning}
        onTap={sending.submit}
      >
        {id === undefined ? publishCopy.send : publishCopy.save}
      </Button>
      <ContactDialog
        warning={sending.warning}
        isRunning={sending.isRunning}
        onBack={sending.goBack}
        onGo={sending.submitAnyway}
      />
    </>
  );
}

const fields = [
  { name: 'title', label: publishCopy.name, className: 'writing-title' },
  { name: 'text', label: publishCopy.text, multiline: true, className: 'writing-text' },
  {
    name: 'byline',
    label: publishCopy.byline,
    hint: publishCopy.bylineHint,
    className: 'writing-byline',
  },
] as const;

function Words({ draft, change }: Pick<ReturnType<typeof useWriting>, 'draft' | 'change'>) {
  return (
    <Cells title={publishCopy.group}>
      {fields.map(({ name, ...field }) => (
        <Field
          key={name}
          {...field}
          maxLength={longestWritten[name]}
          value={draft[name]}
          onInput={(typed) => {
            change({ [name]: cut(typed, longestWritten[name]) });
          }}
        />
      ))}
    </Cells>
  );
}
