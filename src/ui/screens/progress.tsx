import { type ReactNode, useMemo } from 'react';
import { catalogueOf } from '../../learning/catalogue.ts';
import { progressOf } from '../../learning/progress.ts';
import { isMisconceptionId, misconception } from '../../questions/misconceptions.ts';
import { Frame } from '../components/frame.tsx';
import { Scroll } from '../components/scroll.tsx';
import { useBodySize, useGlyphs, useNavigation, useSay, useServices, useShell, useWords } from '../context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { useScroll } from '../hooks/use-scroll.ts';
import { scheduleOptions } from '../schedule-options.ts';
import type { Engine } from '../services.ts';
import { progressLines } from './progress-lines.ts';

/** What has been learned, what goes wrong, what is due when. */
export function ProgressScreen({ engine }: { readonly engine: Engine }): ReactNode {
  const { settings, language, linear } = useShell();
  const services = useServices();
  const { store, modules, decks, now } = services;
  const navigation = useNavigation();
  const words = useWords();
  const say = useSay();
  const glyphs = useGlyphs();
  const { width, height } = useBodySize();
  const { state } = store;
  const progress = useMemo(
    () => progressOf(state, now(), catalogueOf(modules, decks.decks), scheduleOptions(settings)),
    [state, now, modules, decks, settings],
  );
  const titles = {
    teachers: services,
    skills: new Map(engine.skills.map(({ id, title }) => [id, say(title)])),
    rule: (id: string) => (isMisconceptionId(id) ? say(misconception(id).name) : null),
  };
  const lines = progressLines(progress, titles, words, language, { width: width - 2, linear }, glyphs);
  const scroll = useScroll(lines.length, height);
  const keys = useKeys('progress', {
    ...scroll.handlers,
    map: () => navigation.push({ screen: 'skills' }),
    back: navigation.back,
  });
  return (
    <Frame title={[words.progress.title]} keys={keys}>
      {({ width: room, height: shown }) => <Scroll lines={lines} top={scroll.top} width={room} height={shown} />}
    </Frame>
  );
}
