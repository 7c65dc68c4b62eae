import { View } from '@tarojs/components';
import { addressOf, MOST_PICTURES } from '@/contracts/picture';
import { attachmentsCopy } from '@/copy/privacy/attachments';
import { useAlone } from '@/features/call/use-alone';
import { Button } from '@/ui/button';
import { Cells } from '@/ui/cells';
import { Notice } from '@/ui/notice';
import { Thumbnail } from './thumbnail';
import { useChoosing } from './use-choosing';
import './attachments.less';

export interface ChosenPicturesProps {
  /** Base64 of each, in the order in which they were chosen; on the phone alone until it is sent. */
  pictures: readonly string[];
  onChange: (pictures: readonly string[]) => void;
  tips: string;
}

/** Pictures for something that is not sent yet. */
export function ChosenPictures({ pictures, onChange, tips }: ChosenPicturesProps) {
  const { problem, choose } = useChoosing();
  const { alone } = useAlone();
  const left = MOST_PICTURES - pictures.length;
  const add = async () => {
    onChange([...new Set([...pictures, ...(await choose(left))])]);
  };
  return (
    <>
      <Cells title={attachmentsCopy.optional} tips={tips}>
        {pictures.length > 0 && (
          <View className="pictures">
            {pictures.map((picture, index) => (
              <Thumbnail
                key={picture}
                place={index + 1}
                picture={addressOf(picture)}
                onRemove={() => {
                  onChange(pictures.filter((each) => each !== picture));
                }}
              />
            ))}
          </View>
        )}
        {left > 0 && (
          <View className="pictures-add">
            <Button size="mini" className="add-picture" onTap={() => void alone(add)}>
              {attachmentsCopy.add}
            </Button>
          </View>
        )}
      </Cells>
      {problem && <Notice kind="warn">{attachmentsCopy.problems[problem]}</Notice>}
    </>
  );
}
