import { useState } from 'react';
import Taro from '@tarojs/taro';
import { Agreement, CheckboxRow, RadioRows, SwitchRow } from '@/ui/choice';
import { AvatarButton } from '@/ui/avatar-button';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { DaysRing } from '@/ui/days-ring';
import { Field } from '@/ui/field';
import { Footer, Link } from '@/ui/footer';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { PhoneButton } from '@/ui/phone-button';
import { Dialog, Sheet } from '@/ui/sheet';
import { Steps } from '@/ui/steps';
import { Tag } from '@/ui/tag';

/** Trial page: every part once; the home page replaces it. */
export default function Home() {
  const [on, setOn] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const [ticked, setTicked] = useState(false);
  const [age, setAge] = useState<'adult' | 'teen'>();
  const [name, setName] = useState('');
  const [open, setOpen] = useState<'sheet' | 'dialog'>();
  const close = () => {
    setOpen(undefined);
  };
  return (
    <Page title="弹性定价开源共创" lead="您的信息由您做主">
      <Cells title="当前城市">
        <Cell title="城市" value="武汉" onTap={() => undefined} />
        <Cell title="状态" value={<Tag text="办理中" tone="warn" />} desc="今天提交" />
        <Cell
          className="to-privacy"
          title="隐私中心"
          onTap={() => void Taro.navigateTo({ url: '/pages/privacy/centre/index' })}
        />
      </Cells>
      <Cells title="同意">
        <SwitchRow className="trial-switch" title="位置" desc="用于同城内容" on={on} onChange={setOn} />
        <CheckboxRow
          title="多选项"
          checked={ticked}
          onTap={() => {
            setTicked(!ticked);
          }}
        />
        <RadioRows
          label="您的年龄"
          options={[
            { value: 'adult', title: '已满 18 周岁' },
            { value: 'teen', title: '14 至 17 周岁' },
          ]}
          value={age}
          onChange={setAge}
        />
        <Field
          className="trial-name"
          label="昵称"
          value={name}
          onInput={setName}
          maxLength={20}
          placeholder="选填"
          error={name === '' ? undefined : '昵称里不能有符号'}
        />
      </Cells>
      <Notice kind="warn">注销后不能恢复，请先保存副本。</Notice>
      <Notice kind="error">没有保存成功，请再试一次。</Notice>
      <Notice>我们只收集必要的信息。</Notice>
      <Agreement className="trial-agree" label="同意隐私政策" checked={agreed} onChange={setAgreed}>
        我已阅读并同意
        <Link onTap={() => undefined}>《隐私政策》</Link>
      </Agreement>
      <AvatarButton
        text="选择头像"
        onAvatar={(picture) => {
          setName(picture.slice(0, 15));
        }}
      />
      <PhoneButton text="微信手机号注册" onCode={setName} />
      <Button
        onTap={() => {
          setOpen('dialog');
        }}
      >
        对话框
      </Button>
      <Button
        kind="warn"
        className="trial-sheet"
        onTap={() => {
          setOpen('sheet');
        }}
      >
        半屏
      </Button>
      <Button kind="primary" loading>
        提交中
      </Button>
      <DaysRing left={9} total={15} />
      <Steps
        steps={[
          { title: '已提交', desc: '11月20日', state: 'done' },
          { title: '审核', state: 'now' },
          { title: '完成', state: 'later' },
        ]}
      />
      <Sheet open={open === 'sheet'} title="为什么需要位置" onClose={close}>
        用于推荐附近的内容。
      </Sheet>
      <Dialog
        open={open === 'dialog'}
        title="确定注销吗"
        actions={[
          { text: '注销', kind: 'warn', onTap: close },
          { text: '取消', onTap: close },
        ]}
      >
        注销后不能恢复。
      </Dialog>
      <Footer links={[{ text: '更正我的信息', onTap: () => undefined }]}>
        万物云空间科技服务股份有限公司
      </Footer>
    </Page>
  );
}
