import { checkGoldens } from './check-goldens.ts';

checkGoldens(0, 2);
