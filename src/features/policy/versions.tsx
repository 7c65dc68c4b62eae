import { policy } from '@/contracts/policy';
import { policyCopy } from '@/copy/policy';
import { useLoaded } from '@/features/call/use-loaded';
import { to } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';
import { Loading } from '@/ui/loading';
import { ErrorState } from '@/ui/states';

/** Every version there ever was, each to be opened (P70). */
export function Versions({ reading }: { reading: string }) {
  const { data, failure, reload } = useLoaded(policy.versions, {});
  if (data === undefined) {
    if (failure) return <ErrorState error={failure} onRetry={() => void reload()} />;
    return <Loading />;
  }
  return (
    <Cells title={policyCopy.versions} tips={policyCopy.versionsHint}>
      {data.versions.map(({ version, updatedOn, effectiveOn, state }) => (
        <Cell
          key={version}
          className={`policy-version_${version.replace('.', '-')}`}
          title={policyCopy.version(version)}
          desc={policyCopy.dates(updatedOn, effectiveOn)}
          value={version === reading ? policyCopy.reading : policyCopy.state[state]}
          onTap={to('pages/policy/index', { version })}
        />
      ))}
      {data.versions.length > 1 ? (
        <Cell
          className="policy-compare"
          title={policyCopy.compare}
          desc={policyCopy.compareHint}
          onTap={to('pages/policy/compare/index')}
        />
      ) : (
        <Cell className="policy-one-version" title={policyCopy.compare} desc={policyCopy.oneVersion} />
      )}
    </Cells>
  );
}
