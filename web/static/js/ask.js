// Requests to this server's API. A failure is an ApiError whose message is meant for people.

export class ApiError extends Error {
  constructor(message, status, where = "") {
    super(message);
    this.status = status;
    this.where = where;
  }
}

export async function ask(path, { method = "GET", body, keepalive = false } = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      keepalive,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new ApiError("The server does not answer. Is it running?", 0);
  }
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  const answer = isJson ? await response.json() : await response.text();
  if (!response.ok) {
    throw new ApiError(answer.error?.message ?? `The server answered ${response.status}.`, response.status, answer.error?.where);
  }
  return answer;
}

export const post = (path, body = {}, more = {}) => ask(path, { method: "POST", body, ...more });
