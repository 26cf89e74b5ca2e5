import { modules } from 'seqack:content';
import { scenarios } from 'seqack:scenarios';
import type { Language } from '../../language.ts';
import { skills } from '../../questions/catalogue.ts';
import { MISCONCEPTION_IDS, misconception } from '../../questions/misconceptions.ts';
import {
  CONVENTION_FIELDS,
  CONVENTION_KEYS,
  conventionNamed,
  writtenConvention,
} from '../../simulator/convention-keys.ts';
import { PROFILES, type ProfileName } from '../../tcp/conventions.ts';
import { wordsOf } from '../../ui/text/words.ts';
import { decksAtStart } from '../decks-at-start.ts';
import type { Globals } from '../globals.ts';
import { SETTINGS, settingChoices, settingName, settingNamed } from '../setting-names.ts';
import { completion as text } from '../text/completion.ts';
import { meanings } from '../text/conventions.ts';
import { topics } from '../topics.ts';
import type { Candidate, FindNames } from './candidates.ts';

const PROFILE_NAMES: readonly ProfileName[] = ['rfc', 'linux', 'textbook'];

/** Finds the names that content, the catalogue, the conventions, the settings and the learner's own decks know. */
export function nameFinder(language: Language, globals: Globals): FindNames {
  const skillNames = (): Candidate[] => skills.map(({ id, title }) => ({ word: id, about: title[language] }));
  const moduleNames = (): Candidate[] => modules.map(({ id, title }) => ({ word: id, about: title[language] }));
  const ownDecks = async (data: string | null): Promise<Candidate[]> => {
    const { decks } = await decksAtStart({ ...globals, data: data ?? globals.data }, false);
    return decks.map(({ id, title }) => ({ word: id, about: title }));
  };
  return async (kind, typed, operands, data) => {
    switch (kind) {
      case 'modules':
        return moduleNames();
      case 'every-module':
        return [...moduleNames(), { word: 'all', about: text.everyModule[language] }];
      case 'skills':
        return skillNames();
      case 'practice':
        return [
          ...skillNames(),
          ...MISCONCEPTION_IDS.map((id) => ({ word: id, about: misconception(id).name[language] })),
        ];
      case 'question-names':
        return skillNames().map(({ word, about }) => ({ word: `${word}@`, about }));
      case 'topics':
        return topicNames(typed, language);
      case 'scenarios':
        return Object.values(scenarios).map(({ name, title }) => ({ word: name, about: title[language] }));
      case 'conventions':
        return conventionWords(typed, language);
      case 'own-decks':
      case 'decks-or-files':
        return ownDecks(data);
      case 'settings':
        return SETTINGS.map((field) => ({
          word: settingName(field),
          about: wordsOf(language).settings.names[field],
        }));
      case 'setting-values': {
        const field = settingNamed(operands[0] ?? '');
        return field === null ? [] : settingChoices(field).map((word) => ({ word, about: '' }));
      }
    }
  };
}

/** Topics after the last comma; those typed before it stay. */
function topicNames(typed: string, language: Language): Candidate[] {
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  const listed = before.split(',');
  return topics()
    .filter((topic) => !listed.includes(topic))
    .map((topic) => ({
      word: before + topic,
      about: modules.find(({ id }) => id === topic)?.title[language] ?? '',
    }));
}

/** `sack=`, and once that is typed `sack=true`, with the profiles in which it is so. */
function conventionWords(typed: string, language: Language): Candidate[] {
  const equals = typed.indexOf('=');
  if (equals < 0) {
    return CONVENTION_FIELDS.map((field) => ({
      word: `${CONVENTION_KEYS[field].name}=`,
      about: meanings[field][language],
    }));
  }
  const name = typed.slice(0, equals);
  const field = conventionNamed(name);
  if (field === null) return [];
  const inProfile = (profile: ProfileName): string => writtenConvention(field, PROFILES[profile]);
  const values = new Set([...CONVENTION_KEYS[field].words, ...PROFILE_NAMES.map(inProfile)]);
  return [...values].map((value) => ({
    word: `${name}=${value}`,
    about: PROFILE_NAMES.filter((profile) => inProfile(profile) === value).join(', '),
  }));
}
