/** What a mini program may tell WeChat while it is asked. */
interface Heard {
  event: 'exposureAuthorization' | 'agree' | 'disagree';
  buttonId?: string;
}
type Listener = (resolve: (heard: Heard) => void, info: { referrer: string }) => void;

/** How WeChat guards privacy interfaces on this phone; a test sets it, and sees what was heard. */
export interface FakePrivacy {
  /** Whether the person still has to agree to the guideline; default: has agreed before. */
  isNeeded: boolean;
  /** The base library: before 2.32.3 nothing of this exists, and nothing is held. */
  library: string;
  /** Whether WeChat neither asks nor answers, as within ten seconds of a refusal. */
  isSilent: boolean;
  isListened: boolean;
  heard: Heard[];
  /**
   * Somebody taps WeChat's own component, such as `button.getPhoneNumber`: whether it may go on. One with an open type
   * that agrees as well does so without a question.
   */
  touch(referrer: string, openType?: string): Promise<boolean>;
}

const REFUSAL = { errMsg: 'fail privacy permission is not authorized', errno: 104 };

/** The members that an old library does not know. */
const NEWER = ['onNeedPrivacyAuthorization', 'requirePrivacyAuthorize', 'openPrivacyContract'];

/** WeChat's gate: its state, its own interfaces, and what holds another interface until the person has agreed. */
export function fakePrivacy(record: (api: string, given: unknown) => void) {
  let listener: Listener | undefined;
  const privacy: FakePrivacy = {
    isNeeded: false,
    library: '3.6.6',
    isSilent: false,
    isListened: false,
    heard: [],
    touch: (referrer, openType = '') =>
      new Promise((settle) => {
        if (openType.includes('|agreePrivacyAuthorization')) privacy.isNeeded = false;
        if (!privacy.isNeeded || isOld()) settle(true);
        // Nobody is told: the interface hangs.
        else if (!privacy.isSilent)
          listener?.(
            (heard) => {
              privacy.heard.push(heard);
              if (heard.event === 'exposureAuthorization') return;
              // The base library checks that the button was tapped.
              const agreed = heard.event === 'agree' && heard.buttonId === 'privacy-agree';
              privacy.isNeeded = !agreed;
              privacy.isSilent = !agreed;
              settle(agreed);
            },
            { referrer },
          );
      }),
  };
  const isOld = () => privacy.library.startsWith('2.2');
  interface Callbacks {
    success?: (result: unknown) => void;
    fail?: (error: { errMsg: string }) => void;
  }
  const guard =
    <G extends Callbacks>(api: string, run: (given?: G) => void) =>
    (given?: G) => {
      void privacy.touch(api).then((agreed) => {
        if (agreed) run(given);
        else given?.fail?.(REFUSAL);
      });
    };
  return {
    privacy,
    guard,
    canIUse: (name: string) => !(isOld() && NEWER.includes(name)),
    apis: {
      onNeedPrivacyAuthorization: (next: Listener) => {
        record('onNeedPrivacyAuthorization', undefined);
        privacy.isListened = true;
        listener = next;
      },
      requirePrivacyAuthorize: guard('requirePrivacyAuthorize', (given?: Callbacks) => {
        given?.success?.({});
      }),
    },
  };
}
