import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { SurveyView } from '@/features/surveys/survey';
import { Page } from '@/ui/page';

/** One survey by `?id=`. */
export default function SurveyPage() {
  const { params } = useRouter();
  // Once: while another page comes, the router already speaks of that one.
  const [id] = useState(params.id);
  return (
    <Page>
      <SurveyView id={id} />
    </Page>
  );
}
