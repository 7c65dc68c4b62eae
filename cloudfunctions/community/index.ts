import { community } from '../../src/contracts/community';
import { serve } from '../platform/handler';
import { addPicture, picture, removePicture } from './pictures';
import { edit, publish, withdraw } from './publishing';
import { comments, feed, mine, read, search } from './reading';
import { answer, survey, surveys, unanswer } from './surveys';
import { comment, support, uncomment } from './taking-part';

/** The function `community`: what people propose to each other, and what they say about it. */
export const main = serve('community', community, {
  feed,
  search,
  read,
  comments,
  mine,
  publish,
  edit,
  withdraw,
  picture,
  addPicture,
  removePicture,
  support,
  comment,
  uncomment,
  surveys,
  survey,
  answer,
  unanswer,
});
