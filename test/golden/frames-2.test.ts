import { checkGoldens } from './check-goldens.ts';

checkGoldens(1, 2);
