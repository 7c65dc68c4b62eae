import { surveysCopy } from '@/copy/survey';
import { Surveys } from '@/features/surveys/surveys';
import { Page } from '@/ui/page';

/** What everybody is asked. */
export default function SurveysPage() {
  return (
    <Page title={surveysCopy.title} lead={surveysCopy.lead}>
      <Surveys />
    </Page>
  );
}
