import { useState } from 'react';
import { lockCopy } from '@/copy/privacy/lock';
import { Report } from '@/features/leak/report';
import { Cell, Cells } from '@/ui/cells';
import { Notice } from '@/ui/notice';

const { report } = lockCopy;

/** Reporting a leak from a locked account: what was filed can be read and taken back once it is open again (P43). */
export function ReportLocked() {
  const [step, setStep] = useState<'offered' | 'open' | 'filed'>('offered');
  switch (step) {
    case 'offered':
      return (
        <Cells title={report.group}>
          <Cell
            className="report-locked"
            title={report.title}
            desc={report.desc}
            onTap={() => {
              setStep('open');
            }}
          />
        </Cells>
      );
    case 'open':
      return (
        <Report
          onFiled={() => {
            setStep('filed');
          }}
        />
      );
    case 'filed':
      return <Notice title={report.filed.title}>{report.filed.text}</Notice>;
  }
}
