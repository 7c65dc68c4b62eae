import { useState } from 'react';
import { View } from '@tarojs/components';
import { commonCopy, operator } from '@/copy/common';
import { copyText } from '@/platform/clipboard';
import { accessible } from './accessible';
import { Cell, Cells } from './cells';

/** The address of the person in charge; a tap copies it (P71). */
export function ContactEmail() {
  const [outcome, setOutcome] = useState<boolean>();
  const words = outcome ? commonCopy.copied : commonCopy.copyFailed;
  return (
    <Cells>
      <Cell
        className="contact-email"
        title={commonCopy.email}
        desc={operator.email}
        label={commonCopy.copyEmail}
        value={
          <View {...accessible({ role: 'status' })}>
            {outcome === undefined ? commonCopy.copyEmail : words}
          </View>
        }
        onTap={() => void copyText(operator.email).then(setOutcome)}
      />
    </Cells>
  );
}
