/** Sends bytes to the link of an upload. `fetch` can't say how far it is; XMLHttpRequest can. */

export interface Sending {
  /** Settles with null when the file has arrived, and with what was said against it when it was refused. */
  done: Promise<string | null>;
  stop: () => void;
}

/** `onProgress` gets a share, 0 to 1. `done` rejects when the connection broke or the sending was stopped. */
export function sendFile(url: string, file: Blob, locale: string, onProgress: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<string | null>((resolve, reject) => {
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => resolve(request.status === 201 ? null : saidAgainst(request.responseText)));
    for (const broken of ['error', 'abort', 'timeout']) {
      request.addEventListener(broken, () => reject(new Error(`the upload ended with ${broken}`)));
    }
  });
  request.open('PUT', url);
  request.setRequestHeader('accept-language', locale);
  if (file.type !== '') request.setRequestHeader('content-type', file.type);
  request.send(file);
  return { done, stop: () => request.abort() };
}

function saidAgainst(answer: string): string {
  try {
    return (JSON.parse(answer) as { error: { message: string } }).error.message;
  } catch {
    return '';
  }
}
