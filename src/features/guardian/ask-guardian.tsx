import { View } from '@tarojs/components';
import { account } from '@/contracts/account';
import { childCopy } from '@/copy/privacy/child';
import { useCall } from '@/features/call/use-call';
import { useLoaded } from '@/features/call/use-loaded';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { useWho } from '@/features/privacy-centre/use-own';
import { replace, to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Notice } from '@/ui/notice';
import './guardian.less';

/**
 * The rules for children; a guest asks a guardian here and sees when one has agreed, and a member goes on to what
 * a guardian does (P65).
 */
export function AskGuardian() {
  const { data: who } = useWho();
  return (
    <>
      <Cells>
        {childCopy.rules.map(({ title, text }) => (
          <Cell key={title} title={title} desc={text} />
        ))}
      </Cells>
      {who?.status === 'guest' && <Ask />}
      {who?.status === 'member' && (
        <Cells>
          <Cell
            className="child-guardian"
            {...childCopy.guardian}
            onTap={to('pages/privacy/guardian/index')}
          />
        </Cells>
      )}
      {who?.status === 'child' && (
        <Cells>
          <Cell
            className="child-complain"
            {...childCopy.complain}
            onTap={to('pages/privacy/request/index', { kind: 'complaint' })}
          />
        </Cells>
      )}
    </>
  );
}

function Ask() {
  const { run, data: asked, failure, isRunning } = useCall(account.askGuardian);
  const {
    data: answer,
    failure: unread,
    isRunning: isReading,
    reload,
  } = useLoaded(account.guardianAnswer, {});
  if (answer && answer.until !== null) {
    return (
      <>
        <Notice title={childCopy.agreed.title}>{childCopy.agreed.text(instantInWords(answer.until))}</Notice>
        <Button
          kind="primary"
          size="block"
          className="child-go-on"
          onTap={() => {
            replace('pages/login/index', { guardian: 'agreed' });
          }}
        >
          {childCopy.goOn}
        </Button>
      </>
    );
  }
  return (
    <>
      <FailureNotice failure={failure} />
      {asked && (
        <Notice title={childCopy.codeTitle}>
          <View className="guardian-code">{asked.code}</View>
          <View>{childCopy.until(instantInWords(asked.expiresAt))}</View>
          <View>{childCopy.codeText}</View>
          <View>{unread ? unread.message : childCopy.notYet}</View>
        </Notice>
      )}
      {asked && (
        <Button
          kind="primary"
          size="block"
          className="child-check"
          loading={isReading}
          onTap={() => void reload()}
        >
          {childCopy.check}
        </Button>
      )}
      <Button
        kind={asked ? 'default' : 'primary'}
        size="block"
        className="child-ask"
        loading={isRunning}
        onTap={() => void run({})}
      >
        {asked ? childCopy.askAgain : childCopy.ask}
      </Button>
    </>
  );
}
