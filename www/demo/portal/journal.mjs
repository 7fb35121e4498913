// What the portal has promised, line by line in a file: a message counts as accepted once its line is on the disk, and a server that
// starts again reads on from there.

import { open, readFile } from "node:fs/promises";

export class Journal {
  #file;
  #messages = new Map();
  #writing = Promise.resolve();

  static async open(path) {
    const journal = new Journal();
    const text = await readFile(path, "utf8").catch((error) => {
      if (error.code === "ENOENT") return "";
      throw error;
    });
    const lines = text.split("\n");
    // A line that was cut off in the middle was never promised.
    const whole = lines.slice(0, -1);
    for (const line of whole) journal.#take(JSON.parse(line));
    journal.#file = await open(path, "a+");
    if (lines.at(-1) !== "") await journal.#file.truncate(Buffer.byteLength(whole.map((line) => `${line}\n`).join("")));
    return journal;
  }

  /** The message with this key, if it was accepted. */
  get(key) {
    return this.#messages.get(key);
  }

  /** The first that was not handed over. */
  waiting() {
    for (const message of this.#messages.values()) if (message.outcome === "accepted") return message;
    return undefined;
  }

  all() {
    return [...this.#messages.values()];
  }

  /** Writes one line, after those before it; done once it is on the disk. */
  write(entry) {
    this.#writing = this.#writing.then(async () => {
      if (entry.type === "accepted" && this.#messages.has(entry.message.key)) return;
      await this.#file.appendFile(`${JSON.stringify(entry)}\n`);
      await this.#file.datasync();
      this.#take(entry);
    });
    return this.#writing;
  }

  #take(entry) {
    if (entry.type === "accepted") {
      const number = this.#messages.size + 1;
      this.#messages.set(entry.message.key, { ...entry.message, number, outcome: "accepted", notice: null });
    } else {
      Object.assign(this.#messages.get(entry.key), { outcome: entry.outcome, notice: entry.notice });
    }
  }
}
