/** The meaning given to each status text. */
export type Meanings = Readonly<Record<string, string>>;

/** The answer to a status question as meanings by value; empty when there is none. */
export function meaningsIn(answer: string | null): Meanings {
  return answer === null ? {} : (JSON.parse(answer) as Meanings);
}

export function withMeaning(meanings: Meanings, value: string, meaning: string): Meanings {
  return { ...meanings, [value]: meaning };
}
