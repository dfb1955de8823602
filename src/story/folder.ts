/** The folder of the story, from the root of the project. The environment variable `STORY` names another one. */
export const storyFolder = (): string => process.env['STORY'] ?? 'content';
