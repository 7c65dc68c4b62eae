import { Card, Chip } from '../page-kit/parts';
import { copy } from './copy';
import { nextStep, steps, type Step } from './life-steps';

/** The guided path: it ticks itself from what the database holds. */
export function LifeCard({ done }: { done: Record<Step, boolean> }) {
  const { life } = copy;
  const next = nextStep(done);
  const count = steps.filter((step) => done[step]).length;
  return (
    <Card title={life.title} aside={<Chip tone="good">{life.progress(count)}</Chip>}>
      <p className="soft small">{next === undefined ? life.finished : life.hint}</p>
      <ol className="life">
        {steps.map((step) => (
          <li key={step} className={done[step] ? 'done' : step === next ? 'next' : ''}>
            <span className="tick" aria-hidden="true">
              {done[step] ? '✓' : String(steps.indexOf(step) + 1)}
            </span>
            <div>
              <strong>{life.steps[step].name}</strong>
              {done[step] && <span className="visually-hidden">（{life.done}）</span>}
              {step === next && <Chip tone="warn">{life.next}</Chip>}
              {step === next && <p className="small">{life.steps[step].how}</p>}
              {step === next && step === 'decision' && <a href="/console/#staff">{copy.toConsole}</a>}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
