// An element's state as plain, versioned JSON. Must not know where it is kept.

const version = 1;

/** What `restore` takes back. The message is in it only where the fields are the element's own. */
export function saved(message, settings) {
  const own = message.isOwn ? { subject: message.read("subject"), body: message.read("body") } : {};
  return { version, ...own, context: settings.given.context };
}

/** Whether `saved` gave this. */
export function isSaved(token) {
  return token?.version === version;
}
