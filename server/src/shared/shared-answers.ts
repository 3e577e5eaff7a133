/**
 * An event that many subscribers are given at once. What was answered to one of them is the answer
 * to everybody who asks the same with the same rights, and is made once. So nothing below such an
 * event may depend on who exactly asks.
 */
export class SharedAnswers {
  readonly #answers = new Map<string, Promise<string>>();

  answerOnce(question: string, make: () => Promise<string>): Promise<string> {
    const known = this.#answers.get(question);
    if (known) return known;
    const answer = make();
    this.#answers.set(question, answer);
    return answer;
  }
}
