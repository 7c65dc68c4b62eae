import { plainProposal } from '../make/proposals';
import type { Hands, Write } from './hands';
import { until } from './simulate';

const PROPOSAL = 'pages/community/proposal/index';
const SURVEY = 'pages/community/survey/index';

/** The buttons that write to the community. */
export function communityWrites(hands: Hands): Record<string, Write> {
  const { stage, none, own, others, picture, pictured, survey } = hands;
  return {
    'community.publish': {
      route: 'pages/community/publish/index',
      prepare: none,
      lead: (page) => {
        page.input('.writing-title', plainProposal.title);
        page.input('.writing-text', plainProposal.text);
        return undefined;
      },
      button: '.send-proposal',
    },
    'community.edit': {
      route: 'pages/community/publish/index',
      prepare: own,
      lead: (page) => {
        page.input('.writing-text', '改过了');
        return undefined;
      },
      button: '.send-proposal',
    },
    'community.withdraw': {
      route: PROPOSAL,
      prepare: own,
      opener: '.withdraw-proposal',
      button: '.confirm-withdraw',
    },
    'community.addPicture': {
      route: PROPOSAL,
      prepare: async () => {
        picture();
        return own();
      },
      button: '.add-picture',
    },
    'community.removePicture': {
      route: PROPOSAL,
      prepare: pictured('addPicture', own),
      button: '.picture-remove',
    },
    'community.support': {
      route: PROPOSAL,
      prepare: others,
      button: '.community-support',
    },
    'community.comment': {
      route: PROPOSAL,
      prepare: others,
      lead: (page) => {
        page.input('.comment-text', '同意');
        return undefined;
      },
      button: '.send-comment',
    },
    'community.uncomment': {
      route: PROPOSAL,
      prepare: async () => {
        const { id } = await others();
        await stage.ask('community', 'comment', { id, attempt: 'w'.repeat(16), text: '同意' });
        return { id };
      },
      opener: '.remove-comment',
      button: '.confirm-remove',
    },
    'community.answer': {
      route: SURVEY,
      prepare: survey,
      lead: async (page) => {
        await page.press('.ui-radio_q0-1');
        await until(
          () => page.attribute('.ui-radio_q0-1', 'aria-checked') === 'true',
          () => page.text(),
        );
      },
      button: '.send-answers',
    },
    'community.unanswer': {
      route: SURVEY,
      prepare: async () => {
        const { id } = await survey();
        await stage.ask('community', 'answer', { id, answers: [1, null, null, null] });
        return { id };
      },
      opener: '.take-back-answers',
      button: '.confirm-take-back',
    },
  };
}
