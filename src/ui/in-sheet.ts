import { createContext } from 'react';

/** Whether a part stands in a sheet, which keeps its place on the screen: WeChat has to be told so for a Textarea. */
export const InSheet = createContext(false);
